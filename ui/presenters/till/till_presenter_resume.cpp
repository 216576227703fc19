// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's cart as others change it: a sale goes on, is set aside, gets a discount, a note or a customer.
#include "ui/presenters/till/till_presenter.h"

namespace crema {

void TillPresenter::resumeSale(const TillCart &cart)
{
    if (m_mode != TillMode::Selling || !m_sale.isEmpty() || cart.lines.isEmpty())
        return;
    m_sale.goOn(cart);
    say(Tone::Ok, tr("The sale goes on."), tr("Check the items before you take the money."));
    cartChangedByHand();
}

bool TillPresenter::changeCart(const std::function<bool(TillSale &)> &change)
{
    if (m_mode != TillMode::Selling)
        return false;
    commitEntry();
    if (!change(m_sale))
        return false;
    cartChangedByHand();
    return true;
}

bool TillPresenter::setSaleAside()
{
    if (m_mode != TillMode::Selling || m_sale.isEmpty())
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
