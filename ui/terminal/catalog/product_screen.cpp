// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/catalog/product_screen.h"

#include "ui/terminal/catalog/product_pane.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr int mostRows = 60; ///< of one product; longer descriptions end there

} // namespace

ProductScreen::ProductScreen(Navigator &navigator, ProductLookup &lookup) : TerminalScreen(navigator), m_lookup(lookup)
{
    connect(&m_lookup, &ProductLookup::changed, this, [this] {
        m_page = 0;
        this->navigator().redraw();
    });
}

ProductScreen::~ProductScreen()
{
    disconnect(&m_lookup, nullptr, this, nullptr);
}

Page ProductScreen::page() const
{
    Page page{.title = tr("PRODUCT")};
    page.body = [this](const Layout &layout) { return body(layout); };
    page.prompt = Prompt{tr("Scan or type"), m_field};
    return page;
}

Canvas ProductScreen::body(const Layout &layout) const
{
    if (!m_lookup.hits().isEmpty())
        return textBlock({{.left = tr("Several products have these words. Go back to choose one."), .maximumRows = 4}},
                         layout);
    // All of it is laid out once, then the page shown is cut out.
    const Canvas whole = productPane(m_lookup.view(), PaneDetail::Full, layout.within({layout.size.width, mostRows}));
    int rows = mostRows;
    while (rows > 1 && whole.rowText(rows - 1).isEmpty())
        --rows;
    const int height = std::max(1, layout.size.height);
    m_pages = (rows + height - 1) / height;
    Canvas canvas(layout.size);
    canvas.paste({-(m_page % m_pages) * height, 0}, whole);
    return canvas;
}

QList<TerminalAction> ProductScreen::actions()
{
    if (m_pages < 2)
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_page = (m_page + 1) % m_pages;
                 navigator().redraw();
             }}};
}

QString ProductScreen::helpText() const
{
    return tr("Everything about one product. Scan the next one, or go back.");
}

void ProductScreen::submit(const QString &text)
{
    m_lookup.enter(text);
}

void ProductScreen::scan(const QString &code)
{
    m_field.clear();
    m_lookup.scan(code);
}

} // namespace crema::terminal
