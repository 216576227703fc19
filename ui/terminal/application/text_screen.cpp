// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/text_screen.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

void TextScreen::addWrapped(QStringList &rows, const QString &text, const Layout &layout)
{
    constexpr int most = 8;
    const QString shown = layout.text(text);
    if (textWidth(shown) <= layout.size.width)
        rows.append(shown);
    else
        rows += wrapped(shown, layout.size.width, most, layout.charset);
}

void TextScreen::addFact(QStringList &rows, const QString &name, const QString &value, const Layout &layout)
{
    const QString shownName = layout.text(name);
    const QString shownValue = layout.text(value);
    constexpr int column = 26;
    if (layout.size.width >= 2 * column && column + textWidth(shownValue) <= layout.size.width) {
        rows.append(shownName + QString(std::max(1, column - textWidth(shownName)), u' ') + shownValue);
        return;
    }
    addWrapped(rows, name, layout);
    addWrapped(rows, QStringLiteral(" ") + value, layout);
}

Page TextScreen::page() const
{
    Page page{.title = titleText()};
    if (m_rows > m_shown && m_shown > 0)
        page.progress = QStringLiteral("%1/%2").arg(m_first / m_shown + 1).arg((m_rows + m_shown - 1) / m_shown);
    page.body = [this](const Layout &layout) {
        const QStringList rows = rowsFor(layout);
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

QList<TerminalAction> TextScreen::actions()
{
    if (m_rows <= m_shown)
        return {};
    return {{Verb::NextPage, tr("+"), tr("Next page"), [this] {
                 m_first = m_first + m_shown < m_rows ? m_first + m_shown : 0;
                 navigator().redraw();
             }}};
}

void TextScreen::submit(const QString &text)
{
    if (text.isEmpty())
        navigator().closeTop();
}

} // namespace crema::terminal
