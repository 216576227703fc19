// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/promotion_review.h"

#include <QDateTime>

#include <algorithm>

namespace crema {
namespace {

bool isInTime(const PromotionConditions &when, UtcTime at)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(at.msSinceEpoch(), Qt::UTC).date();
    return (!when.from || day.addDays(1) >= *when.from) && (!when.until || day.addDays(-1) <= *when.until);
}

bool isItsRate(const SaleDiscount &given, const PromotionAction &action)
{
    const auto *percent = std::get_if<PercentOff>(&action);
    return percent ? given.tenThousandths == percent->tenThousandths : !given.tenThousandths;
}

} // namespace

bool isDoubtful(const SaleDiscount &given, const Sale &sale, const std::optional<Promotion> &promotion)
{
    if (!promotion || promotion->disabled)
        return true;
    const PromotionConditions &when = promotion->conditions;
    const bool isThere = when.locations.isEmpty() || when.locations.contains(sale.location);
    const bool isForThem = when.customerGroups.isEmpty() || sale.customer;
    const QStringList shown = given.coupon.isEmpty() ? QStringList() : QStringList{given.coupon};
    return !isThere || !isForThem || !isInTime(when, sale.completedAt) || !isItsRate(given, promotion->action) ||
           !couponFor(*promotion, shown);
}

QList<SaleDiscount> givenByPromotions(const Sale &sale)
{
    QList<SaleDiscount> given;
    const auto add = [&](const QList<SaleDiscount> &discounts) {
        std::ranges::copy_if(discounts, std::back_inserter(given),
                             [](const SaleDiscount &each) { return each.promotion.has_value(); });
    };
    add(sale.discounts);
    for (const SaleLine &line : sale.lines)
        add(line.discounts);
    return given;
}

} // namespace crema
