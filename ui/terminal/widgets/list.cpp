// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/widgets/list.h"

#include "ui/terminal/cells/cell_width.h"
#include "ui/terminal/cells/text_fit.h"

namespace crema::terminal {

namespace {

constexpr int prefixWidth = 3; // mark, digit, blank

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
    const int rows = rowsPerItem(layout);
    m_page = std::clamp(layout.size.height / rows, 1, maximumPage);
    Canvas canvas(layout.size);
    const qsizetype first = firstOfPage();
    for (int place = 0; place < m_page && first + place < m_items.size(); ++place) {
        const QStringList texts = rowsOf(first + place, place + 1, rows, layout);
        for (int row = 0; row < texts.size(); ++row) {
            canvas.put({place * rows + row, 0}, texts[row], first + place == m_current ? Style::strong() : Style());
        }
    }
    return canvas;
}

// On small screens a name that does not fit beside its value makes every item two rows high.
int List::rowsPerItem(const Layout &layout) const
{
    const auto fits = [&layout](const ListItem &item) {
        return prefixWidth + textWidth(layout.text(item.text)) + 1 + textWidth(layout.text(item.value)) <=
               layout.size.width;
    };
    return layout.density == Density::Small && !std::ranges::all_of(m_items, fits) ? 2 : 1;
}

QStringList List::rowsOf(qsizetype index, int number, int rows, const Layout &layout) const
{
    const ListItem &item = m_items[index];
    const QString prefix = QString(markOf(index == m_current)) + QString::number(number) + QLatin1Char(' ');
    const QString name = nameOrCode(item.text, item.code.isEmpty() ? item.text : item.code, layout.charset);
    const QString value = layout.text(item.value);
    if (rows == 1)
        return {justified(prefix + name, value, layout.size.width, layout.charset)};
    const QStringList parts = wrapped(name, layout.size.width - prefixWidth, 2, layout.charset);
    return {prefix + parts[0], justified(QString(prefixWidth, QLatin1Char(' ')) + parts.value(1), value,
                                         layout.size.width, layout.charset)};
}

} // namespace crema::terminal
