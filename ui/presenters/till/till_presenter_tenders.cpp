// SPDX-License-Identifier: GPL-3.0-or-later
// How the presenter pays in several ways: in cash, by card, on account, in parts.
#include "ui/presenters/till/till_presenter.h"

#include "ui/presenters/selling/sale_texts.h"

namespace crema {

void TillPresenter::declareTenderActions()
{
    const auto add = [this](const char *id, const QString &text, const char *icon, const QStringList &terminalKeys,
                            std::function<void()> run) {
        m_actions.add(
            {QString::fromLatin1(id), text, QString::fromLatin1(icon), ActionCategory::Payment, {}, terminalKeys},
            std::move(run));
    };
    add("till.cash", tr("Pay in cash"), "cash", {}, [this] { chooseTender(PaymentMethod::Cash); });
    add("till.card", tr("Pay by card"), "card", {}, [this] { chooseTender(PaymentMethod::Card); });
    add("till.account", tr("Put on account"), "file", {}, [this] { chooseTender(PaymentMethod::Invoice); });
    add("till.store-credit", tr("Pay by store credit"), "gift", {},
        [this] { chooseTender(PaymentMethod::StoreCredit); });
    add("till.online", tr("Pay by link"), "link", {}, [this] { chooseOnline(IntentChannel::Link); });
    add("till.reader", tr("Pay at the card reader"), "card", {}, [this] { chooseOnline(IntentChannel::Reader); });
    add("till.online-cancel", tr("Cancel the online payment"), "x", {}, [this] { cancelOnline(); });
    add("till.online-check", tr("Check the online payment again"), "sync", {}, [this] { checkOnline(); });
    add("till.part", tr("Take as a part"), "plus", {QStringLiteral("F6")}, [this] { takePart(); });
    add("till.split", tr("Split evenly"), "split", {}, [this] { splitEvenly(); });
    add("till.slip", tr("Tip and card slip"), "gift", {QStringLiteral("F9")}, [this] { Q_EMIT slipWanted(); });
}

void TillPresenter::updateTenderActions()
{
    const auto allow = [this](QStringView id, const QString &reason) { m_actions.find(id)->setDisabledReason(reason); };
    const bool isOpen = m_mode == TillMode::Paying && !m_payment.recording;
    const bool isPaying = isOpen && !m_payment.payBack && !m_payment.online;
    const QString idle = isPaying                     ? QString()
                         : isOpen && m_payment.online ? tr("An online payment is awaited.")
                                                      : tr("No payment is under way.");
    const bool mayLeave = m_payment.payBack || (m_payment.online && !m_online.askingFor);
    const auto unless = [&idle](bool isPossible, const QString &reason) {
        return !idle.isEmpty() ? idle : isPossible ? QString() : reason;
    };
    allow(u"till.back",
          isOpen && mayLeave ? QString() : unless(m_tenders.taken().isEmpty(), tr("A part is paid already.")));
    allow(u"till.cash", idle);
    allow(u"till.card", idle);
    allow(u"till.account",
          unless(mayPayOnAccount(), tr("Only the sale of a company goes on account: a customer with a tax id.")));
    allow(u"till.store-credit",
          unless(isPayerThere(PaymentMethod::StoreCredit), tr("This customer has no store credit.")));
    allow(u"till.online", unless(whyNotOnline(IntentChannel::Link).isEmpty(), whyNotOnline(IntentChannel::Link)));
    allow(u"till.reader", unless(whyNotOnline(IntentChannel::Reader).isEmpty(), whyNotOnline(IntentChannel::Reader)));
    updateOnlineActions();
    allow(u"till.part", unless(m_payment.mayTakePart, tr("Type an amount that is less than what is due.")));
    allow(u"till.split", unless(m_payment.maySplit, tr("There is too little to split.")));
    allow(u"till.slip", unless(whyNoSlip().isEmpty(), whyNoSlip()));
    if (m_mode != TillMode::Paying)
        return;
    if (m_payment.payBack) {
        m_actions.find(u"till.pay")
            ->setText(m_payment.payBack->payments.isEmpty() ? tr("Take it back")
                                                            : tr("Pay back %1").arg(m_payment.payBack->totalText));
        return;
    }
    if (m_payment.online) {
        m_actions.find(u"till.pay")->setText(m_payment.online->stateText);
        return;
    }
    const QString &amount = m_payment.chargeText.isEmpty() ? m_payment.receivedText : m_payment.chargeText;
    m_actions.find(u"till.pay")->setText(takeText(m_payment.method, amount));
}

QString TillPresenter::alreadyPaidText() const
{
    return tr("%1 of this sale is paid already.").arg(m_texts.amount(m_tenders.takenSum()));
}

QString TillPresenter::whyNotOnAccount() const
{
    const std::optional<TillCustomer> &customer = m_sale.cart().customer;
    return !customer ? tr("Needs a customer") : customer->isCompany ? QString() : tr("Only for companies");
}

void TillPresenter::showTenders()
{
    const PaymentMethod chosen = m_tenders.method();
    m_payment.method = chosen;
    m_payment.ways = m_tenders.ways();
    m_payment.maySplit = m_tenders.maySplit();
    for (const PaymentMethod method : {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Invoice}) {
        const QString reason = method == PaymentMethod::Invoice ? whyNotOnAccount() : QString();
        m_payment.choices.append(
            {method, paymentMethodName(method), m_texts.amount(m_tenders.rest(method)), reason, method == chosen});
    }
    showOnlineChoices();
    showGiftChoices();
    for (const Tender &tender : m_tenders.taken()) {
        const QString name = paymentMethodName(tender.method);
        const Money handed = tender.method == PaymentMethod::Cash ? tender.amount : tender.amount + tender.tip;
        m_payment.taken.append({tender.method,
                                tender.tip.isZero()
                                    ? name
                                    : tr("%1, tip %2", "way of paying, amount").arg(name, m_texts.amount(tender.tip)),
                                m_texts.amount(handed)});
    }
    const Money rounding = m_tenders.rounding(chosen);
    if (m_payment.taken.isEmpty() && rounding.isZero())
        return;
    m_payment.rows.append({tr("Total"), m_texts.amount(m_quoted->total)});
    if (!rounding.isZero())
        m_payment.rows.append({tr("Rounding"), m_texts.amount(rounding)});
    if (!m_payment.taken.isEmpty())
        m_payment.rows.append({tr("Paid"), m_texts.amount(-m_tenders.takenSum())});
}

void TillPresenter::chooseTender(PaymentMethod method)
{
    const bool isOpen = method == PaymentMethod::Cash || method == PaymentMethod::Card ||
                        (method == PaymentMethod::Invoice && mayPayOnAccount()) || isPayerThere(method);
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.payBack || m_payment.online || !isOpen ||
        method == m_tenders.method())
        return;
    m_tenders.choose(method);
    m_amountDigits.clear(); // it was what the customer handed over in the other way
    m_wasRefused = false;
    clearMessage();
    if (isPayerThere(method)) {
        payFrom(method, method == PaymentMethod::GiftCard ? *m_giftPayer : *m_credit);
        return;
    }
    showPayment();
}

