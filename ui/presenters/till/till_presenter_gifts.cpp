// SPDX-License-Identifier: GPL-3.0-or-later
// How the presenter pays by gift card and by store credit: a card is scanned, credit comes with the customer.
#include "models/giftcards/gift_code.h"
#include "ui/presenters/selling/sale_texts.h"
#include "ui/presenters/till/till_presenter.h"

#include <algorithm>

namespace crema {

void TillPresenter::giftCardScanned(const QString &code)
{
    const std::optional<QString> whole = giftCodeIn(code);
    if (!whole) {
        refuseCode(code, tr("A digit of this gift card is wrong or missing."), tr("Scan it again."));
        return;
    }
    if (m_mode == TillMode::Paying) {
        if (m_payment.online)
            refuseCode(code, tr("An online payment is awaited."), tr("Wait for it or cancel it first."));
        else if (!m_payment.recording)
            payByGiftCard(this, m_stop.get_token(), *whole, m_cartNumber);
        return;
    }
    if (m_mode == TillMode::Selling || m_mode == TillMode::ChangeDue)
        Q_EMIT giftCardShown(*whole);
    else
        refuseCode(code, tr("Nothing can be sold yet."), tr("Open a shift first."));
}

bool TillPresenter::isPayerThere(PaymentMethod method) const
{
    const auto pays = [](const std::optional<sync::GiftCardView> &payer) {
        return payer && payer->payable.minor() > 0;
    };
    return (method == PaymentMethod::GiftCard && pays(m_giftPayer)) ||
           (method == PaymentMethod::StoreCredit && pays(m_credit));
}

void TillPresenter::showGiftChoices()
{
    for (const PaymentMethod method : {PaymentMethod::GiftCard, PaymentMethod::StoreCredit}) {
        if (isPayerThere(method)) {
            m_payment.choices.append({method,
                                      paymentMethodName(method),
                                      m_texts.amount(m_tenders.rest(method)),
                                      {},
                                      method == m_tenders.method()});
        }
    }
}

QString TillPresenter::takeText(PaymentMethod method, const QString &amount) const
{
    switch (method) {
    case PaymentMethod::Cash: return tr("Take %1 cash").arg(amount);
    case PaymentMethod::Card: return tr("Take %1 by card").arg(amount);
    case PaymentMethod::Invoice: return tr("Put %1 on account").arg(amount);
    case PaymentMethod::GiftCard: return tr("Take %1 from the gift card").arg(amount);
    case PaymentMethod::StoreCredit: return tr("Take %1 of store credit").arg(amount);
    case PaymentMethod::Online:
        return m_online.channel == IntentChannel::Link ? tr("Ask for %1 by link").arg(amount)
                                                       : tr("Ask for %1 at the card reader").arg(amount);
    }
    return {};
}

void TillPresenter::payFrom(PaymentMethod method, const sync::GiftCardView &payer)
{
    m_tenders.choose(method);
    m_tenders.setGiftCard(method == PaymentMethod::GiftCard ? std::optional(payer.card.id) : std::nullopt);
    const Money rest = m_tenders.rest(method);
    m_wasRefused = false;
    m_amountDigits = payer.payable < rest ? QString::number(payer.payable.minor()) : QString();
    showPayment();
    const QString there = m_texts.amount(payer.payable);
    if (payer.payable < rest)
        say(Tone::Neutral, tr("It pays %1 of what is due.").arg(there), tr("Take that as a part; the rest follows."));
    else
        say(Tone::Neutral, tr("It pays all that is due.", "gift card"));
}

void TillPresenter::leavePayer()
{
    const PaymentMethod method = m_tenders.method();
    if (method == PaymentMethod::GiftCard)
        m_giftPayer.reset();
    else if (method == PaymentMethod::StoreCredit)
        m_credit.reset();
    else
        return;
    m_tenders.choose(PaymentMethod::Cash);
}

QCoro::Task<> TillPresenter::payByGiftCard(Self self, std::stop_token stop, QString code, std::uint64_t cart)
{
    const Result<sync::GiftCardView> found = co_await self->m_desk.giftCard(code);
    if (stop.stop_requested() || !self || self->m_mode != TillMode::Paying || self->m_payment.recording ||
        self->m_payment.online || cart != self->m_cartNumber)
        co_return;
    if (!found) {
        self->say(found.error());
        Q_EMIT self->codeRefused(code);
        co_return;
    }
    // What one part took of it already is not there for the next.
    sync::GiftCardView payer = *found;
    for (const Tender &taken : self->m_tenders.taken()) {
        if (taken.giftCard == payer.card.id)
            payer.payable -= taken.amount + taken.tip;
    }
    if (payer.block) {
        self->say(*payer.block);
    } else if (payer.payable.minor() <= 0) {
        self->say(Tone::Warning, self->tr("Nothing is left on this gift card."),
                  self->tr("Take the amount in another way."));
    } else {
        self->m_giftPayer = payer;
        self->payFrom(PaymentMethod::GiftCard, payer);
        Q_EMIT self->codeFound(code);
        co_return;
    }
    Q_EMIT self->codeRefused(code);
}

void TillPresenter::askForCredit()
{
    if (const std::optional<TillCustomer> &customer = m_sale.cart().customer)
        readCredit(this, m_stop.get_token(), customer->id, m_cartNumber);
}

QCoro::Task<> TillPresenter::readCredit(Self self, std::stop_token stop, CustomerId customer, std::uint64_t cart)
{
    const Result<sync::GiftCardView> found = co_await self->m_desk.storeCredit(customer);
    if (stop.stop_requested() || !self || self->m_mode != TillMode::Paying || self->m_payment.recording ||
        cart != self->m_cartNumber || !found)
        co_return;
    // As with a card: parts of before took of it.
    sync::GiftCardView payer = *found;
    for (const Tender &taken : self->m_tenders.taken()) {
        if (taken.method == PaymentMethod::StoreCredit)
            payer.payable -= taken.amount + taken.tip;
    }
    if (payer.payable.minor() <= 0)
        co_return;
    self->m_credit = payer;
    const bool wasEntered = !self->m_amountDigits.isEmpty();
    if (!wasEntered)
        self->showPayment();
    self->say(Tone::Neutral, self->tr("%1 of store credit can be used.").arg(self->m_texts.amount(payer.payable)));
}

} // namespace crema
