// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/points_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace crema::desktop {

namespace {

TouchButton *makeButton(const Theme &theme, const QString &objectName, const QString &text)
{
    auto *button = new TouchButton(theme, objectName);
    button->setTextSize(16, QFont::Medium);
    button->setText(text);
    button->setAccessibleName(text);
    button->setMinimumHeight(qMax(48, theme.scaled(44)));
    return button;
}

} // namespace

PointsPanel::PointsPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("pointsPanel"), tr("Points")),
      m_balance(makeText(theme, QStringLiteral("pointsBalance"), 16, QFont::Medium)), m_count(new QLineEdit),
      m_field(new FormField(theme, QStringLiteral("pointsCount"), tr("How many are taken"), m_count))
{
    m_balance->setWordWrap(true);
    body()->addWidget(m_balance);
    body()->addWidget(m_field);
    auto *none = makeButton(theme, QStringLiteral("pointsNone"), tr("Take none"));
    auto *use = makeButton(theme, QStringLiteral("pointsUse"), tr("Use points"));
    use->setKind("primary");
    use->setKeyHint(tr("Enter", "the key"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(none);
    buttons->addWidget(use, 1);
    body()->addLayout(buttons);
    body()->addStretch(1);
    const auto take = [this] { m_steps.points().use(m_count->text()); };
    connect(use, &QPushButton::clicked, this, take, Qt::QueuedConnection);
    connect(m_count, &QLineEdit::returnPressed, this, take, Qt::QueuedConnection);
    connect(
        none, &QPushButton::clicked, this, [this] { m_steps.points().use(QStringLiteral("0")); },
        Qt::QueuedConnection);
    connect(&steps.points(), &PointsPresenter::changed, this, &PointsPanel::showState);
}

void PointsPanel::arrive()
{
    const std::int64_t taken = m_steps.points().taken();
    const std::int64_t offered = taken > 0 ? taken : m_steps.points().offered();
    m_count->setText(offered > 0 ? QString::number(offered) : QString());
    showState();
    m_count->setFocus();
    m_count->selectAll();
}

void PointsPanel::showState()
{
    m_balance->setText(m_steps.points().balanceText());
    m_field->setProblem(m_steps.points().problem());
}

} // namespace crema::desktop
