// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/palette/palette_delegate.h"

#include "ui/desktop/palette/palette_model.h"
#include "ui/desktop/theme/theme.h"

#include <QKeySequence>
#include <QPainter>
#include <QTextLayout>

namespace crema::desktop {

namespace {

constexpr int edge = 12;
constexpr int iconPx = 20;
constexpr int gap = 12;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

} // namespace

PaletteDelegate::PaletteDelegate(const Theme &theme, const PaletteModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{}

int PaletteDelegate::rowHeight() const
{
    return m_theme.scaled(40);
}

int PaletteDelegate::headingHeight(int row) const
{
    return m_model.headingAbove(row).isEmpty() ? 0 : m_theme.scaled(30);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, rowHeight() + headingHeight(index.row())};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PaletteRow &row = m_model.at(index.row());
    const int heading = headingHeight(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (heading > 0) {
        painter->setFont(m_theme.font(12, QFont::Medium));
        painter->setPen(m_theme.colour("muted"));
        const QRect line(option.rect.left() + edge, option.rect.top(), option.rect.width() - 2 * edge, heading - 6);
        painter->drawText(mirrored(option, line), Qt::AlignBottom | Qt::AlignLeading,
                          m_model.headingAbove(index.row()));
    }
    const QRect line = option.rect.adjusted(0, heading, 0, 0);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(m_theme.tokens().line() > 1 ? QPen(m_theme.colour("ring"), 2) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.colour("selection"));
        painter->drawRoundedRect(QRectF(line).adjusted(1, 0, -1, 0), 6, 6);
    }
    const char *token = row.enabled ? "text" : "muted";
    const QRect icon(line.left() + edge, line.top() + (line.height() - iconPx) / 2, iconPx, iconPx);
    m_theme.icon(row.iconName, token).paint(painter, mirrored(option, icon));
    int right = line.right() - edge;
    if (!row.shortcut.isEmpty())
        right -= drawShortcut(*painter, line.adjusted(edge, 0, -edge, 0), row.shortcut) + gap;
    const int left = line.left() + edge + iconPx + gap;
    drawTitle(*painter, mirrored(option, QRect(left, line.top(), right - left, line.height())), index.row(),
              row.enabled);
    painter->restore();
}

void PaletteDelegate::drawTitle(QPainter &painter, const QRect &line, int number, bool enabled) const
{
    const PaletteRow &row = m_model.at(number);
    QString text = row.title;
    QList<QTextLayout::FormatRange> formats;
    for (const MatchRange &match : row.matches) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        formats.append({match.start, match.length, bold});
    }
    if (!row.context.isEmpty()) {
        QTextCharFormat context;
        context.setForeground(m_theme.colour("muted"));
        formats.append({static_cast<int>(text.size()), static_cast<int>(row.context.size()) + 3, context});
        text += QStringLiteral("   ") + row.context;
    }
    QTextLayout layout(text, m_theme.font(14));
    QTextOption option;
    option.setTextDirection(painter.layoutDirection());
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    only.setLineWidth(line.width());
    layout.endLayout();
    painter.save();
    painter.setClipRect(line);
    painter.setPen(m_theme.colour(enabled ? "text" : "muted"));
    const bool rightToLeft = painter.layoutDirection() == Qt::RightToLeft;
    const double x = rightToLeft ? qMax(0.0, line.width() - only.naturalTextWidth()) : 0.0;
    layout.draw(&painter,
                QPointF(line.left() + (rightToLeft ? 0.0 : x), line.top() + (line.height() - only.height()) / 2));
    painter.restore();
}

int PaletteDelegate::drawShortcut(QPainter &painter, const QRect &line, const QString &shortcut) const
{
    const QString key = QKeySequence(shortcut, QKeySequence::PortableText).toString(QKeySequence::NativeText);
    painter.setFont(m_theme.font(12, QFont::Medium));
    const int width = QFontMetrics(painter.font()).horizontalAdvance(key) + 12;
    const int height = m_theme.scaled(20);
    const QRect box(line.right() - width, line.top() + (line.height() - height) / 2, width, height);
    const QRect placed = QStyle::visualRect(painter.layoutDirection(), line, box);
    painter.setPen(QPen(m_theme.colour("border"), m_theme.tokens().line()));
    painter.setBrush(m_theme.colour("sunken"));
    painter.drawRoundedRect(QRectF(placed).adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.setPen(m_theme.colour("text"));
    painter.drawText(placed, Qt::AlignCenter, key);
    return width;
}

} // namespace crema::desktop
