// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/pay_back_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int blockWidth = 480;

} // namespace

PayBackPanel::PayBackPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_title(makeText(theme, QStringLiteral("payBackTitle"), 20, QFont::DemiBold)), m_amount(new AmountLabel),
      m_rows(new QGridLayout), m_hint(makeText(theme, QStringLiteral("payBackHint"), 14, QFont::Normal, "muted")),
      m_pay(new TouchButton(theme, QStringLiteral("payBackButton")))
{
    setObjectName(QStringLiteral("payBackPanel"));
    m_amount->setObjectName(QStringLiteral("payBackAmount"));
    m_amount->setFont(theme.font(56, QFont::DemiBold));
    m_amount->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->setText(tr("Nothing is recorded yet. Somebody who may types their PIN if you may not pay this back."));
    m_rows->setColumnStretch(0, 1);
    m_rows->setVerticalSpacing(8);
    auto *back = new TouchButton(theme, QStringLiteral("payBackBack"));
    back->setTextSize(14, QFont::Medium);
    back->setAction(*presenter.actions().find(u"till.back"));
    back->setKeyHint(tr("Esc", "the key"));
    m_pay->setKind("primary");
    m_pay->setTextSize(18, QFont::DemiBold);
    m_pay->setAction(*presenter.actions().find(u"till.pay"));
    m_pay->setIconName({});
    m_pay->setKeyHint(tr("Enter", "the key"));
    m_pay->setMinimumHeight(theme.scaled(64));
    auto *block = new QWidget;
    block->setMaximumWidth(theme.scaled(blockWidth));
    auto *inner = new QVBoxLayout(block);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(m_title);
    inner->addWidget(m_amount);
    inner->addLayout(m_rows);
    inner->addSpacing(8);
    inner->addWidget(m_pay);
    inner->addWidget(m_hint);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(block, 8);
    middle->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addStretch(2);
    column->addLayout(middle);
    column->addStretch(3);
    connect(&presenter, &TillPresenter::paymentChanged, this, &PayBackPanel::showPayment);
    connect(&theme, &Theme::changed, this, &PayBackPanel::showPayment);
    showPayment();
}

void PayBackPanel::showPayment()
{
    const std::optional<PayBackView> &back = m_presenter.payment().payBack;
    if (!back)
        return;
    m_title->setText(back->titleText);
    m_amount->setText(back->totalText);
    m_amount->setAccessibleName(tr("%1 %2", "name of an amount and the amount").arg(back->titleText, back->totalText));
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AmountRow &row : back->rows)
        addAmount(row, QFont::Normal, "muted");
    for (const AmountRow &row : back->payments)
        addAmount(row, QFont::DemiBold, "");
}

void PayBackPanel::addAmount(const AmountRow &row, QFont::Weight weight, const char *tone)
{
    const int at = m_rows->rowCount();
    QLabel *label = makeText(m_theme, QStringLiteral("payBackRow%1").arg(at), 16, weight, tone);
    label->setText(row.label);
    auto *amount = new AmountLabel;
    amount->setText(row.amountText);
    amount->setFont(m_theme.font(16, weight));
    amount->setAlignment(Qt::AlignRight);
    m_rows->addWidget(label, at, 0);
    m_rows->addWidget(amount, at, 1, Qt::AlignRight);
}

} // namespace crema::desktop
