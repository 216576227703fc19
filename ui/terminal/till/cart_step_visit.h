// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/cart_step_presenter.h"

namespace crema::terminal {

/// The step that a screen opened, for as long as it is that screen's: a screen that is left lives until the present
/// keys are handled, and by then the next one may have opened a step of its own. The presenter outlives it.
class CartStepVisit final
{
public:
    CartStepVisit(CartStepPresenter &steps, CartStep step) : m_steps(steps)
    {
        m_steps.close(); // what a screen that is left still asked is over
        m_steps.open(step);
        m_number = m_steps.visit();
    }
    ~CartStepVisit()
    {
        if (m_steps.visit() == m_number)
            m_steps.close();
    }
    CartStepVisit(const CartStepVisit &) = delete;
    CartStepVisit &operator=(const CartStepVisit &) = delete;

private:
    CartStepPresenter &m_steps;
    int m_number = 0;
};

} // namespace crema::terminal
