// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/till/cart_step_visit.h"

namespace crema::terminal {

/// Takes something off a line or off the sale: how much, then why.
class DiscountScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    DiscountScreen(Navigator &navigator, ShopDesk &desk, CartStepPresenter &steps, CartScope scope);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override
    {
        if (!m_steps.takeScan(code))
            navigator().bell();
    }
    bool back() override;

private:
    [[nodiscard]] bool isAskingWhy() const { return !m_value.isEmpty(); }
    void takeValue(const QString &text);
    void takeReason(const QString &text);

    ShopDesk &m_desk;
    CartStepPresenter &m_steps;
    CartStepVisit m_visit;
    QString m_value; ///< how much, once it was typed
    LineEdit m_field;
};

} // namespace crema::terminal
