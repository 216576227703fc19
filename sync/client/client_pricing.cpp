// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/coupon_reader.h"
#include "sync/store/promotion_recording.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::sync {
namespace {

Problem unknownPromotion()
{
    return {ProblemKind::NotFound,
            QStringLiteral("promotion.unknown"),
            QCoreApplication::translate("crema::Pricing", "This promotion is not on this device."),
            QCoreApplication::translate("crema::Pricing", "Fetch the latest changes, then look again."),
            {}};
}

template<class Entity>
QList<Entity> byName(QList<Entity> entities)
{
    std::ranges::sort(entities, [](const Entity &a, const Entity &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return entities;
}

} // namespace

QCoro::Task<Result<QList<Promotion>>> Client::promotions()
{
    return Private::read(
        d, [](LocalStore &local) -> Result<QList<Promotion>> { return byName(local.place().priceRules.promotions); });
}

QCoro::Task<Result<QList<PriceList>>> Client::priceLists()
{
    return Private::read(
        d, [](LocalStore &local) -> Result<QList<PriceList>> { return byName(local.place().priceRules.lists); });
}

QCoro::Task<Result<Promotion>> Client::keepPromotion(Promotion promotion)
{
    return Private::write(d, [promotion](LocalStore &local) -> Result<Promotion> {
        const auto before = promotion.id.isNull() ? std::nullopt : local.rows().promotion(promotion.id);
        if (before) {
            const Result<void> edited = recordPromotionEdit(local, *before, promotion);
            return edited ? Result<Promotion>(*local.rows().promotion(promotion.id)) : failure(edited.error());
        }
        const Result<PromotionId> id = recordNewPromotion(local, promotion);
        return id ? Result<Promotion>(*local.rows().promotion(*id)) : failure(id.error());
    });
}

QCoro::Task<Result<PriceList>> Client::keepPriceList(PriceList list)
{
    return Private::write(d, [list](LocalStore &local) -> Result<PriceList> {
        const auto before = list.id.isNull() ? std::nullopt : local.rows().priceList(list.id);
        if (before) {
            const Result<void> edited = recordPriceListEdit(local, *before, list);
            return edited ? Result<PriceList>(*local.rows().priceList(list.id)) : failure(edited.error());
        }
        const Result<PriceListId> id = recordNewPriceList(local, list);
        return id ? Result<PriceList>(*local.rows().priceList(*id)) : failure(id.error());
    });
}

QCoro::Task<Result<Promotion>> Client::disablePromotion(PromotionId id)
{
    return Private::write(d, [id](LocalStore &local) -> Result<Promotion> {
        const auto before = local.rows().promotion(id);
        if (!before)
            return failure(unknownPromotion());
        Promotion after = *before;
        after.disabled = true;
        const Result<void> edited = recordPromotionEdit(local, *before, after);
        return edited ? Result<Promotion>(after) : failure(edited.error());
    });
}

QCoro::Task<Result<Promotion>> Client::promotionOfCoupon(QString typed)
{
    return Private::read(d, [typed](LocalStore &local) { return findCoupon(local, typed); });
}

QCoro::Task<Result<QList<CouponStanding>>> Client::couponsOf(SaleDraft draft)
{
    return Private::read(d, [draft](LocalStore &local) { return sync::couponsOf(local, draft); });
}

} // namespace crema::sync
