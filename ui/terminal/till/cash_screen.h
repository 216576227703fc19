// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/cash_movement_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// Cash in or out, a safe drop, or the drawer opened for nothing: how much, why, and a note, one after the other.
class CashScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    CashScreen(Navigator &navigator, CashMovementPresenter &cash, CashMovementKind kind);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    [[nodiscard]] bool isWorking() const override { return m_cash.isBusy(); }
    bool back() override;

private:
    enum class Step { Amount, Reason, Note, Done };

    void go(Step step);
    void takeAmount(const QString &text);
    void takeReason(const QString &text);
    void showProblem();
    [[nodiscard]] Step first() const { return m_cash.asksAmount() ? Step::Amount : Step::Reason; }
    [[nodiscard]] QList<TextLine> lines() const;
    [[nodiscard]] QString promptText() const;

    CashMovementPresenter &m_cash;
    Step m_step;
    std::int64_t m_minor = 0;
    QString m_reason;
    QString m_said;
    bool m_isAsked = false; ///< it was sent, and what comes of it is not here
    LineEdit m_field;
};

} // namespace crema::terminal
