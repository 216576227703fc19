// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/customers/customer_points_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/customers/customer_list_presenter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace crema::desktop {

CustomerPointsCard::CustomerPointsCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter),
      m_card(new Card(theme, QStringLiteral("customerPointsCard"), tr("Points"))),
      m_balance(makeText(theme, QStringLiteral("customerPoints"), 16, QFont::Medium)), m_points(new QLineEdit),
      m_reason(new QLineEdit), m_pointsField(new FormField(theme, QStringLiteral("customerPointsAdded"),
                                                           tr("Add, or take away with a minus"), m_points)),
      m_reasonField(new FormField(theme, QStringLiteral("customerPointsReason"), tr("Why"), m_reason))
{
    m_balance->setWordWrap(true);
    m_balance->setContentsMargins(4, 0, 4, 8);
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_pointsField, 1);
    row->addWidget(m_reasonField, 2);
    auto *button = new TouchButton(theme, QStringLiteral("customerPointsAdjust"));
    button->setTextSize(14, QFont::Medium);
    button->setMinimumHeight(theme.controlHeight());
    button->setText(tr("Adjust"));
    button->setAccessibleName(tr("Adjust the points"));
    auto *buttons = new QWidget;
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(4, 4, 4, 8);
    line->addWidget(button);
    line->addStretch(1);
    m_card->addRow(m_balance);
    m_card->addRow(fields);
    m_card->addRow(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(button, &QPushButton::clicked, this, &CustomerPointsCard::adjust);
    connect(m_reason, &QLineEdit::returnPressed, this, &CustomerPointsCard::adjust, Qt::QueuedConnection);
    connect(&presenter, &CustomerListPresenter::detailChanged, this, &CustomerPointsCard::showState);
    connect(&presenter, &CustomerListPresenter::draftChanged, this, &CustomerPointsCard::showState);
    connect(&presenter, &CustomerListPresenter::pointsAdjusted, this, &CustomerPointsCard::showAdjusted);
    showState();
}

void CustomerPointsCard::adjust()
{
    m_presenter.adjustPoints(m_points->text(), m_reason->text());
}

void CustomerPointsCard::showState()
{
    const QString text = m_presenter.detail() ? m_presenter.detail()->pointsText : QString();
    m_balance->setText(text);
    setVisible(!text.isEmpty());
    // What was typed for one customer is not given to another.
    if (m_shownId != m_presenter.openId()) {
        m_shownId = m_presenter.openId();
        m_points->clear();
        m_reason->clear();
    }
    m_pointsField->setProblem(m_presenter.fieldProblem(QStringLiteral("points")));
    m_reasonField->setProblem(m_presenter.fieldProblem(QStringLiteral("reason")));
}

void CustomerPointsCard::showAdjusted(const QString &says)
{
    m_points->clear();
    m_reason->clear();
    m_balance->setText(says);
}

} // namespace crema::desktop
