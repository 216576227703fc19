// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/till/cart_step_visit.h"

namespace crema::terminal {

/// One prompt for the code of a coupon, typed or scanned; the number of one that the sale has leaves it out.
class CouponScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    CouponScreen(Navigator &navigator, CartStepPresenter &steps);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override
    {
        m_field.clear();
        if (!m_steps.takeScan(code))
            navigator().bell();
    }

private:
    void showProblem();

    CartStepPresenter &m_steps;
    CartStepVisit m_visit;
    LineEdit m_field;
};

} // namespace crema::terminal
