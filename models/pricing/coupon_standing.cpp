// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/coupon_standing.h"

#include "models/pricing/promotion_fit.h"

#include <algorithm>

namespace crema {
namespace {

QList<PricedLine> counted(const Promotion &promotion, const QList<PricedLine> &lines,
                          const ProductCategories &categories)
{
    QList<PricedLine> those;
    std::ranges::copy_if(lines, std::back_inserter(those),
                         [&](const PricedLine &line) { return countsTowards(promotion, line, categories); });
    return those;
}

/// The cart as the articles of a rule see it.
struct Seen {
    const QList<PricedLine> &lines;
    const ProductCategories &categories;

    [[nodiscard]] std::int64_t piecesOf(const ArticleSet &set) const
    {
        std::int64_t pieces = 0;
        for (const PricedLine &line : lines) {
            if (!line.isFixed && line.unit == Unit::Piece && set.contains(line.product, line.variant, categories))
                pieces += line.quantity.units();
        }
        return pieces;
    }
};

/// How many pieces the action itself misses, whatever the promotion's minimum is.
std::int64_t missingPieces(const Promotion &promotion, const Seen &cart)
{
    if (const auto *group = std::get_if<BuyGet>(&promotion.action))
        return std::max<std::int64_t>(group->buy + group->get - cart.piecesOf(promotion.conditions.articles), 0);
    std::int64_t missing = 0;
    if (const auto *bundle = std::get_if<BundleFor>(&promotion.action)) {
        for (const BundlePart &part : bundle->parts)
            missing += std::max<std::int64_t>(part.quantity - cart.piecesOf(part.articles), 0);
    }
    return missing;
}

bool isFreeItemMissing(const Promotion &promotion, const Seen &cart)
{
    const auto *free = std::get_if<FreeItem>(&promotion.action);
    return free && cart.piecesOf(free->articles) == 0;
}

/// What the cart lacks, of a promotion that holds here and now.
void compareCart(CouponStanding &standing, const Promotion &promotion, const Seen &cart)
{
    const PromotionConditions &when = promotion.conditions;
    const QList<PricedLine> those = counted(promotion, cart.lines, cart.categories);
    std::int64_t units = 0;
    bool isWeighed = !those.isEmpty();
    Money amount(0, standing.given.currency());
    for (const PricedLine &line : those) {
        units += line.quantity.units();
        isWeighed = isWeighed && line.unit == Unit::Gram;
        amount += line.extended;
    }
    const std::int64_t ofAction = missingPieces(promotion, cart);
    const std::int64_t ofMinimum = when.minQuantity - units;
    const bool isAmountAsked = when.minAmount && when.minAmount->currency() == amount.currency();
    if (ofMinimum > 0 || ofAction > 0) {
        standing.lack = CouponLack::Quantity;
        standing.missingUnits = std::max(ofMinimum, ofAction);
        standing.unit = isWeighed && ofMinimum >= ofAction ? Unit::Gram : Unit::Piece;
    } else if (isAmountAsked && amount < *when.minAmount) {
        standing.lack = CouponLack::Amount;
        standing.missingAmount = *when.minAmount - amount;
    } else if (isFreeItemMissing(promotion, cart)) {
        standing.lack = CouponLack::FreeItem;
    } else {
        standing.lack = those.isEmpty() ? CouponLack::NoArticle : CouponLack::Outdone;
    }
}

} // namespace

CouponStanding couponStanding(const Promotion &promotion, const QString &code, const Money &given,
                              const QList<PricedLine> &lines, const PricingOccasion &occasion,
                              const ProductCategories &categories)
{
    CouponStanding standing;
    standing.code = code;
    standing.promotion = promotion.name;
    standing.given = given;
    standing.missingAmount = Money(0, given.currency());
    if (!given.isZero())
        return standing;
    const PromotionConditions &when = promotion.conditions;
    standing.groups = when.customerGroups;
    if (!when.locations.isEmpty() && !when.locations.contains(occasion.location))
        standing.lack = CouponLack::NotHere;
    else if (!isForGroup(when, occasion.customerGroup))
        standing.lack = CouponLack::NotForThem;
    else if (!holdsAt(promotion, occasion))
        standing.lack = CouponLack::NotNow;
    else
        compareCart(standing, promotion, {lines, categories});
    return standing;
}

} // namespace crema
