// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's way back into a sale that was begun before the program ended.
#include "ui/presenters/till/till_presenter.h"

namespace crema {

void TillPresenter::resumeSale(const QList<TillLine> &lines)
{
    if (m_mode != TillMode::Selling || !m_sale.isEmpty() || lines.isEmpty())
        return;
    for (const TillLine &line : lines)
        m_sale.add(line.item, line.quantity.units(), line.price);
    say(Tone::Ok, tr("The sale goes on."), tr("Check the items before you take the money."));
    cartChangedByHand();
}

} // namespace crema
