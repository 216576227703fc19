// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/parked_cart_view.h"

namespace crema::sync {
namespace {

QList<DiscountDraft> draftsOf(const QList<Discount> &discounts)
{
    QList<DiscountDraft> drafts;
    for (const Discount &discount : discounts)
        drafts.append({discount.label, discount.tenThousandths, discount.amount});
    return drafts;
}

QList<Discount> discountsOf(const QList<DiscountDraft> &drafts)
{
    QList<Discount> discounts;
    for (const DiscountDraft &draft : drafts)
        discounts.append({draft.label, draft.tenThousandths, draft.amount});
    return discounts;
}

} // namespace

SaleDraft draftOf(const ParkedCart &cart)
{
    SaleDraft draft;
    for (const ParkedLine &line : cart.lines)
        draft.lines.append({line.variant, line.quantity, line.price, draftsOf(line.discounts), line.note,
                            line.modifiers, line.offCatalog});
    draft.discounts = draftsOf(cart.discounts);
    draft.customer = cart.customer;
    draft.note = cart.note;
    draft.customerNote = cart.customerNote;
    draft.coupons = cart.coupons;
    draft.points = cart.points;
    return draft;
}

ParkedCart withContent(ParkedCart cart, const SaleDraft &draft)
{
    cart.lines.clear();
    for (const SaleLineDraft &line : draft.lines)
        cart.lines.append({line.variant, line.quantity, line.price, discountsOf(line.discounts), line.note,
                           line.modifiers, line.offCatalog});
    cart.discounts = discountsOf(draft.discounts);
    cart.customer = draft.customer;
    cart.note = draft.note;
    cart.customerNote = draft.customerNote;
    cart.coupons = draft.coupons;
    cart.points = draft.points;
    return cart;
}

} // namespace crema::sync
