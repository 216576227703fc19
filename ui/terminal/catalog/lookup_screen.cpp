// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/catalog/lookup_screen.h"

#include "ui/terminal/catalog/product_list_screen.h"
#include "ui/terminal/catalog/product_pane.h"
#include "ui/terminal/catalog/product_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

LookupScreen::LookupScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ProductLookup &lookup,
                           CatalogPresenter &catalog)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_lookup(lookup), m_catalog(catalog)
{
    connect(&m_lookup, &ProductLookup::changed, this, &LookupScreen::refresh);
    connect(&m_lookup, &ProductLookup::refused, this, &LookupScreen::refuse);
    m_lookup.clear();
}

LookupScreen::~LookupScreen()
{
    disconnect(&m_lookup, nullptr, this, nullptr);
}

void LookupScreen::refresh()
{
    QList<ListItem> items;
    for (const LookupHit &hit : m_lookup.hits())
        items.append({hit.title, hit.priceText, hit.sku});
    m_list.setItems(std::move(items));
    navigator().redraw();
}

void LookupScreen::refuse(const Problem &problem)
{
    navigator().bell();
    navigator().say(MessageKind::Error, problem.message);
    navigator().redraw();
}

Page LookupScreen::page() const
{
    Page page{.title = tr("LOOK UP"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (isChoosing())
            return m_list.layout(layout);
        if (!m_lookup.view().isEmpty()) {
            const bool large = layout.density == Density::Large;
            return productPane(m_lookup.view(), large ? PaneDetail::Full : PaneDetail::Short, layout);
        }
        return textBlock({{.left = tr("Scan an item, or type its code or a part of its name."), .maximumRows = 4}},
                         layout);
    };
    page.prompt = Prompt{isChoosing() ? tr("Choose 1-9") : tr("Scan or type"), m_field};
    return page;
}

QList<TerminalAction> LookupScreen::actions()
{
    QList<TerminalAction> actions{
        {Verb::Find, tr("lst"), tr("List"), [this] {
             navigator().open(std::make_unique<ProductListScreen>(navigator(), m_clock, m_enter, m_lookup, m_catalog));
         }}};
    if (isChoosing() && m_list.hasPages())
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    if (!isChoosing() && !m_lookup.view().isEmpty())
        actions.append({Verb::Details, tr("all"), tr("Details"),
                        [this] { navigator().open(std::make_unique<ProductScreen>(navigator(), m_lookup)); }});
    return actions;
}

QString LookupScreen::helpText() const
{
    return tr("Scan an item to see its price and how much is there. Or type a part of its name and press Enter.");
}

bool LookupScreen::key(const KeyEvent &event)
{
    if (isChoosing() && m_list.key(event))
        return true;
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    m_pause.reset();
    // As in a menu: the first digit of a scan chooses nothing.
    if (isChoosing() && m_list.itemOfDigit(m_field.text()) && m_enter == MenuEnter::AfterPause)
        m_pause = m_clock.after(MenuScreen::pauseMs, [this] {
            if (const std::optional<qsizetype> index = m_list.itemOfDigit(m_field.text()))
                choose(*index);
        });
    return true;
}

void LookupScreen::submit(const QString &text)
{
    m_pause.reset();
    if (isChoosing()) {
        const std::optional<qsizetype> index = text.isEmpty() ? m_list.current() : m_list.itemOfDigit(text);
        if (index) {
            choose(*index);
            return;
        }
    }
    m_lookup.enter(text);
}

void LookupScreen::choose(qsizetype index)
{
    m_field.clear();
    m_lookup.choose(index);
}

void LookupScreen::scan(const QString &code)
{
    m_pause.reset();
    m_field.clear();
    m_lookup.scan(code);
}

bool LookupScreen::back()
{
    if (!isChoosing() && m_lookup.view().isEmpty())
        return false;
    m_lookup.clear();
    return true;
}

} // namespace crema::terminal
