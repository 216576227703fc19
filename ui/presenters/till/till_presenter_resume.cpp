// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's cart as others change it: a sale goes on, is set aside, gets a discount, a note or a customer.
#include "ui/presenters/till/till_presenter.h"

namespace crema {

void TillPresenter::resumeSale(const TillCart &cart, const QList<Tender> &paid,
                               const std::optional<PaymentIntentId> &awaited)
{
    if (m_mode != TillMode::Selling || !m_sale.isEmpty() || (cart.lines.isEmpty() && cart.back.isEmpty()))
        return;
    m_sale.goOn(cart);
    QList<Tender> taken;
    for (const Tender &tender : paid) {
        if (tender.amount.currency() == m_desk.state().currency())
            taken.append(tender);
    }
    m_tenders.restore(taken);
    m_tenders.await(awaited);
    m_online.intent.reset();
    say(Tone::Ok, tr("The sale goes on."), tr("Check the items before you take the money."));
    cartChangedByHand();
    if (!taken.isEmpty() || awaited)
        startPaying(); // the cart is fixed as long as a part of it is paid, or may be
}

bool TillPresenter::refuseWhilePartPaid()
{
    if (m_tenders.taken().isEmpty())
        return false;
    say(Tone::Warning, alreadyPaidText(), tr("Give it back first, or take the rest."));
    return true;
}

bool TillPresenter::refuseWhileMoneyMoves()
{
    if (refuseWhilePartPaid())
        return true;
    if (!m_tenders.awaited())
        return false;
    say(Tone::Warning, tr("An online payment is awaited for this sale, so it stays as it is."),
        tr("Pay shows what becomes of it. Cancel it there first, or hold the sale for later."));
    return true;
}

// What the rules refuse has to be mended before the payment goes on.
bool TillPresenter::isHeldByParts()
{
    return !m_wasQuoteRefused && refuseWhileMoneyMoves();
}

bool TillPresenter::changeCart(const std::function<bool(TillSale &)> &change)
{
    if (m_mode != TillMode::Selling || isHeldByParts())
        return false;
    commitEntry();
    if (!change(m_sale))
        return false;
    cartChangedByHand();
    return true;
}

bool TillPresenter::setSaleAside()
{
    if (m_mode != TillMode::Selling || m_sale.isEmpty() || (!m_tenders.awaited() && refuseWhilePartPaid()))
        return false;
    commitEntry();
    m_sale.reset();
    m_tenders.clear();
    m_online.intent.reset();
    m_cartNumber = ++m_lastCartNumber; // what is still looked up belongs to the sale that went
    m_multiplier = 0;
    m_lookUp.clear();
    m_payWhenReady = false;
    m_quoted.reset();
    closeOptions();
    clearMessage();
    cartChangedByHand();
    return true;
}

} // namespace crema
