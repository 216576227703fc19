// SPDX-License-Identifier: GPL-3.0-or-later
// RapidCheck generators of promotions, and the small ones that tests write by hand.
#pragma once

#include "models/pricing/promotion.h"
#include "tests/models/generators.h"

namespace crema::testing {

inline Promotion promotionOf(std::uint32_t number, const PromotionAction &action)
{
    Promotion promotion;
    promotion.id = PromotionId(uuid(number));
    promotion.name = QStringLiteral("Promotion %1").arg(number);
    promotion.action = action;
    return promotion;
}

/// Articles of generated carts have numbers from 1 on; those of a small set are a tenth of them.
inline ArticleSet everyTenth(std::uint32_t from)
{
    ArticleSet set;
    for (std::uint32_t number = from; number < 1'000; number += 10)
        set.variants.append(VariantId(uuid(number)));
    return set;
}

inline rc::Gen<ArticleSet> articleSet()
{
    return rc::gen::weightedOneOf<ArticleSet>(
        {{2, rc::gen::just(ArticleSet())}, {3, rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 11), &everyTenth)}});
}

inline rc::Gen<PromotionTarget> promotionTarget()
{
    return rc::gen::element(PromotionTarget::Lines, PromotionTarget::Cart);
}

inline rc::Gen<PromotionAction> promotionAction()
{
    const auto percent = rc::gen::apply(
        [](std::int32_t share, PromotionTarget target) {
            return PromotionAction(PercentOff{share, target});
        },
        rc::gen::inRange<std::int32_t>(1, 10'001), promotionTarget());
    const auto amount = rc::gen::apply(
        [](Money off, std::int64_t per, PromotionTarget target) {
            return PromotionAction(AmountOff{Price{off, per}, target});
        },
        euroBetween(1, 3'000), rc::gen::element<std::int64_t>(1, 1, 100, 1000), promotionTarget());
    const auto buyGet = rc::gen::apply(
        [](std::int64_t buy, std::int64_t get, std::int32_t share, std::int64_t atMost) {
            return PromotionAction(BuyGet{buy, get, share, atMost});
        },
        rc::gen::inRange<std::int64_t>(0, 4), rc::gen::inRange<std::int64_t>(1, 3),
        rc::gen::element<std::int32_t>(10'000, 5'000, 3'333), rc::gen::inRange<std::int64_t>(0, 3));
    const auto bundle = rc::gen::apply(
        [](const ArticleSet &first, const ArticleSet &second, std::int64_t quantity, Money price, std::int64_t atMost) {
            return PromotionAction(BundleFor{{{first, quantity}, {second, 1}}, price, atMost});
        },
        articleSet(), articleSet(), rc::gen::inRange<std::int64_t>(1, 4), euroBetween(0, 5'000),
        rc::gen::inRange<std::int64_t>(0, 3));
    const auto free = rc::gen::apply(
        [](std::uint32_t from, std::int64_t quantity) {
            return PromotionAction(FreeItem{everyTenth(from), quantity});
        },
        rc::gen::inRange<std::uint32_t>(1, 11), rc::gen::inRange<std::int64_t>(1, 4));
    return rc::gen::oneOf(percent, amount, buyGet, bundle, free);
}

inline rc::Gen<Promotion> promotion()
{
    return rc::gen::apply(
        [](std::uint32_t number, const PromotionAction &action, bool exclusive, int priority,
           const ArticleSet &articles, std::int64_t minQuantity, Money minAmount) {
            Promotion result = promotionOf(number, action);
            result.exclusive = exclusive;
            result.priority = priority;
            result.conditions.articles = articles;
            result.conditions.minQuantity = minQuantity;
            if (!minAmount.isZero())
                result.conditions.minAmount = minAmount;
            return result;
        },
        rc::gen::inRange<std::uint32_t>(1, 1'000'000), promotionAction(),
        rc::gen::weightedElement<bool>({{3, false}, {1, true}}), rc::gen::inRange(-2, 3), articleSet(),
        rc::gen::element<std::int64_t>(0, 0, 1, 3),
        rc::gen::weightedOneOf<Money>({{3, rc::gen::just(euro(0))}, {1, euroBetween(1, 20'000)}}));
}

inline rc::Gen<QList<Promotion>> promotions()
{
    return rc::gen::map(rc::gen::resize(6, rc::gen::container<std::vector<Promotion>>(promotion())),
                        [](const std::vector<Promotion> &all) { return QList<Promotion>(all.begin(), all.end()); });
}

} // namespace crema::testing
