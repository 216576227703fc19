// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/filter_chip.h"

#include "ui/desktop/theme/theme.h"

#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace crema::desktop {

namespace {

constexpr int padding = 10;
constexpr int gap = 6;
constexpr int crossSize = 16;

} // namespace

FilterChipButton::FilterChipButton(const Theme &theme, const QString &objectName, QWidget *parent)
    : QPushButton(parent), m_theme(theme)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FilterChipButton::setFilter(const QString &label, const QString &value)
{
    m_label = label;
    m_value = value;
    setAccessibleName(tr("Remove the filter %1: %2").arg(label, value));
    setToolTip(tr("Remove this filter"));
    updateGeometry();
    update();
}

QSize FilterChipButton::sizeHint() const
{
    const int label = QFontMetrics(m_theme.font(14)).horizontalAdvance(m_label);
    const int value = QFontMetrics(m_theme.font(14, QFont::Medium)).horizontalAdvance(m_value);
    return {2 * padding + label + gap + value + gap + crossSize + 2, m_theme.scaled(40)};
}

void FilterChipButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);

    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const int alignment =
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const auto draw = [&](const QString &text, QFont::Weight weight, const char *token, int left) {
        painter.setFont(m_theme.font(14, weight));
        painter.setPen(m_theme.colour(token));
        const int width = QFontMetrics(painter.font()).horizontalAdvance(text) + 1;
        painter.drawText(place(QRect(left, 0, width, height())), alignment, text);
        return left + width;
    };
    const int value = draw(m_label, QFont::Normal, "muted", padding) + gap;
    draw(m_value, QFont::Medium, "text", value);
    const QRect cross(width() - padding - crossSize, (height() - crossSize) / 2, crossSize, crossSize);
    m_theme.icon(QStringLiteral("x"), "muted").paint(&painter, place(cross));
}

} // namespace crema::desktop
