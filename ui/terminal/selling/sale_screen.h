// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/selling/return_presenter.h"
#include "ui/presenters/selling/sale_list_presenter.h"
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// One sale: how it stands, then its receipt as a copy, page by page. From here it is taken back.
class SaleScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    SaleScreen(Navigator &navigator, Clock &clock, MenuEnter enter, SaleListPresenter &sales, ReturnPresenter &returns);
    ~SaleScreen() override { disconnect(&m_sales, nullptr, this, nullptr); }

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;

private:
    [[nodiscard]] QStringList rowsFor(const Layout &layout) const;

    Clock &m_clock;
    MenuEnter m_enter;
    SaleListPresenter &m_sales;
    ReturnPresenter &m_returns;
    LineEdit m_field;
    int m_first = 0;         ///< first row shown
    mutable int m_shown = 0; ///< rows that fitted when last drawn
    mutable int m_rows = 0;  ///< rows in all when last drawn
};

} // namespace crema::terminal
