// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/promotion_evaluator.h"

#include <algorithm>

namespace crema {

/// Whether a line counts towards the minimum of a promotion: its articles do, without those that it gives away
/// (docs/promotions.md). Parts of a bundle are none of them, unless it asks for anything at all.
[[nodiscard]] inline bool countsTowards(const Promotion &promotion, const PricedLine &line,
                                        const ProductCategories &categories)
{
    const ArticleSet &articles = promotion.conditions.articles;
    const auto *free = std::get_if<FreeItem>(&promotion.action);
    return (!line.isFixed || articles.isEverything()) && articles.contains(line.product, line.variant, categories) &&
           !(free && free->articles.contains(line.product, line.variant, categories));
}

/// Whether a promotion is for whoever buys, as far as groups of customers decide it.
[[nodiscard]] inline bool isForGroup(const PromotionConditions &when, const QString &customerGroup)
{
    return when.customerGroups.isEmpty() ||
           (!customerGroup.isEmpty() && std::ranges::any_of(when.customerGroups, [&](const QString &group) {
               return isSameGroup(group, customerGroup);
           }));
}

/// The order in which promotions are applied: the highest priority first, and then by id.
[[nodiscard]] inline bool comesBefore(const Promotion &a, const Promotion &b)
{
    return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
}

} // namespace crema
