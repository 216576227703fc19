// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/selling/sale.h"
#include "models/settings/shop_settings.h"

namespace crema {

/// What a place gives for points, and what it gives points for (docs/loyalty.md, ADR 062).
struct PointsRules {
    std::int64_t earn = 0;    ///< for each whole unit of the currency that is paid for goods; 0: none are given
    Money hundred;            ///< what 100 points take off a cart; zero: none are taken
    std::int64_t minimum = 1; ///< fewer are not taken at once

    [[nodiscard]] bool areGiven() const { return earn > 0; }
    [[nodiscard]] bool areTaken() const { return hundred.minor() > 0; }

    friend bool operator==(const PointsRules &, const PointsRules &) = default;
};

[[nodiscard]] PointsRules pointsRulesOf(const SettingValues &settings, Currency currency);

/// What so many points take off, rounded down to the minor unit.
[[nodiscard]] Money worthOf(const PointsRules &rules, std::int64_t points);

/// What the customer of a sale earns by its lines: for each whole unit of what all goods cost together after all
/// discounts, tax in it. Nothing by a gift card, by a tip, or where nobody is named.
[[nodiscard]] std::int64_t pointsEarned(const PointsRules &rules, const QList<SaleLine> &lines,
                                        const std::optional<CustomerId> &customer);

/// The most of `balance` that make sense for a cart of which discounts may take `most`: no more than that is worth, and
/// no point for nothing. 0 where they are fewer than the shop takes at once.
[[nodiscard]] std::int64_t pointsFor(const PointsRules &rules, std::int64_t balance, const Money &most);

/// How many of `wanted` points a cart takes: as pointsFor(), so a cart that has become smaller takes fewer of them, and
/// none where it is too small. Errors, with the field `points`: `points.not_taken` (the shop takes none),
/// `points.minimum`, `points.balance` (the message says how many there are).
[[nodiscard]] Result<std::int64_t> takePoints(const PointsRules &rules, std::int64_t balance, std::int64_t wanted,
                                              const Money &most);

/// "100 points", as the receipt says it.
[[nodiscard]] QString pointsText(std::int64_t points);

} // namespace crema
