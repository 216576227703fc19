// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/search_field.h"

#include "ui/desktop/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace crema::desktop {

SearchField::SearchField(const Theme &theme, QWidget *parent) : QLineEdit(parent), m_theme(theme) {}

void SearchField::setKey(const QString &name)
{
    m_key = name;
    keepRoom();
    update();
}

int SearchField::keyWidth() const
{
    return QFontMetrics(m_theme.font(12, QFont::Medium)).horizontalAdvance(m_key) + 14;
}

void SearchField::keepRoom()
{
    const int room = m_key.isEmpty() ? 0 : keyWidth() + 12;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? room : 0, 0, mirrored ? 0 : room, 0);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        keepRoom();
    QLineEdit::changeEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || m_key.isEmpty())
        return;
    constexpr int margin = 12;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(12, QFont::Medium));
    const int width = keyWidth();
    const int height = qMax(20, painter.fontMetrics().height() + 2);
    const QRect box(rect().right() - margin - width, rect().center().y() - height / 2, width, height);
    const QRect placed = QStyle::visualRect(layoutDirection(), rect(), box);
    painter.setPen(QPen(m_theme.colour("border"), m_theme.tokens().line()));
    painter.setBrush(m_theme.colour("bg"));
    painter.drawRoundedRect(QRectF(placed).adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.setPen(m_theme.colour("muted"));
    painter.drawText(placed, Qt::AlignCenter, m_key);
}

} // namespace crema::desktop
