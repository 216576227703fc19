// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/list_screen.h"
#include "ui/terminal/till/cart_step_visit.h"

namespace crema::terminal {

/// The sales that were parked: a digit goes on with one, F7 discards the one with the mark.
class ParkedScreen final : public ListScreen
{
    Q_OBJECT

public:
    ParkedScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CartStepPresenter &steps,
                 OpenCartPresenter &openCart);
    ~ParkedScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

private:
    void refresh();
    void openRow(qsizetype row) override;

    CartStepPresenter &m_steps;
    CartStepVisit m_visit;
    OpenCartPresenter &m_openCart;
};

} // namespace crema::terminal
