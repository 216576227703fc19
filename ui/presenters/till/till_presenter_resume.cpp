// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's cart as others change it: a sale goes on, is set aside, gets a discount, a note or a customer.
#include "ui/presenters/till/till_presenter.h"

namespace crema {

void TillPresenter::resumeSale(const TillCart &cart, const QList<Tender> &paid)
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
    say(Tone::Ok, tr("The sale goes on."), tr("Check the items before you take the money."));
    cartChangedByHand();
    if (!taken.isEmpty())
        startPaying(); // the cart is fixed as long as a part of it is paid
}

bool TillPresenter::refuseWhilePartPaid()
{
    if (m_tenders.taken().isEmpty())
        return false;
    say(Tone::Warning, alreadyPaidText(), tr("Give it back first, or take the rest."));
    return true;
}

// What the rules refuse has to be mended before the payment goes on.
bool TillPresenter::isHeldByParts()
{
    return !m_wasQuoteRefused && refuseWhilePartPaid();
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
    if (m_mode != TillMode::Selling || m_sale.isEmpty() || refuseWhilePartPaid())
        return false;
    commitEntry();
    m_sale.reset();
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
