// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_pricing.h"

#include "models/operations/apply_edit.h"

namespace crema {

Effect applyPromotionCreate(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<Promotion> body = body::readPromotionCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    const Result<Promotion> promotion = checkedPromotion(*body);
    if (!promotion)
        return refusedFor(promotion.error());
    if (aggregates.promotion(promotion->id))
        return subjectIsThere();
    aggregates.save(*promotion);
    return {};
}

Effect applyPromotionEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    return applyEdit<Promotion>(operation, aggregates, mode, aggregates.promotion(PromotionId(operation.subject.id)),
                                body::promotionFields(), &codec::readPromotion, &checkedPromotion);
}

Effect applyPriceListCreate(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<PriceList> body = body::readPriceListCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    const Result<PriceList> list = checkedPriceList(*body);
    if (!list)
        return refusedFor(list.error());
    if (aggregates.priceList(list->id))
        return subjectIsThere();
    aggregates.save(*list);
    return {};
}

Effect applyPriceListEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    return applyEdit<PriceList>(operation, aggregates, mode, aggregates.priceList(PriceListId(operation.subject.id)),
                                body::priceListFields(), &codec::readPriceList, &checkedPriceList);
}

} // namespace crema
