// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/journal_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// The auditor's journal of this register, newest entry first, in pages.
class JournalScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    JournalScreen(Navigator &navigator, JournalPresenter &journal);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void shown() override;

private:
    void refresh();
    void nextPage();

    JournalPresenter &m_journal;
    List m_list;
    LineEdit m_field; ///< stays empty: there is nothing to choose
};

} // namespace crema::terminal
