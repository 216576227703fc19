// SPDX-License-Identifier: GPL-3.0-or-later
// The prices of a customer: their group, and a price list of their own (ADR 055).
#include "ui/presenters/customers/customer_list_presenter.h"

#include <algorithm>

namespace crema {

void CustomerListPresenter::showPrices(CustomerDetail &detail) const
{
    for (const PriceList &list : m_priceLists) {
        if (!list.disabled)
            detail.priceLists.append({list.id.toString(), list.name});
        detail.groups += list.customerGroups;
    }
    for (const Customer &customer : m_customers)
        detail.groups.append(customer.group);
    detail.groups.removeAll(QString());
    detail.groups.removeDuplicates();
    detail.groups.sort(Qt::CaseInsensitive);
    // A list that is switched off, or that is not known here, is still theirs.
    const auto isOffered = [&](const PriceListChoice &choice) { return choice.id == m_draft.priceList; };
    if (!m_draft.priceList.isEmpty() && std::ranges::none_of(detail.priceLists, isOffered)) {
        const auto known = std::ranges::find(m_priceLists, m_draft.priceList,
                                             [](const PriceList &list) { return list.id.toString(); });
        detail.priceLists.append(
            {m_draft.priceList, known == m_priceLists.end() ? tr("Not known here", "a price list") : known->name});
    }
    if (!m_desk.state().may(Permission::PricesEdit))
        detail.pricesLockedText = tr("Only people who change prices set these.");
}

} // namespace crema
