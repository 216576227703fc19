// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// The sales, newest first, in pages. A digit or Enter opens one, "/" and words filter, a scanned receipt opens its
/// sale.
class SalesScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    SalesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SaleListPresenter &sales);
    ~SalesScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    void shown() override;

private:
    void refresh();
    void settle();
    void openRow(qsizetype row);
    void nextPage();
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] ListItem itemOf(const SaleRow &row) const;

    Clock &m_clock;
    MenuEnter m_enter;
    SaleListPresenter &m_sales;
    LineEdit m_field;
    List m_list;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
