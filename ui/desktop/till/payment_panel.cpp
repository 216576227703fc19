// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/payment_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/till/slip_dialog.h"
#include "ui/desktop/till/tender_icon.h"
#include "ui/desktop/till/tender_list_panel.h"
#include "ui/desktop/widgets/keypad.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QFrame>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int mostQuickAmounts = 4;

AmountLabel *makeAmount(const Theme &theme, const QString &objectName, int px)
{
    auto *label = new AmountLabel;
    label->setObjectName(objectName);
    label->setFont(theme.font(px, QFont::DemiBold));
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return label;
}

/// The ways to pay: their actions, and the keys that choose them while money is taken.
struct Way {
    PaymentMethod method;
    QStringView action;
    QStringView key;
};
constexpr Way ways[] = {{PaymentMethod::Cash, u"till.cash", u"C"},
                        {PaymentMethod::Card, u"till.card", u"D"},
                        {PaymentMethod::Invoice, u"till.account", u"A"},
                        {PaymentMethod::Online, u"till.online", u"L"},
                        {PaymentMethod::Online, u"till.reader", u"E"}};

QString nameOf(PaymentMethod method)
{
    return method == PaymentMethod::Cash     ? PaymentPanel::tr("Cash received")
           : method == PaymentMethod::Card   ? PaymentPanel::tr("Amount by card")
           : method == PaymentMethod::Online ? PaymentPanel::tr("Amount online")
                                             : PaymentPanel::tr("Amount on account");
}

} // namespace

