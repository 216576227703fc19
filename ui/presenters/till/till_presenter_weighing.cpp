// SPDX-License-Identifier: GPL-3.0-or-later
// The presenter's weighed items: what comes without a weight is asked for before it comes into the cart, and the weight
// of a line may be another one later.
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"

namespace crema {

void TillPresenter::askWeight(const TillItem &item, const QString &note)
{
    m_payWhenReady = false;                // what it comes to is open
    if (m_options || m_weighing->view()) { // two codes came at once: the first item is not left out without a word
        refuseCode(item.sku, tr("Something is asked about another item, so “%1” was not taken.").arg(item.name),
                   tr("Answer it or press Esc, then scan again."));
        return;
    }
    setSearchText({});
    clearMessage();
    m_weighing->ask(item, false, [this, item, note](std::int64_t grams) {
        if (prepareSale())
            addItem(item, grams, {}, note);
    });
}

void TillPresenter::weighLine(int row)
{
    if (m_mode != TillMode::Selling || row < 0 || row >= m_sale.lines().size() || m_weighing->view() || isHeldByParts())
        return;
    commitEntry();
    closeOptions();
    if (row >= m_sale.lines().size() || m_sale.lines().at(row).item.unit != Unit::Gram)
        return;
    const TillLine line = m_sale.lines().at(row);
    TillItem item = line.item;
    item.price = line.priceInUse();
    clearMessage();
    m_weighing->ask(item, true, [this, key = line.key](std::int64_t grams) {
        for (int at = 0; at < m_sale.lines().size(); ++at) {
            if (m_sale.lines().at(at).key != key)
                continue;
            const QString name = m_sale.lines().at(at).item.name;
            if (changeCart([at, grams](TillSale &sale) { return sale.setQuantity(at, grams); }))
                say(Tone::Ok,
                    tr("%1 weighs %2.", "an item and its weight").arg(name, m_weighing->weightText(Quantity(grams))));
            return;
        }
        say(Tone::Warning, tr("That line is not in the cart any more."), tr("Ring it up again."));
    });
}

} // namespace crema
