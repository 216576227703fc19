// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/choice_box.h"

#include "ui/desktop/theme/theme.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace crema::desktop {

namespace {

constexpr int arrowPx = 20;
constexpr int edge = 12;

} // namespace

ChoiceBox::ChoiceBox(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme)
{
    constexpr int shownLetters = 6;
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(shownLetters);
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.subControls &= ~QStyle::SC_ComboBoxArrow;
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    const QRect arrow(width() - edge - arrowPx, (height() - arrowPx) / 2, arrowPx, arrowPx);
    m_theme.icon(QStringLiteral("down"), isEnabled() ? "text" : "muted")
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), arrow));
}

} // namespace crema::desktop
