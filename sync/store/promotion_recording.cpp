// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/promotion_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "sync/store/people_recording.h"

namespace crema::sync {
namespace {

/// The entity as it is kept.
template<class Entity>
Result<Entity> recordable(LocalStore &store, const Entity &entity, Result<Entity> (*check)(const Entity &))
{
    if (const Result<void> enrolled = requireEnrolled(store); !enrolled)
        return failure(enrolled.error());
    return check(entity);
}

template<class Entity>
auto recordNew(LocalStore &store, Entity entity, QStringView subject, QStringView operation,
               Result<Entity> (*check)(const Entity &)) -> Result<decltype(entity.id)>
{
    if (entity.id.isNull())
        entity.id = makeId<decltype(entity.id)>(store.clock().now(), store.randomness());
    const Result<Entity> checked = recordable(store, entity, check);
    if (!checked)
        return failure(checked.error());
    const Operation made =
        store.newOperation(operation, {subject.toString(), checked->id.value()}, body::toJson(*checked));
    if (const Result<void> recorded = store.record(made); !recorded)
        return failure(recorded.error());
    return checked->id;
}

template<class Entity>
Result<void> recordEdit(LocalStore &store, const Entity &before, const Entity &after, QStringView subject,
                        QStringView operation, const EditableFields &fields, Result<Entity> (*check)(const Entity &))
{
    const Result<Entity> checked = recordable(store, after, check);
    if (!checked)
        return failure(checked.error());
    const QJsonObject seen = codec::toJson(before);
    const Edit edit = withWhatBelongs(editBetween(seen, codec::toJson(*checked), fields), seen, fields);
    if (edit.isEmpty())
        return {};
    return store.record(store.newOperation(operation, {subject.toString(), before.id.value()}, editToJson(edit)));
}

} // namespace

Result<PromotionId> recordNewPromotion(LocalStore &store, Promotion promotion)
{
    return recordNew(store, std::move(promotion), entity::promotion, operation::promotionCreate, &checkedPromotion);
}

Result<void> recordPromotionEdit(LocalStore &store, const Promotion &before, const Promotion &after)
{
    return recordEdit(store, before, after, entity::promotion, operation::promotionEdit, body::promotionFields(),
                      &checkedPromotion);
}

Result<PriceListId> recordNewPriceList(LocalStore &store, PriceList list)
{
    return recordNew(store, std::move(list), entity::priceList, operation::priceListCreate, &checkedPriceList);
}

Result<void> recordPriceListEdit(LocalStore &store, const PriceList &before, const PriceList &after)
{
    return recordEdit(store, before, after, entity::priceList, operation::priceListEdit, body::priceListFields(),
                      &checkedPriceList);
}

} // namespace crema::sync
