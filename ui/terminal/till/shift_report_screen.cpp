// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/shift_report_screen.h"

#include "ui/terminal/cells/text_fit.h"
#include "ui/terminal/till/paper_rows.h"

namespace crema::terminal {

ShiftReportScreen::ShiftReportScreen(Navigator &navigator, ShiftReportPresenter &report)
    : TextScreen(navigator), m_report(report)
{
    connect(&m_report, &ShiftReportPresenter::changed, this, [this] { this->navigator().redraw(); });
}

QString ShiftReportScreen::titleText() const
{
    if (m_report.page() == ShiftPage::Moved)
        return tr("CASH MOVED");
    return m_report.titleText().isEmpty() ? tr("REPORT") : m_report.titleText().toUpper();
}

QStringList ShiftReportScreen::rowsFor(const Layout &layout) const
{
    QStringList rows;
    if (m_report.isReading())
        return rows;
    if (!m_report.problemText().isEmpty()) {
        addWrapped(rows, m_report.problemText(), layout);
        return rows;
    }
    return m_report.page() == ShiftPage::Moved
               ? movedRows(layout)
               : paperRows(m_report.reportText(paperColumns(layout.size.width)), layout);
}

QStringList ShiftReportScreen::movedRows(const Layout &layout) const
{
    QStringList rows;
    for (const MovedCashRow &row : m_report.movedRows()) {
        rows.append(justified(layout.text(row.timeText + QLatin1Char(' ') + row.kindText), layout.text(row.amountText),
                              layout.size.width, layout.charset));
        if (!row.aboutText.isEmpty())
            addWrapped(rows, QStringLiteral("  ") + row.aboutText, layout);
    }
    return rows;
}

QList<TerminalAction> ShiftReportScreen::actions()
{
    QList<TerminalAction> actions = TextScreen::actions();
    if (m_report.page() == ShiftPage::Report && m_report.canPrint()) {
        actions.prepend({Verb::Done, tr("prt"), tr("Print the report"), [this] {
                             m_report.print();
                             navigator().say(MessageKind::Ok, tr("It is being printed."));
                         }});
    }
    return actions;
}

QString ShiftReportScreen::helpText() const
{
    return m_report.page() == ShiftPage::Moved ? tr("The cash that was moved in this shift. Enter goes back.")
                                               : tr("The report as it is printed. Enter goes back.");
}

ClosedShiftsScreen::ClosedShiftsScreen(Navigator &navigator, Clock &clock, MenuEnter enter,
                                       ShiftReportPresenter &report)
    : ListScreen(navigator, clock, enter), m_report(report)
{
    connect(&m_report, &ShiftReportPresenter::changed, this, &ClosedShiftsScreen::refresh);
    m_report.showClosed();
}

void ClosedShiftsScreen::refresh()
{
    if (m_report.page() != ShiftPage::Closed)
        return;
    QList<ListItem> items;
    for (const ClosedShiftRow &row : m_report.closedRows()) {
        items.append(
            {.text = tr("%1 · %2", "a report, and its day").arg(row.titleText, row.dayText), .value = row.salesText});
    }
    m_list.setItems(std::move(items));
    navigator().redraw();
}

Page ClosedShiftsScreen::page() const
{
    Page page{.title = tr("Z REPORTS"), .progress = m_list.progress()};
    page.body = [this](const Layout &layout) {
        if (m_list.items().isEmpty())
            return textBlock({{.left = m_report.problemText(), .maximumRows = 6}}, layout);
        return m_list.layout(layout);
    };
    page.prompt = Prompt{m_list.items().isEmpty() ? QString() : tr("Choose 1-9"), m_field};
    return page;
}

QList<TerminalAction> ClosedShiftsScreen::actions()
{
    if (!m_list.hasPages())
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_list.nextPage();
                 navigator().redraw();
             }}};
}

QString ClosedShiftsScreen::helpText() const
{
    return tr("Press the number of a report to read it.");
}

void ClosedShiftsScreen::openRow(qsizetype row)
{
    m_field.clear();
    if (row >= m_list.items().size())
        return;
    m_report.openZ(static_cast<int>(row));
    navigator().open(std::make_unique<ShiftReportScreen>(navigator(), m_report));
}

} // namespace crema::terminal
