// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/return_presenter.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// The sales, newest first, in pages. A digit or Enter opens one, "/" and words filter, a scanned receipt opens its
/// sale.
class SalesScreen final : public ListScreen
{
    Q_OBJECT

public:
    SalesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SaleListPresenter &sales,
                ReturnPresenter &returns);
    ~SalesScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    void shown() override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void nextPage();
    void showSale();
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] ListItem itemOf(const SaleRow &row) const;

    SaleListPresenter &m_sales;
    ReturnPresenter &m_returns;
};

} // namespace crema::terminal
