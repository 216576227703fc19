// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/data_table_header.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/data_table_delegate.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int headerHeight = 36;
constexpr int arrowSize = 16;
constexpr int gap = 4;

} // namespace

DataTableHeader::DataTableHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
{
    setObjectName(QStringLiteral("tableHeader"));
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setSectionResizeMode(Interactive);
    setMinimumSectionSize(48);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void DataTableHeader::setTable(const QList<DataColumn> &columns, const QList<SortKey> &keys)
{
    m_columns = columns;
    m_keys = keys;
    viewport()->update();
}

QSize DataTableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.scaled(headerHeight)};
}

void DataTableHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colour("surface"));
    painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), m_theme.colour("border"));
    painter.end();
    QHeaderView::paintEvent(event);
}

void DataTableHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    if (column >= m_columns.size())
        return;
    const DataColumn &shown = m_columns.at(column);
    const auto key =
        std::find_if(m_keys.begin(), m_keys.end(), [column](const SortKey &k) { return k.column == column; });
    const bool sorted = key != m_keys.end();
    painter->save();
    painter->fillRect(rect.adjusted(0, 0, 0, -1), m_theme.colour("surface"));
    painter->setFont(m_theme.font(12, sorted ? QFont::DemiBold : QFont::Medium));
    painter->setPen(m_theme.colour(sorted ? "text" : "muted"));

    const auto *table = qobject_cast<const DataTable *>(parent());
    const QRect room = table ? table->roomIn(rect, column) : rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const auto place = [&](const QRect &area) { return QStyle::visualRect(layoutDirection(), room, area); };
    // The model knows the currency; the description of a column may be older than that.
    const QString title = model() ? model()->headerData(column, Qt::Horizontal).toString() : shown.title;
    const QString number = sorted && m_keys.size() > 1 ? locale().toString(key - m_keys.begin() + 1) : QString();
    const QFontMetrics metrics(painter->font());
    const int numberWidth = number.isEmpty() ? 0 : metrics.horizontalAdvance(number) + 2;
    const int arrowWidth = sorted ? arrowSize + gap + numberWidth : 0;
    const QString fitted = metrics.elidedText(title, Qt::ElideRight, room.width() - arrowWidth);
    const int titleWidth = metrics.horizontalAdvance(fitted);
    const bool trailing = shown.kind == ColumnKind::Number;
    const int start = trailing ? room.right() + 1 - titleWidth - arrowWidth : room.left();
    drawName(*painter, place(QRect(start, rect.top(), titleWidth + 2, rect.height())), fitted, layoutDirection());
    if (sorted) {
        const int left = start + titleWidth + gap;
        const QRect arrow(left, rect.top() + (rect.height() - arrowSize) / 2, arrowSize, arrowSize);
        m_theme.icon(key->order == Qt::AscendingOrder ? QStringLiteral("aup") : QStringLiteral("adown"))
            .paint(painter, place(arrow));
        painter->drawText(place(QRect(left + arrowSize, rect.top(), numberWidth, rect.height())),
                          Qt::AlignVCenter | Qt::AlignLeft, number);
    }
    painter->restore();
}

} // namespace crema::desktop
