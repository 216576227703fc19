// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/choice_row.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/touch_button.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace crema::desktop {

ChoiceRow::ChoiceRow(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(objectName);
    setAccessibleName(label);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addStretch(1);
}

void ChoiceRow::addChoice(const QString &id, const QString &text, const QString &iconName)
{
    auto *button = new TouchButton(m_theme, objectName() + u'.' + id);
    button->setText(text);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(accessibleName(), text));
    button->setTextSize(14, QFont::Medium);
    button->setIconName(iconName);
    button->setCheckable(true);
    button->setProperty("choice", id);
    m_group->addButton(button);
    m_buttons.append(button);
    m_row->insertWidget(m_row->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
}

void ChoiceRow::setOffered(const QString &id, bool isOffered)
{
    for (TouchButton *button : std::as_const(m_buttons)) {
        if (button->property("choice").toString() == id)
            button->setVisible(isOffered);
    }
}

void ChoiceRow::setCurrent(const QString &id)
{
    for (TouchButton *button : std::as_const(m_buttons)) {
        if (button->property("choice").toString() == id)
            button->setChecked(true);
    }
}

void ChoiceRow::focusCurrent()
{
    QAbstractButton *marked = m_group->checkedButton();
    if (!marked && !m_buttons.isEmpty())
        marked = m_buttons.first();
    if (marked)
        marked->setFocus(Qt::OtherFocusReason);
}

QString ChoiceRow::current() const
{
    const QAbstractButton *checked = m_group->checkedButton();
    return checked ? checked->property("choice").toString() : QString();
}

} // namespace crema::desktop
