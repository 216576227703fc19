// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/customers/customer_history_presenter.h"
#include "ui/presenters/customers/customer_statement_presenter.h"
#include "ui/presenters/selling/return_presenter.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// What the customer who is open bought, newest first: a digit or Enter opens the sale, F4 the statement.
class CustomerHistoryScreen final : public ListScreen
{
    Q_OBJECT

public:
    CustomerHistoryScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerHistoryPresenter &history,
                          CustomerStatementPresenter &statement, SaleListPresenter &sales, ReturnPresenter &returns);
    ~CustomerHistoryScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void shown() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void nextPage();
    void openStatement();
    [[nodiscard]] QString emptyText() const;

    CustomerHistoryPresenter &m_history;
    CustomerStatementPresenter &m_statement;
    SaleListPresenter &m_sales;
    ReturnPresenter &m_returns;
};

} // namespace crema::terminal
