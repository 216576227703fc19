// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/promotion_evaluator.h"

namespace crema {

/// Why a coupon that was shown gives nothing.
enum class CouponLack {
    Nothing,    ///< it gives something
    NotHere,    ///< its promotion is for other places
    NotForThem, ///< it is for customers of a group
    NotNow,     ///< it holds on other days or at other hours
    NoArticle,  ///< nothing that it is for lies in the cart
    Quantity,   ///< too little of it does
    Amount,     ///< what does costs too little
    FreeItem,   ///< what is free with it was not rung up
    Outdone,    ///< nothing is left to take off, or what stands without it takes off more
};

/// What a coupon does for a cart.
struct CouponStanding {
    QString code;
    QString promotion; ///< its name
    Money given;       ///< by lines and cart together; zero: nothing
    CouponLack lack = CouponLack::Nothing;
    std::int64_t missingUnits = 0; ///< where the quantity lacks, in the smallest unit
    Unit unit = Unit::Piece;       ///< of what is missing: grams where all that counts so far is weighed
    Money missingAmount;           ///< where the amount lacks
    QStringList groups = {};       ///< of customers, where it is for them
};

/// Why `promotion`, which `code` asks for, gives nothing for these lines, or what it gives: `given` is what its
/// discounts with this code came to.
[[nodiscard]] CouponStanding couponStanding(const Promotion &promotion, const QString &code, const Money &given,
                                            const QList<PricedLine> &lines, const PricingOccasion &occasion,
                                            const ProductCategories &categories);

} // namespace crema
