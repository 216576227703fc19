// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/approval_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// Asks somebody else for their PIN in front of what waits for it: choose the person by number where there are several,
/// then the PIN. The shop's screens open and close it with the presenter.
class ApprovalScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    ApprovalScreen(Navigator &navigator, ApprovalPresenter &approval);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    [[nodiscard]] bool mustBeAnswered() const override { return true; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    [[nodiscard]] bool isWorking() const override { return m_approval.isBusy(); }

private:
    void refresh();
    void choose(qsizetype row);
    void tryPin(const QString &digits);

    ApprovalPresenter &m_approval;
    bool m_isChosen;
    List m_list;
    LineEdit m_field;
    std::int64_t m_messageNumber = 0;
};

} // namespace crema::terminal
