// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/promotion_checks.h"

#include <algorithm>

namespace crema::simulation {

namespace {

/// What promotions gave in a sale, at lines and at the cart.
QList<SaleDiscount> givenIn(const Sale &sale)
{
    QList<SaleDiscount> given = sale.discounts;
    for (const SaleLine &line : sale.lines)
        given += line.discounts;
    given.removeIf([](const SaleDiscount &discount) { return !discount.promotion; });
    return given;
}

/// Worlds make promotions without days and places: what is left is whether it is there and on, with that code, and
/// gives that rate.
bool isStrange(const SaleDiscount &given, const MemoryState &state)
{
    const auto known = state.promotions.constFind(*given.promotion);
    if (known == state.promotions.constEnd() || known->value.disabled)
        return true;
    const Promotion &promotion = known->value;
    const bool isCode =
        std::ranges::any_of(promotion.coupons, [&](const Coupon &coupon) { return coupon.code == given.coupon; });
    const auto *percent = std::get_if<PercentOff>(&promotion.action);
    const std::optional<std::int32_t> rate = percent ? std::optional(percent->tenThousandths) : std::nullopt;
    return rate != given.tenThousandths || (!promotion.coupons.isEmpty() && !isCode);
}

} // namespace

QString objectionToPromotions(sync::LocalStore &store, const MemoryState &state)
{
    const auto &rules = store.place().priceRules;
    for (const platform::Stored<Promotion> &promotion : state.promotions) {
        if (!rules.promotions.contains(promotion.value))
            return QStringLiteral("the promotion %1 is another one here").arg(promotion.value.name);
    }
    for (const platform::Stored<PriceList> &list : state.priceLists) {
        if (!rules.lists.contains(list.value))
            return QStringLiteral("the price list %1 is another one here").arg(list.value.name);
    }
    if (rules.promotions.size() != state.promotions.size() || rules.lists.size() != state.priceLists.size())
        return QStringLiteral("promotions or price lists are here that the platform does not have");
    return {};
}

void PromotionWatch::look(const MemoryState &before, const MemoryState &now)
{
    ++m_commits;
    if (!now.promotions.isSharedWith(before.promotions)) {
        for (auto it = now.promotions.constBegin(); it != now.promotions.constEnd(); ++it) {
            const auto old = before.promotions.constFind(it.key());
            if (old == before.promotions.constEnd() || old->value != it->value)
                m_changedAt.insert(it.key(), m_commits);
        }
    }
    if (now.sales.isSharedWith(before.sales) || m_commits < m_quietUntil)
        return;
    for (auto it = now.sales.constBegin(); it != now.sales.constEnd(); ++it) {
        if (!before.sales.contains(it.key()))
            lookAtSale(it.value(), now);
    }
}

void PromotionWatch::lookAtSale(const Sale &sale, const MemoryState &now)
{
    const QList<SaleDiscount> given = givenIn(sale);
    bool isDoubtful = false;
    for (const SaleDiscount &discount : given) {
        if (m_commits - m_changedAt.value(*discount.promotion, -settles) < settles)
            return;
        isDoubtful = isDoubtful || isStrange(discount, now);
    }
    const bool isReviewed = std::ranges::any_of(now.reviews, [&sale](const platform::Review &review) {
        return review.code == QLatin1String("sale.promotion_invalid") && review.subject.id == sale.id.value();
    });
    if (isDoubtful == isReviewed || !m_objection.isEmpty())
        return;
    m_objection = isDoubtful
                      ? QStringLiteral("sale %1 was made cheaper by a promotion that does not hold, and nobody is told")
                      : QStringLiteral("sale %1 is looked at for a promotion that holds");
    m_objection = m_objection.arg(sale.number);
}

} // namespace crema::simulation
