// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/terminal/application/list_screen.h"
#include "ui/terminal/customers/customer_screen.h"

namespace crema::terminal {

/// Who buys here, in pages. A digit or Enter opens one, words look for somebody, F4 adds one.
class CustomersScreen final : public ListScreen
{
    Q_OBJECT

public:
    CustomersScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerListPresenter &customers,
                    CustomerScreen::MakeHistory makeHistory);
    ~CustomersScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void shown() override;
    void submit(const QString &text) override;
    bool back() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void openCustomer(const QString &id);
    [[nodiscard]] QString emptyText() const;

    CustomerListPresenter &m_customers;
    CustomerScreen::MakeHistory m_makeHistory;
};

} // namespace crema::terminal
