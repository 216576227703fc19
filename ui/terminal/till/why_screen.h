// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/cart_step_presenter.h"
#include "ui/terminal/application/text_screen.h"

namespace crema::terminal {

/// Why the selected line and the sale cost what they cost, in sentences.
class WhyScreen final : public TextScreen
{
    Q_OBJECT

public:
    WhyScreen(Navigator &navigator, const CartStepPresenter &steps) : TextScreen(navigator), m_steps(steps) {}

    [[nodiscard]] QString helpText() const override;

protected:
    [[nodiscard]] QString titleText() const override;
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const override;

private:
    const CartStepPresenter &m_steps;
};

} // namespace crema::terminal
