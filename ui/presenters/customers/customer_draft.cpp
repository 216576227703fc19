// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/customers/customer_draft.h"

namespace crema {

CustomerDraft draftOf(const Customer &customer)
{
    CustomerDraft draft{customer.name, customer.email, customer.phone, customer.taxId, customer.notes};
    if (customer.consent) {
        draft.consent = customer.consent->state;
        draft.consentSource = customer.consent->source;
    }
    draft.card = customer.card;
    draft.group = customer.group;
    draft.priceList = customer.priceList ? customer.priceList->toString() : QString();
    return draft;
}

CustomerDraft laidOver(CustomerDraft now, const CustomerDraft &seen, const CustomerDraft &typed)
{
    for (const auto field :
         {&CustomerDraft::name, &CustomerDraft::email, &CustomerDraft::phone, &CustomerDraft::taxId,
          &CustomerDraft::notes, &CustomerDraft::card, &CustomerDraft::group, &CustomerDraft::priceList}) {
        if (typed.*field != seen.*field)
            now.*field = typed.*field;
    }
    if (typed.consent != seen.consent || typed.consentSource != seen.consentSource) {
        now.consent = typed.consent;
        now.consentSource = typed.consentSource;
    }
    return now;
}

Customer drafted(Customer customer, const CustomerDraft &draft, const CustomerDraft &seen)
{
    customer.name = draft.name.trimmed();
    customer.email = draft.email.trimmed();
    customer.phone = draft.phone.trimmed();
    customer.taxId = draft.taxId.trimmed();
    customer.notes = draft.notes;
    customer.card = draft.card.trimmed();
    customer.group = draft.group.trimmed();
    customer.priceList = PriceListId::fromString(draft.priceList);
    // When it was said counts from the moment in which it is kept, and stays when nothing else is said.
    const bool isSame = draft.consent == seen.consent && (!draft.consent || draft.consentSource == seen.consentSource);
    if (!isSame && draft.consent)
        customer.consent = Consent{*draft.consent, {}, draft.consentSource};
    else if (!isSame)
        customer.consent.reset();
    return customer;
}

Customer takenBack(Customer now, const Customer &before, const Customer &after)
{
    for (const auto field : {&Customer::name, &Customer::email, &Customer::phone, &Customer::taxId, &Customer::notes,
                             &Customer::card, &Customer::group}) {
        if (before.*field != after.*field)
            now.*field = before.*field;
    }
    if (before.priceList != after.priceList)
        now.priceList = before.priceList;
    if (before.archived != after.archived)
        now.archived = before.archived;
    if (before.consent != after.consent)
        now.consent = before.consent;
    return now;
}

} // namespace crema
