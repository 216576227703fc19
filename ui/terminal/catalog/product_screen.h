// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/product_lookup.h"
#include "ui/terminal/application/terminal_screen.h"

namespace crema::terminal {

/// Everything about the product that was looked up; a scan shows the next one.
class ProductScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// The presenter outlives the screen.
    ProductScreen(Navigator &navigator, ProductLookup &lookup);
    ~ProductScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;

private:
    [[nodiscard]] Canvas body(const Layout &layout) const;

    ProductLookup &m_lookup;
    LineEdit m_field;
    int m_page = 0;
    mutable int m_pages = 1; ///< as last drawn
};

} // namespace crema::terminal
