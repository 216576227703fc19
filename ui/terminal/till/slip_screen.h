// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_presenter.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// Asks for the tip, where this place takes any, and then for what the slip of a card says. Enter alone leaves what is
/// asked as it is.
class SlipScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    SlipScreen(Navigator &navigator, TillPresenter &till);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;

private:
    enum class Step { Tip, Card, Reference };

    [[nodiscard]] QString promptLabel() const;
    void takeTip(const QString &text);
    void goOn();

    TillPresenter &m_till;
    LineEdit m_field;
    Step m_step;
    CardSlip m_slip;
};

} // namespace crema::terminal
