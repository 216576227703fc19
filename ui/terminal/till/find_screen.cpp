// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/find_screen.h"

#include "ui/terminal/till/till_panes.h"
#include "ui/terminal/widgets/side_by_side.h"
#include "ui/terminal/widgets/text_block.h"

#include <QRegularExpression>

namespace crema::terminal {

FindScreen::FindScreen(Navigator &navigator, Clock &clock, MenuEnter enter, TillPresenter &till, const QString &text)
    : TerminalScreen(navigator), m_clock(clock), m_enter(enter), m_till(till), m_code(text), m_choosing(!text.isEmpty())
{
    connect(&m_till, &TillPresenter::searchChanged, this, &FindScreen::refresh);
    m_till.setSearchText(text);
    refresh();
}

FindScreen::~FindScreen()
{
    disconnect(&m_till, nullptr, this, nullptr);
    m_till.setSearchText({});
}

void FindScreen::refresh()
{
    QList<ListItem> items;
    for (const ProductHit &hit : m_till.hits())
        items.append({hit.name, hit.priceText.isEmpty() ? tr("no price") : hit.priceText, hit.sku});
    m_list.setItems(std::move(items));
    navigator().redraw();
    takeExactHit();
}

// What was typed at the till may have been the code of an item that has no digit in it.
void FindScreen::takeExactHit()
{
    if (m_code.isEmpty() || !m_till.hitsAreCurrent())
        return;
    const QString code = std::exchange(m_code, {});
    const QList<ProductHit> &hits = m_till.hits();
    const auto same = [&code](const ProductHit &hit) { return hit.sku.compare(code, Qt::CaseInsensitive) == 0; };
    const auto hit = std::ranges::find_if(hits, same);
    if (hit != hits.end())
        choose(hit - hits.begin());
}

Page FindScreen::page() const
{
    Page page{.title = tr("FIND %1").arg(m_till.searchText()), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty() && !m_till.searchText().isEmpty() && m_till.hitsAreCurrent())
            return textBlock({{.left = tr("Nothing has these words in its name or code."), .maximumRows = 3}}, layout);
        if (layout.density != Density::Large)
            return m_list.layout(layout);
        return sideBySide([this](const Layout &room) { return m_list.layout(room); },
                          [this](const Layout &room) { return cartColumn(m_till.lines(), m_till.totals(), room); },
                          layout);
    };
    page.prompt = Prompt{m_choosing && !m_list.items().isEmpty() ? tr("Choose 1-9") : tr("Name or code"), m_field};
    return page;
}

QList<TerminalAction> FindScreen::actions()
{
    if (!m_list.hasPages())
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_list.nextPage();
                 navigator().redraw();
             }}};
}

QString FindScreen::helpText() const
{
    return tr("Type part of a name and press Enter. Then press the number of the line you want.");
}

bool FindScreen::key(const KeyEvent &event)
{
    if (m_list.key(event))
        return true;
    if (event.key == Key::Enter || !m_field.key(event))
        return false;
    m_pause.reset();
    if (m_choosing && m_list.itemOfDigit(m_field.text())) {
        // As in a menu: the first digit of a scan chooses nothing.
        if (m_enter == MenuEnter::AfterPause)
            m_pause = m_clock.after(MenuScreen::pauseMs, [this] { settle(); });
        return true;
    }
    m_code.clear();
    // The twin of a key and ":q" are no words to look for.
    static const QRegularExpression command(QStringLiteral("^[.:].?$"));
    if (!m_field.isEmpty() && !command.match(m_field.text()).hasMatch()) {
        m_choosing = false;
        m_till.setSearchText(m_field.text());
    }
    return true;
}

void FindScreen::settle()
{
    if (const std::optional<qsizetype> index = m_list.itemOfDigit(m_field.text()))
        choose(*index);
}

void FindScreen::submit(const QString &text)
{
    m_pause.reset();
    if (m_choosing) {
        if (const std::optional<qsizetype> index = m_list.itemOfDigit(text)) {
            choose(*index);
            return;
        }
    }
    if (!text.isEmpty()) {
        m_till.setSearchText(text);
        m_choosing = true;
    } else if (!m_list.items().isEmpty() && m_till.hitsAreCurrent()) {
        choose(m_list.current());
    }
}

void FindScreen::choose(qsizetype index)
{
    m_field.clear();
    m_till.addHit(static_cast<int>(index));
    navigator().closeTop();
}

void FindScreen::scan(const QString &code)
{
    m_pause.reset();
    m_field.clear();
    navigator().closeTop();
    m_till.enterCode(code);
}

} // namespace crema::terminal
