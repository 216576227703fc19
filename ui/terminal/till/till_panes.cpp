// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/till_panes.h"

#include "ui/terminal/cells/text_fit.h"
#include "ui/terminal/widgets/table.h"
#include "ui/terminal/widgets/text_block.h"

#include <QCoreApplication>

namespace crema::terminal {

namespace {

constexpr int smallCartLines = 6;
constexpr int sidePanelWidth = 28;

QString tr(const char *text)
{
    return QCoreApplication::translate("TillPanes", text);
}

// A name that the terminal cannot show is replaced by what stands below it on the desktop: its code.
QString nameOf(const CartLineView &line, const Layout &layout)
{
    return nameOrCode(line.name, line.detail.isEmpty() ? line.name : line.detail, layout.charset);
}

Canvas smallCart(const QList<CartLineView> &lines, int selected, const Layout &layout)
{
    QList<TextLine> rows;
    const int shown = std::min(smallCartLines, layout.size.height);
    const int first = std::max(0, static_cast<int>(lines.size()) - shown);
    for (int i = first; i < lines.size(); ++i) {
        const CartLineView &line = lines[i];
        rows.append({.left = QStringLiteral("%1 %2 %3").arg(i + 1).arg(line.quantityText, nameOf(line, layout)),
                     .right = line.totalText,
                     .style = i == selected ? Style::strong() : Style()});
    }
    return textBlock(rows, layout);
}

Canvas cartTable(const QList<CartLineView> &lines, int selected, const Layout &layout)
{
    Table table;
    table.columns = {{tr("No"), Alignment::Right}, {tr("Item"), Alignment::Left, true}, {tr("Qty"), Alignment::Right}};
    const bool large = layout.density == Density::Large;
    if (large)
        table.columns.append({tr("Price"), Alignment::Right});
    table.columns.append({tr("Total"), Alignment::Right});
    for (int i = 0; i < lines.size(); ++i) {
        QStringList row{QString::number(i + 1), nameOf(lines[i], layout), lines[i].quantityText};
        if (large)
            row.append(lines[i].unitPriceText);
        row.append(lines[i].totalText);
        table.rows.append(row);
    }
    table.keep = TableEnd::Last;
    table.marked = selected;
    return table.layout(layout);
}

Canvas totalRow(const TotalsView &totals, const Layout &layout)
{
    Canvas canvas({layout.size.width, 1});
    canvas.put({0, 0},
               justified(layout.text(totals.label), layout.text(totals.totalText), layout.size.width, layout.charset));
    canvas.styleRow(0, {.bold = true, .reverse = true});
    return canvas;
}

Canvas sidePanel(const TotalsView &totals, const Layout &layout)
{
    QList<TextLine> rows{{.left = tr("Items"), .right = QString::number(totals.itemCount)}};
    for (const AmountRow &row : totals.rows)
        rows.append({.left = row.label, .right = row.amountText});
    return textBlock(rows, layout);
}

void drawDivider(Canvas &canvas, int column, const Layout &layout)
{
    for (int row = 0; row < layout.size.height; ++row)
        canvas.put({row, column}, layout.text(QStringLiteral("│")));
}

} // namespace

Canvas cartPane(const QList<CartLineView> &lines, int selected, const TotalsView &totals, const Layout &layout)
{
    Canvas canvas(layout.size);
    const int height = std::max(0, layout.size.height - 1);
    const bool large = layout.density == Density::Large;
    const int width = large ? layout.size.width - sidePanelWidth - 3 : layout.size.width;
    const Layout room = layout.within({width, height});
    canvas.paste({0, 0}, layout.density == Density::Small ? smallCart(lines, selected, room)
                                                          : cartTable(lines, selected, room));
    if (large) {
        drawDivider(canvas, width + 1, layout.within({1, height}));
        canvas.paste({0, width + 3}, sidePanel(totals, layout.within({sidePanelWidth, height})));
    }
    canvas.paste({height, 0}, totalRow(totals, layout));
    return canvas;
}

Canvas paymentPane(const PaymentView &payment, const Layout &layout)
{
    QList<TextLine> rows{{.left = tr("Due"), .right = payment.dueText, .style = {.bold = true, .reverse = true}},
                         {.left = tr("Received"), .right = payment.receivedText}};
    if (!payment.missingText.isEmpty())
        rows.append({.left = payment.missingText, .style = Style::strong()});
    if (!payment.changeText.isEmpty())
        rows.append({.left = tr("Change"), .right = payment.changeText, .style = Style::strong()});
    if (payment.recording)
        rows.append({.left = tr("The sale is being saved.")});
    else if (!payment.entered)
        rows.append({.left = tr("Digits count from the right: 5000 is 50.00. Enter alone takes the exact amount."),
                     .maximumRows = 4});
    return textBlock(rows, layout);
}

Canvas changePane(const ChangeView &change, const Layout &layout)
{
    QList<TextLine> rows{{.left = tr("CHANGE"), .right = change.changeText, .style = {.bold = true, .reverse = true}}};
    for (const QString &piece : change.handOut)
        rows.append({.left = QStringLiteral("  ") + piece, .maximumRows = 1});
    rows.append({.left = change.paidText});
    rows.append({.left = tr("Receipt %1").arg(change.receiptNumber)});
    return textBlock(rows, layout);
}

} // namespace crema::terminal
