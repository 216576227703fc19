// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/variant.h"
#include "models/pricing/promotion.h"

namespace crema {

/// What promotions look at in a line of a cart.
struct PricedLine {
    VariantId variant;
    ProductId product;
    Unit unit = Unit::Piece;
    Quantity quantity; ///< 1 to Quantity::maxLine
    Money extended;    ///< price × quantity before anything is taken off, but for what its bundle took; not negative
    /// A part of a bundle, whose price holds: promotions of articles pass over it and those of the cart do not (ADR
    /// 064).
    bool isFixed = false;
};

/// A reduction that a promotion gives.
struct PromotionDiscount {
    PromotionId promotion;
    QString name;
    QString coupon;                             ///< the code that was shown; empty where it asks for none
    std::optional<std::int32_t> tenThousandths; ///< where it is a percentage of all that was left
    Money amount;                               ///< greater than zero

    friend bool operator==(const PromotionDiscount &, const PromotionDiscount &) = default;
};

/// What the promotions give for one cart. Of a line they never take more than it costs, nor of the cart more than what
/// is left of the lines.
struct AppliedPromotions {
    QList<QList<PromotionDiscount>> lines; ///< by the place of the line
    QList<PromotionDiscount> cart;         ///< after all of the lines, in their order
    QStringList spareCoupons;              ///< codes that were shown and gave nothing

    friend bool operator==(const AppliedPromotions &, const AppliedPromotions &) = default;
};

/// So many may be given for one line, and for the cart; those of the highest priority.
inline constexpr qsizetype maxPromotionsAtOnePlace = 20;

/// Evaluates promotions: the same function at till and platform, in whole minor units. Those that may stand together
/// are applied one after the other, the highest priority first and then by id, those of the cart after those of lines;
/// each works on what the ones before it left. An exclusive one is held against all of them together, and the customer
/// gets what takes off most (of equals the ones that stand together, then the higher priority, then the lower id).
/// The order of the lines changes nothing in the sum. The lines are in one currency; a promotion in another gives
/// nothing.
[[nodiscard]] AppliedPromotions applyPromotions(const QList<PricedLine> &lines, const QList<Promotion> &promotions,
                                                const PricingOccasion &occasion, const ProductCategories &categories);

} // namespace crema
