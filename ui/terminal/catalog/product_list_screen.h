// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/catalog/catalog_presenter.h"
#include "ui/presenters/catalog/product_lookup.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// The catalog as a list: typing filters it with the grammar of the desktop, a digit or Enter opens a line. On a large
/// screen the product of the mark stands beside the list.
class ProductListScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// The presenters outlive the screen.
    ProductListScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ProductLookup &lookup,
                      CatalogPresenter &catalog);
    ~ProductListScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    void refresh();
    void moved();
    void choose(qsizetype index);
    [[nodiscard]] Canvas body(const Layout &layout) const;

    Clock &m_clock;
    MenuEnter m_enter;
    ProductLookup &m_lookup;
    CatalogPresenter &m_catalog;
    LineEdit m_field;
    List m_list;
    bool m_choosing = true; ///< the filter is typed; digits choose
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
