// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/skeleton.h"

#include "ui/desktop/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>

#include <array>

namespace crema::desktop {

namespace {

constexpr int barHeight = 12;
constexpr int cellMargin = 8;
constexpr int pageMargin = 16;

// Percent of a cell's room, so that the rows look like words and not like a fence. The same each time.
constexpr std::array widths{62, 84, 48, 71, 55, 90, 66};

int share(int room, int row, int column)
{
    return room * widths[static_cast<std::size_t>(row * 3 + column * 2) % widths.size()] / 100;
}

} // namespace

Skeleton::Skeleton(const Theme &theme, const QString &objectName, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setProperty("noRing", true); // it has the focus only until there are rows
    setObjectName(objectName);
    setAccessibleName(tr("Loading"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Skeleton::setRowHeight(int height)
{
    m_rowHeight = qMax(1, height);
    update();
}

void Skeleton::follow(QHeaderView *header)
{
    if (m_header == header)
        return;
    if (m_header)
        disconnect(m_header, nullptr, this, nullptr);
    m_header = header;
    if (header)
        connect(header, &QHeaderView::sectionResized, this, qOverload<>(&QWidget::update));
    update();
}

void Skeleton::setSentence(const QString &sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence.isEmpty() ? tr("Loading") : sentence);
    update();
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int sentenceHeight = m_sentence.isEmpty() ? 0 : m_theme.scaled(40);
    const int rows = qMax(1, (height() - sentenceHeight) / m_rowHeight);
    for (int row = 0; row < rows; ++row) {
        const QRect rect(0, row * m_rowHeight, width(), m_rowHeight);
        painter.setPen(Qt::NoPen);
        if (m_header && m_header->count() > 0)
            paintColumns(painter, row, rect);
        else
            paintLines(painter, row, rect);
        painter.fillRect(QRect(0, rect.bottom(), width(), 1), m_theme.colour("border"));
    }
    if (m_sentence.isEmpty())
        return;
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.colour("muted"));
    const QRect line(pageMargin, rows * m_rowHeight, width() - 2 * pageMargin, sentenceHeight);
    painter.drawText(line,
                     static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     m_sentence);
}

void Skeleton::paintColumns(QPainter &painter, int row, const QRect &rect) const
{
    for (int column = 0; column < m_header->count(); ++column) {
        if (m_header->isSectionHidden(column))
            continue;
        const int left = m_header->sectionViewportPosition(column) + (column == 0 ? pageMargin : cellMargin);
        const int room = m_header->sectionViewportPosition(column) + m_header->sectionSize(column) - cellMargin - left;
        const int bar = share(room, row, column);
        const auto alignment =
            Qt::Alignment(m_header->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
        const bool trailing = alignment.testFlag(Qt::AlignRight);
        paintBar(painter,
                 QRect(trailing ? left + room - bar : left, rect.center().y() - barHeight / 2, bar, barHeight));
    }
}

void Skeleton::paintLines(QPainter &painter, int row, const QRect &rect) const
{
    const int room = rect.width() - 2 * pageMargin;
    const bool two = m_rowHeight >= 48;
    const int first = rect.center().y() - (two ? barHeight + 3 : barHeight / 2);
    const auto place = [&](const QRect &bar) { return QStyle::visualRect(layoutDirection(), rect, bar); };
    paintBar(painter, place(QRect(pageMargin, first, share(room / 2, row, 0), barHeight)));
    if (two)
        paintBar(painter, place(QRect(pageMargin, first + barHeight + 6, share(room * 2 / 3, row, 1), barHeight - 2)));
}

void Skeleton::paintBar(QPainter &painter, const QRect &rect) const
{
    // Bars are decoration. In high contrast, where surfaces are all alike, they take the outline's colour.
    painter.setBrush(m_theme.tokens().line() > 1 ? Qt::NoBrush : QBrush(m_theme.colour("sunken")));
    painter.setPen(m_theme.tokens().line() > 1 ? QPen(m_theme.colour("border"), 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect).adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.setPen(Qt::NoPen);
}

} // namespace crema::desktop
