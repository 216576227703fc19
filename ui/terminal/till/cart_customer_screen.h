// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/application/list_screen.h"
#include "ui/terminal/till/cart_step_visit.h"

namespace crema::terminal {

/// Who the open sale is for: words look for somebody, a digit takes one, F4 makes somebody new, F7 takes them off, and the
/// points of who is named are taken from here.
class CartCustomerScreen final : public ListScreen
{
    Q_OBJECT

public:
    CartCustomerScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CartStepPresenter &steps);
    ~CartCustomerScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override
    {
        if (!m_steps.takeScan(code))
            navigator().bell();
    }
    bool back() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void takeTyped(const QString &text);
    void openPoints();
    void closeWhenChosen();
    [[nodiscard]] QString promptText() const;

    CartStepPresenter &m_steps;
    CartStepVisit m_visit;
    CartCustomerPresenter &m_customer;
    QStringList m_typed; ///< of somebody new: name, e-mail, phone, as far as they were asked
};

} // namespace crema::terminal
