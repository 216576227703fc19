// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/discount_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

const QString percentKind = QStringLiteral("percent");
const QString amountKind = QStringLiteral("amount");

} // namespace

DiscountPanel::DiscountPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("discountPanel"), tr("Discount")),
      m_kind(new ChoiceRow(theme, QStringLiteral("discountKind"), tr("How it is given"))), m_value(new QLineEdit),
      m_reason(new QLineEdit), m_rates(new QWidget), m_usual(new WrapLayout),
      m_now(makeText(theme, QStringLiteral("discountNow"), 14, QFont::Normal, "muted")),
      m_takeAway(new TouchButton(theme, QStringLiteral("discountTakeAway")))
{
    addScope();
    m_now->setWordWrap(true);
    body()->addWidget(m_now);
    makeValue();
    makeReason();
    makeButtons();
    body()->addStretch(1);
    connect(&steps, &CartStepPresenter::scopeChanged, this, &DiscountPanel::showState);
    connect(&steps, &CartStepPresenter::changed, this, &DiscountPanel::showState);
    connect(m_value, &QLineEdit::textChanged, this, &DiscountPanel::noteTyped);
    connect(m_reason, &QLineEdit::textChanged, this, &DiscountPanel::noteTyped);
    setKind(percentKind);
    showState();
}

void DiscountPanel::makeValue()
{
    m_kind->addChoice(percentKind, tr("Percent"), QStringLiteral("percent"));
    m_kind->addChoice(amountKind, tr("Amount"), QStringLiteral("cash"));
    body()->addWidget(m_kind);
    connect(m_kind, &ChoiceRow::chosen, this, [this](const QString &kind) {
        setKind(kind);
        noteTyped();
        m_value->setFocus();
        m_value->selectAll();
    });
    m_valueField = new FormField(m_theme, QStringLiteral("discountValue"), tr("How much"), m_value);
    body()->addWidget(m_valueField);
    auto *rates = new WrapLayout;
    rates->setSpacing(8);
    for (const int percent : {5, 10, 15, 20, 50}) {
        auto *rate = new TouchButton(m_theme, QStringLiteral("discountRate%1").arg(percent));
        rate->setText(tr("%1 %", "a rate").arg(percent));
        rate->setAccessibleName(rate->text());
        rate->setTextSize(16, QFont::Medium);
        rate->setFixedHeight(qMax(48, m_theme.scaled(40)));
        connect(rate, &QPushButton::clicked, this, [this, percent] {
            m_value->setText(QString::number(percent));
            m_reason->setFocus();
        });
        rates->addWidget(rate);
    }
    m_rates->setLayout(rates);
    body()->addWidget(m_rates);
    connect(m_value, &QLineEdit::returnPressed, this, [this] {
        if (m_reason->text().isEmpty())
            m_reason->setFocus(Qt::TabFocusReason);
        else
            give();
    });
}

void DiscountPanel::makeReason()
{
    m_reason->setMaxLength(CartStepPresenter::maxReasonLength);
    m_reasonField = new FormField(m_theme, QStringLiteral("discountReason"), tr("Why; the receipt says it"), m_reason);
    body()->addWidget(m_reasonField);
    auto *usual = new QWidget;
    m_usual->setSpacing(8);
    usual->setLayout(m_usual);
    body()->addWidget(usual);
    connect(m_reason, &QLineEdit::returnPressed, this, &DiscountPanel::give);
    showReasons();
}

// The shop may have set others since.
void DiscountPanel::showReasons()
{
    const QStringList reasons = m_steps.reasons();
    if (m_reasons == reasons)
        return;
    m_reasons = reasons;
    while (QLayoutItem *item = m_usual->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < reasons.size(); ++i) {
        auto *reason = new TouchButton(m_theme, QStringLiteral("discountReason%1").arg(i));
        reason->setText(reasons.at(i));
        reason->setAccessibleName(reasons.at(i));
        reason->setTextSize(16, QFont::Medium);
        reason->setFixedHeight(qMax(48, m_theme.scaled(40)));
        connect(reason, &QPushButton::clicked, this, [this, text = reasons.at(i)] {
            m_reason->setText(text);
            (m_value->text().isEmpty() ? m_value : m_reason)->setFocus();
        });
        m_usual->addWidget(reason);
        // It may have come last into the window, but Tab comes to it where it stands.
        setTabOrder(i == 0 ? static_cast<QWidget *>(m_reason) : m_usual->itemAt(i - 1)->widget(), reason);
    }
}

void DiscountPanel::makeButtons()
{
    auto *giveIt = new TouchButton(m_theme, QStringLiteral("discountGive"));
    giveIt->setKind("primary");
    giveIt->setTextSize(16, QFont::DemiBold);
    giveIt->setText(tr("Give the discount"));
    giveIt->setAccessibleName(giveIt->text());
    connect(giveIt, &QPushButton::clicked, this, &DiscountPanel::give);
    m_takeAway->setTextSize(16, QFont::Medium);
    m_takeAway->setText(tr("Take it away"));
    m_takeAway->setAccessibleName(tr("Take the discount away"));
    connect(m_takeAway, &QPushButton::clicked, &m_steps, &CartStepPresenter::takeDiscountAway, Qt::QueuedConnection);
    for (TouchButton *button : {giveIt, m_takeAway})
        button->setMinimumHeight(qMax(48, m_theme.scaled(44)));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_takeAway);
    row->addWidget(giveIt, 1);
    body()->addLayout(row);
}

void DiscountPanel::arrive()
{
    m_value->clear();
    m_reason->clear();
    showReasons();
    setKind(percentKind);
    showState();
    m_value->setFocus();
}

void DiscountPanel::setKind(const QString &kind)
{
    m_kind->setCurrent(kind);
    m_rates->setVisible(kind == percentKind);
}

void DiscountPanel::showState()
{
    if (m_steps.step() != CartStep::Discount)
        return;
    showScope();
    const QString now = m_steps.discountNow();
    m_now->setText(now);
    m_now->setVisible(!now.isEmpty());
    m_takeAway->setVisible(!now.isEmpty());
    m_valueField->setProblem(m_steps.valueProblem());
    m_reasonField->setProblem(m_steps.reasonProblem());
}

QString DiscountPanel::valueText() const
{
    const QString value = m_value->text().trimmed();
    const bool isBareRate = m_kind->current() == percentKind && !value.endsWith(QLatin1Char('%'));
    return isBareRate ? value + QLatin1Char('%') : value;
}

// Whoever presses Pay means what stands here.
void DiscountPanel::noteTyped()
{
    m_steps.draftDiscount(m_value->text().trimmed().isEmpty() ? QString() : valueText(), m_reason->text());
}

void DiscountPanel::give()
{
    if (m_steps.giveDiscount(valueText(), m_reason->text()))
        return;
    (m_steps.valueProblem().isEmpty() ? m_reason : m_value)->setFocus();
}

} // namespace crema::desktop