PaymentPanel::PaymentPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_due(makeAmount(theme, QStringLiteral("dueAmount"), 40)),
      m_rows(makeText(theme, QStringLiteral("dueRows"), 14, QFont::Normal, "muted")), m_field(new QFrame),
      m_receivedLabel(makeText(theme, QStringLiteral("receivedLabel"), 14, QFont::Normal, "muted")),
      m_received(makeAmount(theme, QStringLiteral("receivedAmount"), 28)), m_quick(new QGridLayout)
{
    setObjectName(QStringLiteral("paymentPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addSpacing(12);
    column->addLayout(makeDue());
    column->addSpacing(12);
    column->addLayout(makeChoices());
    column->addSpacing(16);

    auto *body = new QHBoxLayout;
    body->setSpacing(24);
    body->addWidget(makeEntry(), 3);
    body->addWidget(makeSide(), 4);
    column->addLayout(body, 1);

    connect(&presenter, &TillPresenter::paymentChanged, this, &PaymentPanel::showPayment);
    connect(&theme, &Theme::changed, this, &PaymentPanel::showPayment);
    showPayment();
}

QWidget *PaymentPanel::amountField() const
{
    return m_field;
}

QWidget *PaymentPanel::scrolling(QWidget *keypad) const
{
    constexpr int lowestKey = 56;
    keypad->setMinimumHeight(4 * lowestKey + 3 * 8);
    auto *scroll = new QScrollArea;
    // In large text the keys are the first to give way, to what is typed with them.
    scroll->setMinimumHeight(isLargeText(m_theme) ? 1 : lowestKey);
    scroll->setObjectName(QStringLiteral("paymentKeys"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(keypad);
    return scroll;
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
    // In large text the two buttons take the whole line: the keys stand in the help, and the amount says what it is.
    const bool isLarge = isLargeText(m_theme);
    if (!isLarge)
        back->setKeyHint(tr("Esc", "the key"));
    back->setMinimumWidth(qMax(176, back->sizeHint().width()));
    auto *title = makeText(m_theme, QStringLiteral("paymentTitle"), 20, QFont::DemiBold);
    title->setText(tr("Payment"));
    auto *slip = new TouchButton(m_theme, QStringLiteral("slipButton"));
    slip->setTextSize(14, QFont::Medium);
    slip->setAction(*m_presenter.actions().find(u"till.slip"));
    if (!isLarge)
        slip->setKeyHint(QStringLiteral("T"));
    connect(&m_presenter, &TillPresenter::slipWanted, this,
            [this] { (new SlipDialog(m_theme, m_presenter, window()))->open(); });
    row->addWidget(back);
    row->addWidget(title);
    title->setHidden(isLarge);
    row->addStretch(1);
    row->addWidget(slip);
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
    m_field->setMinimumHeight(64);
    m_receivedLabel->setWordWrap(true);
    auto *row = new QBoxLayout(isLargeText(m_theme) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, m_field);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(isLargeText(m_theme) ? 0 : 8);
    row->addWidget(m_receivedLabel, 1);
    row->addWidget(m_received);
    if (isLargeText(m_theme))
        m_field->setMinimumHeight(row->minimumSize().height());
    column->addWidget(m_field);
    auto *keypad = new Keypad(m_theme, QStringLiteral("payKey"));
    connect(keypad, &Keypad::digit, &m_presenter, &TillPresenter::typeAmountDigit);
    connect(keypad, &Keypad::erase, &m_presenter, &TillPresenter::eraseAmountDigit);
    keypad->setMaximumHeight(4 * 72 + 3 * 8);
    column->addWidget(scrolling(keypad), 1);
    column->addStretch(0);
    return entry;
}

QWidget *PaymentPanel::makeSide()
{
    auto *side = new QWidget;
    side->setObjectName(QStringLiteral("paymentSide"));
    makeQuickAmounts();
    auto *tenders = new TenderListPanel(m_theme, m_presenter);
    connect(tenders, &TenderListPanel::pressed, m_field, [this] { m_field->setFocus(); });
    const bool isLarge = isLargeText(m_theme);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    // With large text there is not room for all: what comes of the payment is seen first.
    if (isLarge)
        column->addWidget(tenders);
    column->addLayout(m_quick);
    if (!isLarge)
        column->addWidget(tenders);
    column->addStretch(1);
    if (!isLarge)
        return side;
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("paymentScroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(side);
    return scroll;
}

QLayout *PaymentPanel::makeDue()
{
    auto *label = makeText(m_theme, QStringLiteral("dueLabel"), 16, QFont::Normal, "muted");
    label->setText(tr("Amount due"));
    auto *due = new QVBoxLayout;
    due->setSpacing(0);
    due->addWidget(label);
    due->addWidget(m_due);
    m_rows->setAlignment(Qt::AlignTrailing | Qt::AlignBottom);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(due, 1);
    row->addWidget(m_rows);
    return row;
}

QLayout *PaymentPanel::makeChoices()
{
    // Those of before stand where they stood; what is paid online has a row of its own below.
    constexpr int columns = 6;
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    int placed = 0;
    int placedOnline = 0;
    for (const Way &way : ways) {
        Action &choose = *m_presenter.actions().find(way.action);
        auto *button = new TouchButton(m_theme, way.action.toString());
        const bool isOnline = way.method == PaymentMethod::Online;
        button->setIconName(tenderIcon(way.method));
        button->setTextSize(isOnline ? 16 : 18, QFont::DemiBold);
        button->setCheckable(true);
        button->setKeyHint(way.key.toString());
        button->setFixedHeight(isOnline ? 48 : isLargeText(m_theme) ? 64 : 72);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::TabFocus); // a press leaves the digits where they are typed
        connect(button, &QPushButton::clicked, this, [this, &choose] {
            choose.trigger();
            showChoices(); // what is chosen already stays chosen
            m_field->setFocus();
        });
        m_choices.append(button);
        if (isOnline)
            grid->addWidget(button, 1, 3 * placedOnline++, 1, 3);
        else
            grid->addWidget(button, 0, 2 * placed++, 1, 2);
    }
    return grid;
}

void PaymentPanel::showChoices()
{
    const QList<TenderChoice> &choices = m_presenter.payment().choices;
    for (qsizetype number = 0; number < m_choices.size(); ++number) {
        TouchButton &button = *m_choices.at(number);
        // The ways stand in the order of their buttons; what a card or a customer pays comes behind them.
        const bool isOffered = number < choices.size() && choices.at(number).method == ways[number].method;
        button.setVisible(isOffered);
        if (!isOffered)
            continue;
        const TenderChoice &choice = choices.at(number);
        const bool isOpen = choice.reason.isEmpty();
        button.setText(choice.channel && !isOpen && !isLargeText(m_theme)
                           ? tr("%1: %2", "way of paying, why it cannot be chosen").arg(choice.text, choice.reason)
                           : choice.text);
        // The lower row has room for one line; its tool tip says why it cannot be pressed.
        if (!choice.channel)
            button.setSecondLine(isLargeText(m_theme) ? QString() : isOpen ? choice.amountText : choice.reason);
        button.setAccessibleName(tr("Pay %1: %2", "way of paying, amount").arg(choice.text, choice.amountText));
        button.setAccessibleDescription(choice.reason);
        button.setToolTip(isOpen ? button.accessibleName() : choice.reason);
        button.setEnabled(isOpen && !m_presenter.payment().recording);
        button.setChecked(choice.chosen);
    }
}

void PaymentPanel::makeQuickAmounts()
{
    m_quick->setSpacing(8);
    // All at once, so that Tab comes to them where they stand.
    for (int row = 0; row < mostQuickAmounts; ++row) {
        auto *button = new TouchButton(m_theme, QStringLiteral("quick%1").arg(row));
        button->setTextSize(18, QFont::DemiBold);
        button->setFixedHeight(qMax(64, m_theme.scaled(44)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a press leaves the digits where they are typed
        connect(button, &QPushButton::clicked, this, [this, row] { m_presenter.chooseQuickAmount(row); });
        m_quick->addWidget(button, row / 2, row % 2);
    }
}

void PaymentPanel::showQuickAmounts()
{
    const QList<QuickAmount> &amounts = m_presenter.payment().quickAmounts;
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
    QStringList rows;
    for (const AmountRow &row : payment.rows)
        rows.append(tr("%1 %2", "name of an amount and the amount").arg(row.label, row.amountText));
    if (!payment.chargeText.isEmpty())
        rows.append(tr("With the tip %1").arg(payment.chargeText));
    m_rows->setText(rows.join(u'\n'));
    m_receivedLabel->setText(nameOf(payment.method));
    m_received->setText(payment.receivedText);
    m_received->updateGeometry();
    m_field->setAccessibleName(nameOf(payment.method));
    m_field->setAccessibleDescription(payment.receivedText);
    showChoices();
    showQuickAmounts();
}

} // namespace crema::desktop
