// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/catalog/catalog_presenter.h"
#include "ui/presenters/catalog/product_lookup.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/list.h"

namespace crema::terminal {

/// Scan or type anything: what is it, what does it cost, how much is there (ux.md 3.4). F2 lists the catalog, F9
/// tells everything about the product shown.
class LookupScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// The presenters outlive the screen.
    LookupScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ProductLookup &lookup, CatalogPresenter &catalog);
    ~LookupScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    [[nodiscard]] bool isChoosing() const { return !m_list.items().isEmpty(); }
    void refresh();
    void refuse(const Problem &problem);
    void choose(qsizetype index);

    Clock &m_clock;
    MenuEnter m_enter;
    ProductLookup &m_lookup;
    CatalogPresenter &m_catalog;
    LineEdit m_field;
    List m_list;
    std::unique_ptr<Timer> m_pause;
};

} // namespace crema::terminal
