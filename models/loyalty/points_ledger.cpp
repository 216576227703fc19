// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loyalty/points_ledger.h"

#include "models/base/enum_names.h"
#include "models/money/checked.h"
#include "models/money/rounding.h"

#include <algorithm>

namespace crema {
namespace {

constexpr std::array kindNames{
    EnumName<PointsEntryKind>{PointsEntryKind::Earned, u"earned"},
    EnumName<PointsEntryKind>{PointsEntryKind::Taken, u"taken"},
    EnumName<PointsEntryKind>{PointsEntryKind::Returned, u"returned"},
    EnumName<PointsEntryKind>{PointsEntryKind::Adjusted, u"adjusted"},
};

std::int64_t sumOf(const QList<SaleDiscount> &discounts)
{
    std::int64_t sum = 0;
    for (const SaleDiscount &discount : discounts)
        sum += discount.points;
    return sum;
}

std::int64_t movedByReturns(const Sale &sale)
{
    std::int64_t sum = 0;
    for (const ReturnedLine &line : sale.returns)
        sum += line.points;
    return sum;
}

/// What a line cost before the discounts of the cart, of which points are one.
std::int64_t weightOf(const SaleLine &line, PricesInclude pricesInclude)
{
    const Money &amount = pricesInclude == PricesInclude::Tax ? line.gross : line.net;
    const auto weight = checkedAdd(amount, line.cartDiscount);
    return std::max<std::int64_t>(weight ? weight->minor() : amount.minor(), 0);
}

/// Of the goods of a sale: how much there was, and how much of it came back.
struct Part {
    Int128 whole = 0;
    Int128 back = 0;
    bool isAll = true;
};

Part partOf(const Sale &sale, const UnitsBack &units)
{
    Part part;
    for (std::int32_t i = 0; i < sale.lines.size(); ++i) {
        const SaleLine &line = sale.lines[i];
        if (line.giftCard)
            continue; // it earned nothing, and is not taken back
        const std::int64_t sold = std::max<std::int64_t>(line.quantity.units(), 1);
        const std::int64_t back = std::clamp<std::int64_t>(units.value(i), 0, sold);
        const Int128 weight = weightOf(line, sale.pricesInclude);
        part.whole += weight;
        part.back += weight * back / sold;
        part.isAll = part.isAll && back == sold;
    }
    return part;
}

std::int64_t shareOf(std::int64_t points, const Part &part)
{
    if (part.isAll)
        return points;
    return part.whole == 0 ? 0 : static_cast<std::int64_t>(Int128(points) * part.back / part.whole);
}

} // namespace

QString pointsEntryKindText(PointsEntryKind kind)
{
    return enumText(kindNames, kind);
}

std::int64_t earnedBy(const Sale &sale)
{
    return sale.points - movedByReturns(sale);
}

std::int64_t takenBy(const Sale &sale)
{
    std::int64_t sum = sumOf(sale.discounts);
    for (const SaleLine &line : sale.lines)
        sum += sumOf(line.discounts);
    return sum;
}

QList<PointsEntry> pointsEntriesOf(const Sale &sale)
{
    QList<PointsEntry> entries;
    const auto append = [&](PointsEntryKind kind, std::int64_t points) {
        const auto place = static_cast<std::int32_t>(entries.size());
        if (points != 0 && sale.customer)
            entries.append({*sale.customer, sale.id.value(), place, kind, points, {}, sale.completedAt});
    };
    append(PointsEntryKind::Taken, -takenBy(sale));
    append(PointsEntryKind::Earned, earnedBy(sale));
    append(PointsEntryKind::Returned, movedByReturns(sale));
    return entries;
}

LoyaltyAccount withEntry(LoyaltyAccount account, const PointsEntry &entry)
{
    const Int128 sum = Int128(account.points) + entry.points;
    if (sum >= -maxMinor && sum <= maxMinor)
        account.points = static_cast<std::int64_t>(sum);
    return account;
}

std::int64_t pointsBackUpTo(const Sale &sale, const UnitsBack &units)
{
    const Part part = partOf(sale, units);
    return shareOf(takenBy(sale), part) - shareOf(earnedBy(sale), part);
}

QList<ReturnedLine> withPointsBack(const Sale &sale, const QList<Sale> &earlier, QList<ReturnedLine> returns)
{
    UnitsBack units;
    std::int64_t moved = 0;
    for (const Sale &document : earlier) {
        for (const ReturnedLine &line : document.returns) {
            if (line.sale != sale.id)
                continue;
            units[line.line.value_or(-1)] += line.quantity.units();
            moved += line.points;
        }
    }
    for (ReturnedLine &line : returns) {
        if (line.sale != sale.id)
            continue;
        units[line.line.value_or(-1)] += line.quantity.units();
        line.points = pointsBackUpTo(sale, units) - moved;
        moved += line.points;
    }
    return returns;
}

} // namespace crema
