// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/price.h"
#include "models/pricing/article_set.h"
#include "models/pricing/pricing_occasion.h"

#include <variant>

namespace crema {

/// What a reduction is taken off.
enum class PromotionTarget {
    Lines, ///< each line of the articles
    Cart,  ///< the whole cart, once: the articles only say whether
};

/// So much of what is left of the price.
struct PercentOff {
    std::int32_t tenThousandths = 0; ///< 1 to 10,000
    PromotionTarget target = PromotionTarget::Lines;

    friend bool operator==(const PercentOff &, const PercentOff &) = default;
};

/// A fixed amount: off a line, for each `per` of its smallest unit (1.00 off a bag, 2.00 off 1,000 g); off a cart,
/// once.
struct AmountOff {
    Price off;
    PromotionTarget target = PromotionTarget::Lines;

    friend bool operator==(const AmountOff &, const AmountOff &) = default;
};

/// Of each `buy` + `get` pieces the `get` cheapest of all cost less. Weighed goods do not count.
struct BuyGet {
    std::int64_t buy = 0;
    std::int64_t get = 0;
    std::int32_t tenThousandths = 10'000; ///< how much less; 10,000: nothing is paid for them
    std::int64_t atMost = 0;              ///< times in one cart; 0: as often as it fits

    friend bool operator==(const BuyGet &, const BuyGet &) = default;
};

/// So many pieces of these.
struct BundlePart {
    ArticleSet articles;
    std::int64_t quantity = 1;

    friend bool operator==(const BundlePart &, const BundlePart &) = default;
};

/// All parts together cost this much, where that is less. A part takes the dearest pieces that fit it and no part
/// before it took. Weighed goods do not count.
struct BundleFor {
    QList<BundlePart> parts; ///< 1 to 10
    Money price;
    std::int64_t atMost = 0; ///< times in one cart; 0: as often as it fits

    friend bool operator==(const BundleFor &, const BundleFor &) = default;
};

/// The cheapest pieces of these in the cart cost nothing, once. They do not count towards the promotion's minimum.
struct FreeItem {
    ArticleSet articles;
    std::int64_t quantity = 1;

    friend bool operator==(const FreeItem &, const FreeItem &) = default;
};

using PromotionAction = std::variant<PercentOff, AmountOff, BuyGet, BundleFor, FreeItem>;

/// When a promotion holds: all that is named has to be true; what is empty asks nothing.
struct PromotionConditions {
    static constexpr qsizetype maxGroups = 50;
    static constexpr qsizetype maxLocations = 200;

    ArticleSet articles;
    QStringList customerGroups;
    QList<LocationId> locations;
    std::optional<QDate> from;     ///< the first day
    std::optional<QDate> until;    ///< the last day
    std::optional<int> fromMinute; ///< of the day, 0 to 1,439
    std::optional<int>
        untilMinute;     ///< of the day, up to 1,440 and not in it any more; before `fromMinute`: over midnight
    QList<int> weekdays; ///< 1 Monday to 7 Sunday; what goes over midnight belongs to the day it began
    std::int64_t minQuantity = 0;   ///< of the articles together, in their smallest unit; 0: any
    std::optional<Money> minAmount; ///< of the articles together, before anything is taken off

    friend bool operator==(const PromotionConditions &, const PromotionConditions &) = default;
};

/// A code that lets a promotion hold.
struct Coupon {
    QString code;           ///< as couponCode() writes it
    std::int64_t limit = 0; ///< so many sales; 0: as many as come

    friend bool operator==(const Coupon &, const Coupon &) = default;
};

/// A rule that makes something cheaper (ADR 055). It is a value of the company's, the same at every till and on the
/// platform; applyPromotions() is all that reads its meaning.
struct Promotion {
    static constexpr qsizetype maxCoupons = 500;
    static constexpr int maxPriority = 1'000;

    PromotionId id;
    QString name; ///< 1 to 100 characters: what the receipt says
    bool disabled = false;
    bool exclusive = false; ///< nothing else is given beside it
    int priority = 0;       ///< the highest is applied first; ±maxPriority
    PromotionConditions conditions;
    PromotionAction action;
    QList<Coupon> coupons; ///< one of them has to be shown; empty: none is asked for

    friend bool operator==(const Promotion &, const Promotion &) = default;
};

/// The promotion with its texts trimmed and its codes normalised, or `promotion.rules` naming the fields.
[[nodiscard]] Result<Promotion> checkedPromotion(const Promotion &promotion);

/// Whether it holds there, then and for them, whatever is in the cart.
[[nodiscard]] bool holdsAt(const Promotion &promotion, const PricingOccasion &occasion);

/// The shown code that it asks for; empty where it asks for none. Nothing: none of its codes was shown.
[[nodiscard]] std::optional<QString> couponFor(const Promotion &promotion, const QStringList &shown);

} // namespace crema
