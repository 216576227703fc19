// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// The last receipt as text, page by page.
class ReceiptScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `mail` has it mailed; it outlives the screen, as the presenter.
    ReceiptScreen(Navigator &navigator, TillPresenter &till, Action &mail)
        : TerminalScreen(navigator), m_till(till), m_mail(mail)
    {}

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;

private:
    TillPresenter &m_till;
    Action &m_mail;
    LineEdit m_field;
    int m_first = 0;         ///< first row shown
    mutable int m_shown = 0; ///< rows that fitted when last drawn
    mutable int m_rows = 0;  ///< rows in all when last drawn
};

} // namespace crema::terminal
