// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/till/cart_step_visit.h"

namespace crema::terminal {

/// How many points of the customer are taken for the open sale; Enter alone takes as many as make sense.
class PointsScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    PointsScreen(Navigator &navigator, CartStepPresenter &steps);

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
    CartStepPresenter &m_steps;
    CartStepVisit m_visit;
    LineEdit m_field;
};

} // namespace crema::terminal
