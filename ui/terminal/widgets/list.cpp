// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/list.h"

#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

QChar markOf(bool current)
{
    return current ? QLatin1Char('>') : QLatin1Char(' ');
}

} // namespace

void List::setItems(QList<ListItem> items)
{
    m_items = std::move(items);
    moveTo(m_current);
}

void List::moveTo(qsizetype index)
{
    m_current = std::clamp<qsizetype>(index, 0, std::max<qsizetype>(0, m_items.size() - 1));
}

std::optional<qsizetype> List::itemOfDigit(QStringView digit) const
{
    if (digit.size() != 1 || digit[0] < u'1' || digit[0] > u'9')
        return std::nullopt;
    const qsizetype offset = digit[0].unicode() - u'1';
    const qsizetype index = firstOfPage() + offset;
    return offset < m_page && index < m_items.size() ? std::optional(index) : std::nullopt;
}

void List::nextPage()
{
    const qsizetype next = firstOfPage() + m_page;
    moveTo(next < m_items.size() ? next : 0);
}

bool List::key(const KeyEvent &event)
{
    switch (event.key) {
    case Key::Up: moveTo(m_current - 1); return true;
    case Key::Down: moveTo(m_current + 1); return true;
    case Key::PageUp: moveTo(m_current - m_page); return true;
    case Key::PageDown: moveTo(m_current + m_page); return true;
    default: return false;
    }
}

QString List::progress() const
{
    if (!hasPages())
        return {};
    return QStringLiteral("%1/%2").arg(m_current / m_page + 1).arg((m_items.size() + m_page - 1) / m_page);
}

Canvas List::layout(const Layout &layout) const
{
    m_page = std::clamp(layout.size.height, 1, maximumPage);
    Canvas canvas(layout.size);
    const qsizetype first = firstOfPage();
    for (int row = 0; row < m_page && first + row < m_items.size(); ++row) {
        const ListItem &item = m_items[first + row];
        const bool current = first + row == m_current;
        const QString text = QString(markOf(current)) + QString::number(row + 1) + QLatin1Char(' ') +
                             nameOrCode(item.text, item.code.isEmpty() ? item.text : item.code, layout.charset);
        canvas.put({row, 0}, justified(text, layout.text(item.value), layout.size.width, layout.charset),
                   current ? Style::strong() : Style());
    }
    return canvas;
}

} // namespace crema::terminal