void TillPresenter::takePart()
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.online || !m_payment.mayTakePart)
        return;
    if (m_tenders.method() == PaymentMethod::Online)
        askOnline(received());
    else
        addPart(received() - m_tenders.tipInCash());
}

void TillPresenter::addPart(const Money &amount, QString change)
{
    const QString part = m_texts.amount(amount);
    if (!m_tenders.take(amount)) {
        say(Tone::Warning, tr("%1 cannot be taken as a part.").arg(part),
            tr("Type an amount that there are coins for, or take all that is due."));
        return;
    }
    leavePayer();
    m_amountDigits.clear();
    m_wasRefused = false;
    m_modeSinceMs = m_clock.monotonicMs();
    m_modePressMs = m_pressMs;
    showPayment();
    m_payment.giveBackText = change;
    Q_EMIT paymentChanged();
    if (change.isEmpty())
        say(Tone::Neutral, tr("%1 is paid, %2 is still due.").arg(part, m_payment.dueText));
    else
        say(Tone::Neutral, tr("%1 is paid: give %2 back. %3 is still due.").arg(part, change, m_payment.dueText));
}

void TillPresenter::giveBackTender(int row)
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.online || row < 0 ||
        row >= m_payment.taken.size())
        return;
    if (!m_givingBack.takes(m_pressMs))
        return;
    const TakenTender given = m_payment.taken.at(row);
    // It came in just now by itself, perhaps under the key that cancels.
    if (given.method == PaymentMethod::Online && isSecondOfDoublePress(m_modeSinceMs, m_modePressMs))
        return;
    m_tenders.giveBack(row);
    m_amountDigits.clear();
    showPayment();
    if (given.method == PaymentMethod::StoreCredit)
        askForCredit();
    if (given.method == PaymentMethod::Online) {
        say(Tone::Warning, tr("%1 that is paid online does not count any more.").arg(given.amountText),
            tr("The money was taken: a manager gives it back under Payments before the shift is closed."));
        return;
    }
    say(Tone::Neutral,
        given.method == PaymentMethod::Card
            ? tr("%1 by card does not count any more. Cancel it on the card terminal too.").arg(given.amountText)
            : tr("%1 does not count any more. Give it back.").arg(given.amountText));
}

void TillPresenter::splitEvenly()
{
    if (m_mode != TillMode::Paying || m_payment.recording || m_payment.payBack || m_payment.online)
        return;
    m_tenders.splitEvenly();
    m_amountDigits.clear();
    m_wasRefused = false;
    clearMessage();
    showPayment();
}

QString TillPresenter::paidText(const Sale &sale) const
{
    const QString paid = m_texts.amount(sale.total + sale.rounding);
    if (sale.payments.size() == 1 && sale.payments.first().method == PaymentMethod::Cash)
        return tr("%1 cash for %2").arg(m_texts.amount(sale.payments.first().tendered), paid);
    QStringList parts;
    for (const Payment &payment : sale.payments) {
        const QString amount = m_texts.amount(payment.tendered);
        parts.append(payment.method == PaymentMethod::Cash          ? tr("%1 cash").arg(amount)
                     : payment.method == PaymentMethod::Card        ? tr("%1 by card").arg(amount)
                     : payment.method == PaymentMethod::GiftCard    ? tr("%1 by gift card").arg(amount)
                     : payment.method == PaymentMethod::StoreCredit ? tr("%1 of store credit").arg(amount)
                     : payment.method == PaymentMethod::Online      ? tr("%1 online").arg(amount)
                                                                    : tr("%1 on account").arg(amount));
    }
    if (parts.size() < 2)
        return parts.value(0, tr("Nothing to pay"));
    return tr("%1 for %2", "what was handed over, what was due").arg(m_locale.createSeparatedList(parts), paid);
}

} // namespace crema
