// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/customers/merge_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {
namespace {

using Step = CustomerMergePresenter::Step;

constexpr qsizetype mergeRow = 0;
constexpr qsizetype swapRow = 1;
constexpr int sideRows = 6;
constexpr int fewSideRows = 4;

} // namespace

MergeScreen::MergeScreen(Navigator &navigator, Clock &clock, MenuEnter enter, CustomerMergePresenter &merging)
    : ListScreen(navigator, clock, enter), m_merging(merging)
{
    connect(&m_merging, &CustomerMergePresenter::changed, this, &MergeScreen::refresh);
    connect(&m_merging, &CustomerMergePresenter::merged, this, [this](const MergeDone &, const QString &says) {
        this->navigator().say(MessageKind::Ok, says);
        if (m_merging.step() == Step::Compare)
            this->navigator().closeTop();
    });
    refresh();
}

MergeScreen::~MergeScreen()
{
    disconnect(&m_merging, nullptr, this, nullptr);
}

void MergeScreen::refresh()
{
    stopWaiting();
    QList<ListItem> items;
    if (m_merging.step() == Step::Compare) {
        const QString stays = m_merging.stays() ? m_merging.stays()->name : QString();
        items = {{.text = tr("Merge into %1", "a customer").arg(stays), .value = {}},
                 {.text = tr("The other one stays"), .value = {}}};
        if (!m_merging.problemText().isEmpty())
            navigator().say(MessageKind::Error, m_merging.problemText());
    } else {
        for (const MergeRow &row : m_merging.rows())
            items.append({.text = row.name, .value = row.aboutText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

QList<TextLine> MergeScreen::sides(bool isWhole) const
{
    QList<TextLine> lines;
    const auto add = [&](const QString &role, const std::optional<MergeSide> &side) {
        if (!side)
            return;
        lines.append({.left = role, .style = Style::strong()});
        lines.append({.left = side->name, .maximumRows = 1});
        if (isWhole)
            lines.append({.left = side->aboutTexts.join(QStringLiteral(", ")), .maximumRows = 1});
    };
    add(tr("STAYS", "of two customers"), m_merging.stays());
    add(tr("IS MERGED", "of two customers"), m_merging.goes());
    return lines;
}

Page MergeScreen::page() const
{
    const Step step = m_merging.step();
    Page page{.title = step == Step::Compare  ? tr("THE SAME?")
                       : step == Step::Search ? tr("WHO IS THE SAME?")
                                              : tr("HERE TWICE?"),
              .progress = m_list.progress()};
    page.body = [this, step](const Layout &layout) {
        if (step == Step::Compare)
            // Where there is little room the names say who stays.
            return layout.size.height > 12 ? listAbove(sides(true), sideRows, layout)
                                           : listAbove(sides(false), fewSideRows, layout);
        if (m_list.items().isEmpty())
            return textBlock({{.left = m_merging.isReading() ? QString() : m_merging.problemText(), .maximumRows = 6}},
                             layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{step == Step::Compare      ? tr("Choose 1-2")
                         : step == Step::Search     ? tr("1-9 or a name")
                         : m_list.items().isEmpty() ? QString()
                                                    : tr("Choose 1-9"),
                         m_field};
    return page;
}

QList<TerminalAction> MergeScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_list.hasPages()) {
        actions.append({Verb::NextPage, tr("+"), tr("Next page"), [this] {
                            m_list.nextPage();
                            navigator().redraw();
                        }});
    }
    return actions;
}

QString MergeScreen::helpText() const
{
    return m_merging.step() == Step::Compare
               ? CustomerMergePresenter::consequenceText()
               : tr("Press the number of who is here a second time. Nothing is merged before you have seen both.");
}

void MergeScreen::submit(const QString &text)
{
    if (m_merging.step() != Step::Search || text.isEmpty() || m_list.itemOfDigit(text)) {
        ListScreen::submit(text);
        return;
    }
    stopWaiting();
    m_field.clear();
    m_merging.setSearchText(text);
}

bool MergeScreen::back()
{
    if (m_merging.step() == Step::Compare) {
        m_merging.goBack();
        return true;
    }
    if (m_merging.step() == Step::Search && !m_merging.searchText().isEmpty()) {
        m_merging.setSearchText({});
        return true;
    }
    return false;
}

void MergeScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (m_merging.step() != Step::Compare)
        m_merging.choose(static_cast<int>(row));
    else if (row == mergeRow)
        m_merging.merge();
    else if (row == swapRow)
        m_merging.swap();
}

} // namespace crema::terminal
