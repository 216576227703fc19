// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/rail.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QVBoxLayout>

namespace crema::desktop {

Rail::Rail(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setProperty("role", QStringLiteral("bar"));
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setSizeClass(SizeClass::Medium);
}

void Rail::addArea(const QString &id, const QString &name, const QString &iconName)
{
    const int area = static_cast<int>(m_buttons.size());
    auto *button = new TouchButton(m_theme, QStringLiteral("rail.") + id);
    button->setKind("rail");
    button->setText(name);
    button->setAccessibleName(tr("Go to %1").arg(name));
    button->setToolTip(tr("%1 (%2)", "action and its key").arg(name, tr("Alt+%1").arg(area + 1)));
    button->setIconName(iconName);
    button->setTextSize(12, QFont::Medium);
    button->setArrangement(TouchButton::Arrangement::Stack);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setChecked(area == 0);
    button->setFixedHeight(56);
    m_buttons.append(button);
    m_column->insertWidget(area, button);
    connect(button, &QPushButton::clicked, this, [this, area] { Q_EMIT areaChosen(area); });
}

void Rail::setCurrent(int area)
{
    m_buttons.at(area)->setChecked(true);
}

void Rail::setSizeClass(SizeClass size)
{
    const bool wide = size == SizeClass::Wide;
    setFixedWidth(wide ? 216 : qMax(64, m_theme.scaled(64)));
    setVisible(size != SizeClass::Compact);
    for (TouchButton *button : std::as_const(m_buttons)) {
        button->setArrangement(wide ? TouchButton::Arrangement::Leading : TouchButton::Arrangement::Stack);
        button->setTextSize(wide ? 14 : 12, QFont::Medium);
    }
}

} // namespace crema::desktop
