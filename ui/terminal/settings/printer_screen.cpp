// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/settings/printer_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

const QLatin1String noPrinter("-");

/// "3 printer.local": the third kind at this address; without a number the kind stays.
std::pair<QString, QString> kindAndAddress(const QString &text, const QString &kindBefore)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList ids = printerProfileIds();
    const int number = words.size() == 2 ? words.first().toInt() : 0;
    if (number < 1 || number > ids.size())
        return {kindBefore, text};
    return {ids.at(number - 1), words.last()};
}

} // namespace

PrinterScreen::PrinterScreen(Navigator &navigator, PrinterPresenter &printer, PrintPresenter &printing)
    : TerminalScreen(navigator), m_printer(printer), m_printing(printing)
{
    connect(&m_printer, &PrinterPresenter::changed, this, &PrinterScreen::sayAnswer);
    connect(&m_printing, &PrintPresenter::viewChanged, this, [this] { this->navigator().redraw(); });
}

void PrinterScreen::sayAnswer()
{
    const MessageKind kind = m_printer.isFailure() ? MessageKind::Error : MessageKind::Ok;
    navigator().say(kind, m_printer.message());
    navigator().redraw();
}

Page PrinterScreen::page() const
{
    Page page{.title = tr("PRINTER")};
    page.body = [this](const Layout &layout) {
        QList<TextLine> lines;
        if (m_printer.address().isEmpty()) {
            lines.append({.left = tr("No printer is set."), .style = Style::strong(), .maximumRows = 2});
        } else {
            lines.append({.left = m_printer.address(), .style = Style::strong(), .maximumRows = 2});
            lines.append({.left = m_printer.profile()});
        }
        const PrintView &view = m_printing.view();
        if (!view.text.isEmpty()) {
            lines.append({.left = view.text, .maximumRows = 3});
            lines.append({.left = view.hint, .maximumRows = 3});
        }
        const QStringList names = printerProfileNames();
        for (qsizetype i = 0; i < names.size(); ++i)
            lines.append({.left = QStringLiteral("%1 %2").arg(i + 1).arg(names.at(i))});
        return textBlock(lines, layout);
    };
    page.prompt = Prompt{tr("Address"), m_field};
    return page;
}

QList<TerminalAction> PrinterScreen::actions()
{
    const QString none = m_printer.address().isEmpty() ? tr("No printer is set.") : QString();
    QList<TerminalAction> actions{
        {Verb::Done, tr("tst"), tr("Print a test page"), [this] { m_printer.printTestPage(); }, none}};
    const PrintView::State state = m_printing.view().state;
    if (state == PrintView::State::Unclear) {
        actions.append({Verb::Details, tr("try"), tr("Print it again"), [this] { m_printing.tryAgain(); }});
        actions.append({Verb::Skip, tr("skp"), tr("It is there"), [this] { m_printing.settleUnclear(); }});
    } else if (state == PrintView::State::Waiting) {
        actions.append({Verb::Details, tr("try"), tr("Print what waits now"), [this] { m_printing.tryAgain(); }});
        actions.append({Verb::Skip, tr("skp"), tr("Do not print what waits"), [this] { m_printing.discard(); }});
    }
    return actions;
}

QString PrinterScreen::helpText() const
{
    return tr(
        "Type where the printer is and press Enter: a host, /dev/usb/lp0 or cups:NAME. Before it the number of its "
        "kind, as in: 3 192.168.1.50. A dash alone means no printer. Enter alone goes back.");
}

void PrinterScreen::submit(const QString &text)
{
    m_field.clear();
    if (text.trimmed().isEmpty()) {
        navigator().closeTop();
        return;
    }
    const auto [kind, address] = kindAndAddress(text, m_printer.profile());
    m_printer.submit(text.trimmed() == noPrinter ? QString() : address, kind, m_printer.columns());
}

} // namespace crema::terminal
