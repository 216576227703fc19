// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/receipt_screen.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

int receiptColumns(int width)
{
    return width >= 48 ? 48 : width >= 42 ? 42 : 32;
}

bool isRule(const QString &text)
{
    return !text.isEmpty() && text.count(text.front()) == text.size();
}

// Narrower than any receipt printer: name and amount keep their edges, and every word and amount is kept.
QStringList narrowRows(const QString &text, const Layout &layout)
{
    const int width = layout.size.width;
    if (isRule(text))
        return {text.left(width)};
    const QString line = text.simplified();
    const qsizetype gap = text.trimmed().indexOf(QLatin1String("  "));
    const bool twoColumns = gap > 0 && text.trimmed().mid(gap).trimmed().count(QLatin1Char(' ')) == 0;
    if (!twoColumns)
        return wrapped(line, width, 4, layout.charset);
    const QString left = text.trimmed().left(gap);
    const QString right = text.trimmed().mid(gap).trimmed();
    if (textWidth(left) + 1 + textWidth(right) <= width)
        return {justified(left, right, width, layout.charset)};
    return wrapped(left, width, 3, layout.charset) << rightAligned(right, width, layout.charset);
}

QStringList rowsFor(const QString &receipt, const Layout &layout)
{
    QStringList rows;
    for (const QString &line : receipt.split(QLatin1Char('\n'))) {
        const QString text = layout.text(line);
        if (textWidth(text) <= layout.size.width)
            rows.append(text);
        else
            rows += narrowRows(text, layout);
    }
    return rows;
}

} // namespace

Page ReceiptScreen::page() const
{
    Page page{.title = tr("RECEIPT %1").arg(m_till.change().receiptNumber)};
    page.body = [this](const Layout &layout) {
        const QStringList rows = rowsFor(m_till.receiptText(receiptColumns(layout.size.width)), layout);
        m_rows = static_cast<int>(rows.size());
        m_shown = std::max(1, layout.size.height);
        Canvas canvas(layout.size);
        for (int row = 0; row < m_shown && m_first + row < m_rows; ++row)
            canvas.put({row, 0}, rows[m_first + row]);
        return canvas;
    };
    page.prompt = Prompt{{}, m_field};
    return page;
}

QList<TerminalAction> ReceiptScreen::actions()
{
    if (m_rows <= m_shown)
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_first = m_first + m_shown < m_rows ? m_first + m_shown : 0;
                 navigator().redraw();
             }}};
}

QString ReceiptScreen::helpText() const
{
    return tr("This is the receipt of the last sale. Enter goes back.");
}

void ReceiptScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

void ReceiptScreen::scan(const QString &code)
{
    navigator().closeTop();
    m_till.enterCode(code);
}

} // namespace crema::terminal
