// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/tender_list_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/till/tender_icon.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/till_presenter.h"

#include <QFrame>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int rowHeight = 56;
constexpr int targetSize = 48;
/// So many payments are in sight at once where there is room.
constexpr std::size_t rowsInSight = 2;

/// "€2.00 tip · Visa 4711"; empty without either.
QString notedText(const PaymentView &payment)
{
    QStringList parts;
    if (!payment.tipText.isEmpty())
        parts.append(TenderListPanel::tr("%1 tip", "amount").arg(payment.tipText));
    if (!payment.slipText.isEmpty())
        parts.append(payment.slipText);
    return parts.join(QStringLiteral(" · "));
}

/// The words beside an amount go on in a second line before it becomes smaller.
void showAmount(AmountLabel &label, const QString &text)
{
    label.setText(text);
    label.setMinimumWidth(label.sizeHint().width());
}

} // namespace

TenderListPanel::TenderListPanel(const Theme &theme, TillPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_scroll(new QScrollArea),
      m_takenColumn(new QVBoxLayout), m_entry(makeRow(QStringLiteral("tender"))), m_result(new QFrame),
      m_resultLabel(makeText(theme, QStringLiteral("paymentResult"), 16, QFont::DemiBold)),
      m_resultAmount(new AmountLabel)
{
    setObjectName(QStringLiteral("tenderListPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeParts());
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("tenderList"));
    auto *list = new QVBoxLayout(frame);
    list->setContentsMargins(1, 1, 1, 1);
    list->setSpacing(0);
    auto *taken = new QWidget;
    taken->setObjectName(QStringLiteral("tenderTaken"));
    m_takenColumn->setContentsMargins(0, 0, 0, 0);
    m_takenColumn->setSpacing(0);
    taken->setLayout(m_takenColumn);
    m_scroll->setObjectName(QStringLiteral("tenderScroll"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(taken);
    list->addWidget(m_scroll);
    list->addWidget(m_entry.widget);
    makeResult();
    list->addWidget(m_result);
    column->addWidget(frame);

    // The payment that came last is in sight.
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, bar, [bar](int, int last) { bar->setValue(last); });
    connect(&presenter, &TillPresenter::paymentChanged, this, &TenderListPanel::showPayment);
    connect(&theme, &Theme::changed, this, &TenderListPanel::showPayment);
    showPayment();
}

QWidget *TenderListPanel::makeParts()
{
    auto *parts = new QWidget;
    auto *row = new QBoxLayout(isLargeText(m_theme) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, parts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(makeButton("partButton", "till.part", tr("As a part"), tr("P", "the key")));
    m_split = makeButton("splitButton", "till.split", tr("Split evenly"), tr("S", "the key"));
    row->addWidget(m_split);
    return parts;
}

TouchButton *TenderListPanel::makeButton(const char *name, const char *action, const QString &text, const QString &key)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    button->setTextSize(14, QFont::Medium);
    button->setIconSize(20);
    button->setFixedHeight(qMax(targetSize, m_theme.scaled(32)));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus); // a press leaves the digits where they are typed
    Action &done = *m_presenter.actions().find(QString::fromLatin1(action));
    button->setAction(done);
    // The room is for the shorter words; the whole sentence is what is read out.
    const auto shorten = [button, text] { button->setText(text); };
    shorten();
    connect(&done, &Action::changed, button, shorten);
    connect(button, &QPushButton::clicked, this, &TenderListPanel::pressed);
    button->setToolTip(tr("%1 (%2)", "action and its key").arg(done.text(), key));
    return button;
}

TenderListPanel::Row TenderListPanel::makeRow(const QString &name)
{
    Row row;
    row.widget = new QWidget;
    row.widget->setMinimumHeight(qMax(rowHeight, m_theme.scaled(52)));
    row.icon = new QLabel;
    row.icon->setObjectName(name + QStringLiteral("Icon"));
    row.name = makeText(m_theme, name + QStringLiteral("Name"), 16, QFont::Medium);
    row.name->setWordWrap(true);
    row.state = makeText(m_theme, name + QStringLiteral("State"), 14, QFont::Normal, "muted");
    row.state->setWordWrap(true);
    row.amount = new AmountLabel;
    row.amount->setObjectName(name + QStringLiteral("Amount"));
    row.amount->setFont(m_theme.font(16, QFont::DemiBold));
    row.amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->addWidget(row.name, 1);
    texts->addStretch(1);
    texts->addLayout(first);
    texts->addWidget(row.state);
    texts->addStretch(1);
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(12);
    line->addWidget(row.icon);
    line->addLayout(texts, 1);
    // With large text the state below has the whole width.
    (isLargeText(m_theme) ? first : line)->addWidget(row.amount);
    return row;
}

void TenderListPanel::makeResult()
{
    m_result->setObjectName(QStringLiteral("tenderResult"));
    m_result->setMinimumHeight(qMax(targetSize, m_theme.scaled(44)));
    m_resultLabel->setWordWrap(true);
    m_resultAmount->setObjectName(QStringLiteral("paymentResultAmount"));
    m_resultAmount->setFont(m_theme.font(16, QFont::DemiBold));
    m_resultAmount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *result = new QHBoxLayout(m_result);
    result->setContentsMargins(16, 0, 16, 0);
    result->addWidget(m_resultLabel, 1);
    result->addWidget(m_resultAmount);
}

void TenderListPanel::addTakenRow()
{
    const int number = static_cast<int>(m_taken.size());
    Row row = makeRow(QStringLiteral("taken%1").arg(number));
    row.giveBack = new TouchButton(m_theme, QStringLiteral("giveBack%1").arg(number));
    row.giveBack->setKind("quiet");
    row.giveBack->setIconName(QStringLiteral("x"));
    row.giveBack->setIconSize(20);
    row.giveBack->setFixedSize(targetSize, targetSize);
    row.giveBack->setFocusPolicy(Qt::TabFocus);
    connect(row.giveBack, &QPushButton::clicked, this, [this, number] {
        m_presenter.giveBackTender(number);
        Q_EMIT pressed();
    });
    static_cast<QHBoxLayout *>(row.widget->layout())->addWidget(row.giveBack);
    row.widget->layout()->setContentsMargins(16, 4, 4, 4);
    row.state->hide();
    m_takenColumn->addWidget(row.widget);
    // It came last into the window, but Tab comes to it where it stands.
    setTabOrder(m_taken.empty() ? m_split : m_taken.back().giveBack, row.giveBack);
    m_taken.push_back(row);
}

void TenderListPanel::showTaken()
{
    const QList<TakenTender> &taken = m_presenter.payment().taken;
    while (m_taken.size() < static_cast<std::size_t>(taken.size()))
        addTakenRow();
    for (std::size_t number = 0; number < m_taken.size(); ++number) {
        const Row &row = m_taken[number];
        const bool isUsed = number < static_cast<std::size_t>(taken.size());
        row.widget->setVisible(isUsed);
        if (!isUsed)
            continue;
        const TakenTender &tender = taken.at(static_cast<qsizetype>(number));
        row.icon->setPixmap(m_theme.icon(tenderIcon(tender.method), "muted").pixmap(20, 20));
        row.name->setText(tender.text);
        showAmount(*row.amount, tender.amountText);
        row.giveBack->setAccessibleName(
            tr("Give back %1 %2", "way of paying, amount").arg(tender.text, tender.amountText));
        row.giveBack->setToolTip(row.giveBack->accessibleName());
        row.giveBack->setEnabled(!m_presenter.payment().recording);
    }
    m_scroll->setVisible(!taken.isEmpty());
    const auto inSight = std::min(static_cast<std::size_t>(taken.size()), rowsInSight);
    if (inSight > 0)
        m_scroll->setFixedHeight(static_cast<int>(inSight) * m_taken.front().widget->minimumHeight());
    m_takenColumn->invalidate();
}

void TenderListPanel::showEntry()
{
    const PaymentView &payment = m_presenter.payment();
    m_entry.icon->setPixmap(m_theme.icon(tenderIcon(payment.method), "muted").pixmap(20, 20));
    for (const TenderChoice &choice : payment.choices) {
        if (choice.chosen)
            m_entry.name->setText(choice.text);
    }
    showAmount(*m_entry.amount, payment.receivedText);
    const QString noted = notedText(payment);
    m_entry.state->setText(payment.recording  ? tr("Being saved")
                           : !noted.isEmpty() ? noted
                           : !payment.shareText.isEmpty()
                               ? tr("First of %1 equal parts: %2").arg(QString::number(payment.ways), payment.shareText)
                           : payment.entered         ? tr("Entering now")
                           : payment.taken.isEmpty() ? tr("Exact amount")
                                                     : tr("The rest"));
}

void TenderListPanel::showResult()
{
    const PaymentView &payment = m_presenter.payment();
    // The change for the part before is in the hand still; then that for this one.
    const bool isGivenBack = !payment.giveBackText.isEmpty();
    const QString change = isGivenBack ? payment.giveBackText : payment.changeText;
    const bool isPart = !payment.restText.isEmpty() && change.isEmpty();
    m_result->setVisible(!payment.enough || isPart || !change.isEmpty());
    const QString tone = !payment.enough ? QStringLiteral("warning") : isPart ? QString() : QStringLiteral("ok");
    restyle(*m_result, "tone", tone);
    restyle(*m_resultLabel, "tone", tone);
    m_resultLabel->setText(!payment.enough ? payment.missingText
                           : isPart        ? tr("Then still due")
                           : isGivenBack   ? tr("Change for the part before")
                                           : tr("Change to give"));
    m_resultAmount->setVisible(payment.enough);
    showAmount(*m_resultAmount, isPart ? payment.restText : change);
}

void TenderListPanel::showPayment()
{
    showTaken();
    showEntry();
    showResult();
}

} // namespace crema::desktop
