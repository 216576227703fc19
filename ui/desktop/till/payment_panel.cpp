// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/payment_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/keypad.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QFrame>
#include <QGridLayout>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

AmountLabel *makeAmount(const Theme &theme, const QString &objectName, int px)
{
    auto *label = new AmountLabel;
    label->setObjectName(objectName);
    label->setFont(theme.font(px, QFont::DemiBold));
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return label;
}

/// The words beside an amount go on in a second line before it becomes smaller.
void showAmount(AmountLabel &label, const QString &text)
{
    label.setText(text);
    label.setMinimumWidth(label.sizeHint().width());
}

} // namespace

PaymentPanel::PaymentPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_due(makeAmount(theme, QStringLiteral("dueAmount"), 40)), m_field(new QFrame),
      m_received(makeAmount(theme, QStringLiteral("receivedAmount"), 28)), m_quick(new QGridLayout),
      m_result(new QFrame), m_resultLabel(makeText(theme, QStringLiteral("paymentResult"), 16, QFont::DemiBold)),
      m_resultAmount(makeAmount(theme, QStringLiteral("paymentResultAmount"), 16)), m_tenderIcon(new QLabel),
      m_tenderState(makeText(theme, QStringLiteral("tenderState"), 14, QFont::Normal, "muted")),
      m_tenderAmount(makeAmount(theme, QStringLiteral("tenderAmount"), 16))
{
    setObjectName(QStringLiteral("paymentPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addSpacing(16);
    auto *label = makeText(theme, QStringLiteral("dueLabel"), 16, QFont::Normal, "muted");
    label->setText(tr("Amount due"));
    column->addWidget(label);
    column->addWidget(m_due);
    column->addSpacing(16);

    auto *body = new QHBoxLayout;
    body->setSpacing(24);
    body->addWidget(makeEntry(), 3);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    m_quick->setSpacing(8);
    side->addLayout(m_quick);
    side->addSpacing(24);
    side->addWidget(makeTenders());
    side->addStretch(1);
    body->addLayout(side, 4);
    column->addLayout(body, 1);

    connect(&presenter, &TillPresenter::paymentChanged, this, &PaymentPanel::showPayment);
    connect(&theme, &Theme::changed, this, &PaymentPanel::showPayment);
    showPayment();
}

QWidget *PaymentPanel::amountField() const
{
    return m_field;
}

QWidget *PaymentPanel::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *back = new TouchButton(m_theme, QStringLiteral("backButton"));
    back->setTextSize(14, QFont::Medium);
    back->setAction(*m_presenter.actions().find(u"till.back"));
    back->setKeyHint(tr("Esc", "the key"));
    back->setMinimumWidth(qMax(176, back->sizeHint().width()));
    auto *title = makeText(m_theme, QStringLiteral("paymentTitle"), 20, QFont::DemiBold);
    title->setText(tr("Payment"));
    row->addWidget(back);
    row->addWidget(title);
    row->addStretch(1);
    return head;
}

QWidget *PaymentPanel::makeEntry()
{
    auto *entry = new QWidget;
    entry->setMinimumWidth(3 * (isLargeText(m_theme) ? 72 : 96) + 2 * 8);
    entry->setMaximumWidth(3 * 128 + 2 * 8);
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_field->setObjectName(QStringLiteral("amountField"));
    m_field->setFocusPolicy(Qt::StrongFocus);
    m_field->setAccessibleName(tr("Cash received"));
    m_field->setMinimumHeight(64);
    auto *label = makeText(m_theme, QStringLiteral("receivedLabel"), 14, QFont::Normal, "muted");
    label->setText(tr("Cash received"));
    label->setWordWrap(true);
    auto *row = new QBoxLayout(isLargeText(m_theme) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, m_field);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(isLargeText(m_theme) ? 0 : 8);
    row->addWidget(label, 1);
    row->addWidget(m_received);
    column->addWidget(m_field);
    auto *keypad = new Keypad(m_theme, QStringLiteral("payKey"));
    connect(keypad, &Keypad::digit, &m_presenter, &TillPresenter::typeAmountDigit);
    connect(keypad, &Keypad::erase, &m_presenter, &TillPresenter::eraseAmountDigit);
    keypad->setMaximumHeight(4 * 72 + 3 * 8);
    column->addWidget(keypad, 1);
    column->addStretch(0);
    return entry;
}

QWidget *PaymentPanel::makeTenders()
{
    auto *tenders = new QFrame;
    tenders->setObjectName(QStringLiteral("tenderList"));
    auto *column = new QVBoxLayout(tenders);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *line = new QWidget;
    line->setMinimumHeight(qMax(56, m_theme.scaled(52)));
    m_tenderState->setWordWrap(true);
    m_tenderIcon->setObjectName(QStringLiteral("tenderIcon"));
    auto *name = makeText(m_theme, QStringLiteral("tenderName"), 16, QFont::Medium);
    name->setText(tr("Cash"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->addWidget(name, 1);
    texts->addStretch(1);
    texts->addLayout(first);
    texts->addWidget(m_tenderState);
    texts->addStretch(1);
    m_tenderAmount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(m_tenderIcon);
    row->addLayout(texts, 1);
    // With large text the state below has the whole width.
    (isLargeText(m_theme) ? first : row)->addWidget(m_tenderAmount);
    column->addWidget(line);
    m_result->setObjectName(QStringLiteral("tenderResult"));
    m_result->setMinimumHeight(qMax(48, m_theme.scaled(44)));
    m_resultLabel->setWordWrap(true);
    m_resultAmount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *result = new QHBoxLayout(m_result);
    result->setContentsMargins(16, 0, 16, 0);
    result->addWidget(m_resultLabel, 1);
    result->addWidget(m_resultAmount);
    column->addWidget(m_result);
    return tenders;
}

void PaymentPanel::showQuickAmounts()
{
    const QList<QuickAmount> &amounts = m_presenter.payment().quickAmounts;
    while (m_quick->count() < amounts.size()) {
        const int row = m_quick->count();
        auto *button = new TouchButton(m_theme, QStringLiteral("quick%1").arg(row));
        button->setTextSize(18, QFont::DemiBold);
        button->setFixedHeight(qMax(64, m_theme.scaled(44)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a press leaves the digits where they are typed
        connect(button, &QPushButton::clicked, this, [this, row] { m_presenter.chooseQuickAmount(row); });
        m_quick->addWidget(button, row / 2, row % 2);
    }
    for (int row = 0; row < m_quick->count(); ++row) {
        auto *button = static_cast<TouchButton *>(m_quick->itemAt(row)->widget());
        button->setVisible(row < amounts.size());
        if (row >= amounts.size())
            continue;
        button->setText(amounts.at(row).text);
        button->setSecondLine(amounts.at(row).exact ? tr("exact") : QString());
        button->setAccessibleName(tr("Customer hands over %1").arg(amounts.at(row).text));
        button->setChecked(m_presenter.payment().receivedMinor == amounts.at(row).minor);
    }
}

void PaymentPanel::showPayment()
{
    const PaymentView &payment = m_presenter.payment();
    m_due->setText(payment.dueText);
    m_due->updateGeometry();
    m_received->setText(payment.receivedText);
    m_received->updateGeometry();
    m_field->setAccessibleDescription(payment.receivedText);
    showQuickAmounts();
    const bool notEnough = !payment.enough;
    m_tenderIcon->setPixmap(m_theme.icon(QStringLiteral("cash"), "muted").pixmap(20, 20));
    showAmount(*m_tenderAmount, payment.receivedText);
    m_tenderState->setText(payment.recording ? tr("Being saved")
                           : payment.entered ? tr("Entering now")
                                             : tr("Exact amount"));
    m_result->setVisible(notEnough || !payment.changeText.isEmpty());
    restyle(*m_result, "tone", notEnough ? QStringLiteral("warning") : QStringLiteral("ok"));
    restyle(*m_resultLabel, "tone", notEnough ? QStringLiteral("warning") : QStringLiteral("ok"));
    m_resultLabel->setText(notEnough ? payment.missingText : tr("Change to give"));
    m_resultAmount->setVisible(!notEnough);
    showAmount(*m_resultAmount, payment.changeText);
}

} // namespace crema::desktop
