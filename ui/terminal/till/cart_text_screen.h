// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/till/cart_step_visit.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// A few words about the open sale: a note for staff or for the customer, or the name under which it is parked. What is
/// there can be changed; Enter takes it.
class CartTextScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `step` is Note, CustomerNote or Hold, and `scope` what a note is about.
    CartTextScreen(Navigator &navigator, CartStepPresenter &steps, CartStep step, CartScope scope = CartScope::Line);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override
    {
        if (!m_steps.takeScan(code))
            navigator().bell();
    }

private:
    [[nodiscard]] QList<TextLine> question() const;

    CartStepPresenter &m_steps;
    CartStepVisit m_visit;
    CartStep m_step;
    LineEdit m_field;
};

} // namespace crema::terminal
