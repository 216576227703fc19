// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/catalog/product_list_screen.h"

#include "ui/terminal/catalog/product_pane.h"
#include "ui/terminal/catalog/product_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

constexpr int productPaneWidth = 32;

} // namespace

ProductListScreen::ProductListScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ProductLookup &lookup,
                                     CatalogPresenter &catalog)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_lookup(lookup), m_catalog(catalog)
{
    CatalogTableModel &table = m_catalog.table();
    connect(&table, &QAbstractItemModel::modelReset, this, &ProductListScreen::refresh);
    connect(&table, &QAbstractItemModel::rowsInserted, this, &ProductListScreen::refresh);
    connect(&table, &QAbstractItemModel::rowsRemoved, this, &ProductListScreen::refresh);
    connect(&table, &QAbstractItemModel::dataChanged, this, &ProductListScreen::refresh);
    connect(&m_catalog, &CatalogPresenter::faceChanged, this, [this] { this->navigator().redraw(); });
    connect(&m_lookup, &ProductLookup::changed, this, [this] { this->navigator().redraw(); });
    m_catalog.arrive();
    m_catalog.clearFilter();
    refresh();
}

ProductListScreen::~ProductListScreen()
{
    disconnect(&m_catalog.table(), nullptr, this, nullptr);
    disconnect(&m_catalog, nullptr, this, nullptr);
    disconnect(&m_lookup, nullptr, this, nullptr);
    m_catalog.leave();
}

void ProductListScreen::refresh()
{
    QList<ListItem> items;
    CatalogTableModel &table = m_catalog.table();
    const int price = table.placeOf(CatalogColumn::Price);
    for (int row = 0; row < table.rowCount(); ++row)
        items.append({CatalogTexts::title(table.rows().at(row)), table.index(row, price).data().toString(),
                      table.rows().at(row).sku});
    m_list.setItems(std::move(items));
    moved();
}

void ProductListScreen::moved()
{
    CatalogTableModel &table = m_catalog.table();
    if (m_list.current() + List::maximumPage >= table.rowCount())
        table.fetchMore({});
    if (m_list.current() < table.rows().size()) {
        const CatalogRow &row = table.rows().at(m_list.current());
        m_lookup.show(row.product, row.variant);
    }
    navigator().redraw();
}

Page ProductListScreen::page() const
{
    const bool filtered = !m_catalog.filterText().isEmpty();
    Page page{.title = filtered ? tr("LIST %1").arg(m_catalog.filterText()) : tr("LIST"),
              .progress = m_list.progress()};
    page.body = [this](const Layout &layout) { return body(layout); };
    page.prompt = Prompt{m_choosing ? tr("1-9 or type") : tr("Name or code"), m_field};
    return page;
}

Canvas ProductListScreen::body(const Layout &layout) const
{
    if (m_list.items().isEmpty()) {
        const bool reading = m_catalog.face() == CatalogFace::Blank || m_catalog.face() == CatalogFace::Skeleton;
        const QString text = m_catalog.problem() ? m_catalog.problem()->message
                             : reading           ? tr("The list is being read.")
                                                 : m_catalog.emptyText();
        return textBlock({{.left = text, .maximumRows = 4}}, layout);
    }
    if (layout.density != Density::Large)
        return m_list.layout(layout);
    Canvas canvas(layout.size);
    const int width = layout.size.width - productPaneWidth - 3;
    canvas.paste({0, 0}, m_list.layout(layout.within({width, layout.size.height})));
    for (int row = 0; row < layout.size.height; ++row)
        canvas.put({row, width + 1}, layout.text(QStringLiteral("│")));
    canvas.paste({0, width + 3},
                 productPane(m_lookup.view(), PaneDetail::Full, layout.within({productPaneWidth, layout.size.height})));
    return canvas;
}

QList<TerminalAction> ProductListScreen::actions()
{
    if (!m_list.hasPages())
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_list.nextPage();
                 moved();
             }}};
}

QString ProductListScreen::helpText() const
{
    return tr("Type to filter: words, category:beans, no:price. Enter ends the typing; then a digit opens a line.");
}

bool ProductListScreen::key(const KeyEvent &event)
{
    if (m_list.key(event)) {
        moved();
        return true;
    }
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    m_pause.reset();
    if (m_choosing && m_list.itemOfDigit(m_field.text())) {
        // As in a menu: the first digit of a scan chooses nothing.
        if (m_enter == MenuEnter::AfterPause)
            m_pause = m_clock.after(MenuScreen::pauseMs, [this] {
                if (const std::optional<qsizetype> index = m_list.itemOfDigit(m_field.text()))
                    choose(*index);
            });
        return true;
    }
    if (m_field.text().startsWith(u'/'))
        m_field.clear(); // as on the desktop: "/" only says that a filter follows
    m_choosing = m_field.isEmpty() && m_choosing;
    if (!m_choosing)
        m_catalog.setFilterText(m_field.text());
    return true;
}

void ProductListScreen::submit(const QString &text)
{
    m_pause.reset();
    if (m_choosing) {
        const std::optional<qsizetype> index = text.isEmpty() ? m_list.current() : m_list.itemOfDigit(text);
        if (index && !m_list.items().isEmpty())
            choose(*index);
        return;
    }
    m_catalog.setFilterText(text);
    m_choosing = true;
    navigator().redraw();
}

void ProductListScreen::choose(qsizetype index)
{
    m_field.clear();
    const QList<CatalogRow> &rows = m_catalog.table().rows();
    if (index >= rows.size())
        return;
    m_lookup.show(rows.at(index).product, rows.at(index).variant);
    navigator().open(std::make_unique<ProductScreen>(navigator(), m_lookup));
}

void ProductListScreen::scan(const QString &code)
{
    m_pause.reset();
    m_field.clear();
    m_lookup.scan(code);
    navigator().closeTop();
}

bool ProductListScreen::back()
{
    if (m_catalog.filterText().isEmpty())
        return false;
    m_field.clear();
    m_choosing = true;
    m_catalog.clearFilter();
    return true;
}

} // namespace crema::terminal
