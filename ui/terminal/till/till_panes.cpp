// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/till_panes.h"

#include "ui/presenters/till/coupon_words.h"
#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"
#include "ui/terminal/widgets/qr_block.h"
#include "ui/terminal/widgets/side_by_side.h"
#include "ui/terminal/widgets/table.h"
#include "ui/terminal/widgets/text_block.h"

#include <QCoreApplication>
#include <QLocale>

namespace crema::terminal {

namespace {

constexpr int smallCartLines = 6;

QString tr(const char *text, const char *about = nullptr)
{
    return QCoreApplication::translate("TillPanes", text, about);
}

// A name that the terminal cannot show is replaced by what stands below it on the desktop: its code.
QString nameOf(const CartLineView &line, const Layout &layout)
{
    const QString name = nameOrCode(line.name, line.sku.isEmpty() ? line.name : line.sku, layout.charset);
    if (line.comesBack) // first, so that the smallest screen does not cut it off
        return tr("Back: %1", "an item that comes back").arg(name);
    QStringList all{name};
    if (!line.parts.isEmpty())
        all.append(line.parts.join(QStringLiteral(", ")));
    if (!line.remark.isEmpty())
        all.append(line.remark);
    return all.join(QStringLiteral(" · "));
}

TextLine oneRow(const CartLineView &line, int number, Style style, const Layout &layout)
{
    return {.left = QStringLiteral("%1 %2 %3").arg(number).arg(line.quantityText, nameOf(line, layout)),
            .right = line.totalText,
            .style = style};
}

// A long name goes on in a second row, which then holds the amount.
QList<TextLine> rowsOfLine(const CartLineView &line, int number, Style style, const Layout &layout)
{
    const TextLine one = oneRow(line, number, style, layout);
    const QString left = layout.text(one.left);
    const QString right = layout.text(one.right);
    if (textWidth(left) + 1 + textWidth(right) <= layout.size.width)
        return {one};
    const QStringList parts = wrapped(left, layout.size.width, 2, layout.charset);
    const QString rest = parts.size() > 1 ? QStringLiteral("    ") + parts[1] : QString();
    return {{.left = parts[0], .style = style, .maximumRows = 1}, {.left = rest, .right = one.right, .style = style}};
}

// The last lines, long names in two rows where there is room, else cut; the newest come first to the room.
Canvas smallCart(const QList<CartLineView> &lines, int selected, const Layout &layout)
{
    const int shown = std::min({smallCartLines, layout.size.height, static_cast<int>(lines.size())});
    int spare = layout.size.height - shown;
    QList<TextLine> rows;
    for (int i = static_cast<int>(lines.size()) - 1; i >= static_cast<int>(lines.size()) - shown; --i) {
        const Style style = i == selected ? Style::strong() : Style();
        QList<TextLine> some = rowsOfLine(lines[i], i + 1, style, layout);
        if (some.size() - 1 > spare)
            some = {oneRow(lines[i], i + 1, style, layout)};
        spare -= static_cast<int>(some.size()) - 1;
        rows = some + rows;
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

// Who it is for, what is taken off all of it, and its notes.
QString aboutSale(const TotalsView &totals)
{
    QStringList parts;
    for (const CouponChip &chip : totals.coupons) // first: what is missing for one is for now
        parts.append(couponLine(chip));
    parts += QStringList{totals.customerText, totals.remarksText};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Canvas sidePanel(const TotalsView &totals, const Layout &layout)
{
    QList<TextLine> rows{{.left = tr("Items"), .right = QString::number(totals.itemCount)}};
    for (const AmountRow &row : totals.rows)
        rows.append({.left = row.label, .right = row.amountText});
    return textBlock(rows, layout);
}

} // namespace

Canvas cartPane(const QList<CartLineView> &lines, int selected, const TotalsView &totals, const Layout &layout)
{
    Canvas canvas(layout.size);
    const QString about = aboutSale(totals);
    const int height = std::max(0, layout.size.height - (about.isEmpty() ? 1 : 2));
    const Layout room = layout.within({layout.size.width, height});
    const auto table = [&](const Layout &part) { return cartTable(lines, selected, part); };
    const auto side = [&](const Layout &part) { return sidePanel(totals, part); };
    switch (layout.density) {
    case Density::Small: canvas.paste({0, 0}, smallCart(lines, selected, room)); break;
    case Density::Medium: canvas.paste({0, 0}, table(room)); break;
    case Density::Large: canvas.paste({0, 0}, sideBySide(table, side, room)); break;
    }
    if (!about.isEmpty())
        canvas.paste({height, 0},
                     textBlock({{.left = about, .maximumRows = 1}}, layout.within({layout.size.width, 1})));
    canvas.paste({std::max(0, layout.size.height - 1), 0}, totalRow(totals, layout));
    return canvas;
}

Canvas paymentPane(const PaymentView &payment, const Layout &layout)
{
    // What is due is in sight however small the screen is, and however much is paid already.
    QList<TextLine> rows{{.left = tr("Due"), .right = payment.dueText, .style = {.bold = true, .reverse = true}}};
    if (!payment.shareText.isEmpty())
        rows.append({.left = tr("1 of %1").arg(payment.ways), .right = payment.shareText});
    if (payment.shareText.isEmpty() || payment.entered)
        rows.append({.left = tr("Received"), .right = payment.receivedText});
    if (!payment.tipText.isEmpty())
        rows.append({.left = tr("Tip"), .right = payment.tipText});
    if (!payment.chargeText.isEmpty())
        rows.append({.left = tr("To charge"), .right = payment.chargeText, .style = Style::strong()});
    if (!payment.slipText.isEmpty())
        rows.append({.left = payment.slipText, .maximumRows = 1});
    if (!payment.restText.isEmpty())
        rows.append({.left = tr("Then due"), .right = payment.restText});
    if (!payment.missingText.isEmpty())
        rows.append({.left = payment.missingText, .style = Style::strong()});
    if (!payment.changeText.isEmpty())
        rows.append({.left = tr("Change"), .right = payment.changeText, .style = Style::strong()});
    for (const TakenTender &taken : payment.taken)
        rows.append(
            {.left = tr("Paid %1", "way of paying").arg(taken.text), .right = taken.amountText, .maximumRows = 1});
    if (payment.recording)
        rows.append({.left = tr("The sale is being saved.")});
    else if (!payment.entered && payment.mustBeEntered)
        rows.append({.left = tr("Digits count from the right: 5000 is 50.00."), .maximumRows = 4});
    else if (!payment.entered && payment.ways > 1)
        rows.append({.left = tr("Enter takes this part."), .maximumRows = 2});
    else if (!payment.entered)
        rows.append({.left = tr("Digits count from the right: 5000 is 50.00. Enter alone takes the exact amount."),
                     .maximumRows = 4});
    return textBlock(rows, layout);
}

Canvas onlinePane(const OnlinePaymentView &online, const Layout &layout)
{
    constexpr int gap = 2;
    constexpr int narrowestText = 20;
    const QList<TextLine> rows{{.left = online.titleText, .style = {.bold = true, .reverse = true}, .maximumRows = 2},
                               {.left = online.stateText, .style = Style::strong(), .maximumRows = 2},
                               {.left = online.sentenceText, .maximumRows = 5},
                               // Who cannot scan it here types it, or scans it at the customer display.
                               {.left = online.codeText, .maximumRows = 6}};
    const QrMatrix code = QrMatrix::of(online.codeText);
    const std::optional<Size> room = qrBlockSize(code, layout.charset);
    const int beside = room ? layout.size.width - room->width - gap : 0;
    if (code.isEmpty() || !room || room->height > layout.size.height || beside < narrowestText)
        return textBlock(rows, layout);
    Canvas canvas(layout.size);
    canvas.paste({0, 0}, qrBlock(code));
    canvas.paste({0, room->width + gap}, textBlock(rows, layout.within({beside, layout.size.height})));
    return canvas;
}

Canvas payBackPane(const PayBackView &back, bool isRecording, const Layout &layout)
{
    QList<TextLine> rows{{.left = back.titleText,
                          .right = back.payments.isEmpty() ? QString() : back.totalText,
                          .style = {.bold = true, .reverse = true}}};
    for (const AmountRow &row : back.payments)
        rows.append({.left = row.label, .right = row.amountText, .style = Style::strong()});
    for (const AmountRow &row : back.rows)
        rows.append({.left = row.label, .right = row.amountText});
    rows.append(
        {.left = isRecording ? tr("The sale is being saved.") : tr("Nothing is recorded yet. Enter records it."),
         .maximumRows = 3});
    return textBlock(rows, layout);
}

Canvas changePane(const ChangeView &change, const Layout &layout)
{
    QList<TextLine> rows{{.left = change.isPayBack ? tr("HAND OUT") : tr("CHANGE"),
                          .right = change.changeText,
                          .style = {.bold = true, .reverse = true}}};
    if (layout.density == Density::Large) {
        for (const QString &piece : change.handOut)
            rows.append({.left = QStringLiteral("  ") + piece, .maximumRows = 1});
    } else if (!change.handOut.isEmpty()) {
        rows.append({.left = QLocale().createSeparatedList(change.handOut), .maximumRows = 3});
    }
    rows.append({.left = change.paidText});
    if (!change.hintText.isEmpty())
        rows.append({.left = change.hintText, .maximumRows = 4});
    rows.append({.left = tr("Receipt %1").arg(change.receiptNumber)});
    const QList<TextLine> choices{{.left = tr("1 Show the receipt"), .maximumRows = 1},
                                  {.left = tr("3 Next sale"), .maximumRows = 1}};
    const int choiceRows = std::min(static_cast<int>(choices.size()), layout.size.height);
    const int height = layout.size.height - choiceRows;
    Canvas canvas(layout.size);
    canvas.paste({0, 0}, textBlock(rows, layout.within({layout.size.width, height})));
    canvas.paste({height, 0}, textBlock(choices, layout.within({layout.size.width, choiceRows})));
    return canvas;
}

Canvas cartColumn(const QList<CartLineView> &lines, const TotalsView &totals, const Layout &layout)
{
    Canvas canvas(layout.size);
    const int height = std::max(0, layout.size.height - 1);
    canvas.paste({0, 0}, smallCart(lines, -1, layout.within({layout.size.width, height})));
    canvas.paste({height, 0}, totalRow(totals, layout));
    return canvas;
}

} // namespace crema::terminal
