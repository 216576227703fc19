// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/price_list.h"

#include "models/catalog/product_rules.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace crema {
namespace {

/// Whom a list is for, the nearest first.
enum class Nearness { Own, Group, Everybody };

std::optional<Nearness> nearnessOf(const PriceList &list, const PricingOccasion &occasion)
{
    const bool isHere = list.locations.isEmpty() || list.locations.contains(occasion.location);
    const bool isNow = (!list.from || occasion.day >= *list.from) && (!list.until || occasion.day <= *list.until);
    if (list.disabled || !isHere || !isNow)
        return std::nullopt;
    if (occasion.priceList == list.id)
        return Nearness::Own;
    if (list.onlyByName)
        return std::nullopt;
    if (list.customerGroups.isEmpty())
        return Nearness::Everybody;
    const bool isInGroup =
        !occasion.customerGroup.isEmpty() && std::ranges::any_of(list.customerGroups, [&](const QString &group) {
            return isSameGroup(group, occasion.customerGroup);
        });
    return isInGroup ? std::optional(Nearness::Group) : std::nullopt;
}

std::optional<Price> priceIn(const PriceList &list, VariantId variant, Quantity quantity, Currency currency)
{
    const ListedPrice *found = nullptr;
    for (const ListedPrice &each : list.prices) {
        const bool fits = each.variant == variant && each.fromQuantity <= quantity.units() &&
                          each.price.amount.currency() == currency;
        if (fits && (!found || each.fromQuantity > found->fromQuantity))
            found = &each;
    }
    return found ? std::optional(found->price) : std::nullopt;
}

bool isLower(const FoundPrice &a, const FoundPrice &b)
{
    const Int128 unitOfA = Int128(a.price.amount.minor()) * b.price.per;
    const Int128 unitOfB = Int128(b.price.amount.minor()) * a.price.per;
    return unitOfA != unitOfB ? unitOfA < unitOfB : a.list < b.list;
}

bool fits(const ListedPrice &listed)
{
    const Price &price = listed.price;
    return listed.fromQuantity >= 1 && listed.fromQuantity <= Quantity::maxLine && !price.amount.isNegative() &&
           price.amount.minor() <= maxPriceMinor && price.per >= 1 && price.per <= Quantity::maxLine;
}

bool fit(const QList<ListedPrice> &prices)
{
    QSet<std::pair<VariantId, std::int64_t>> places;
    for (const ListedPrice &each : prices)
        places.insert({each.variant, each.fromQuantity});
    return prices.size() <= PriceList::maxPrices && places.size() == prices.size() &&
           std::ranges::all_of(prices, [](const ListedPrice &each) { return fits(each); });
}

} // namespace

Result<PriceList> checkedPriceList(const PriceList &list)
{
    PriceList checked = list;
    checked.name = list.name.trimmed();
    for (QString &group : checked.customerGroups)
        group = group.trimmed();
    QList<FieldProblem> problems;
    const auto add = [&](bool isRight, const QString &field, const QString &message) {
        if (!isRight)
            problems.append({field, message});
    };
    const QString outOfRange = QCoreApplication::translate("crema::PriceList", "This value is out of range.");
    add(!checked.name.isEmpty() && checked.name.size() <= 100 && isPlainText(checked.name), QStringLiteral("name"),
        QCoreApplication::translate("crema::PriceList", "A price list needs a name of at most 100 characters."));
    add(checked.customerGroups.size() <= PriceList::maxGroups && !checked.customerGroups.contains(QString()),
        QStringLiteral("customer_groups"), outOfRange);
    add(checked.locations.size() <= PriceList::maxLocations, QStringLiteral("locations"), outOfRange);
    add(!checked.from || !checked.until || *checked.from <= *checked.until, QStringLiteral("until"), outOfRange);
    add(fit(checked.prices), QStringLiteral("prices"),
        QCoreApplication::translate("crema::PriceList",
                                    "An article has one price for each quantity, from 1 on and not below zero; a list "
                                    "holds at most %1 of them.")
            .arg(PriceList::maxPrices));
    if (problems.isEmpty())
        return checked;
    return failure(ProblemKind::Invalid, QStringLiteral("price_list.rules"),
                   QCoreApplication::translate("crema::PriceList", "The price list cannot be kept as it is."),
                   QCoreApplication::translate("crema::PriceList", "Correct the named fields."), problems);
}

std::optional<FoundPrice> listedPrice(const QList<PriceList> &lists, VariantId variant, Quantity quantity,
                                      Currency currency, const PricingOccasion &occasion)
{
    std::optional<FoundPrice> best;
    std::optional<Nearness> nearest;
    for (const PriceList &list : lists) {
        const auto nearness = nearnessOf(list, occasion);
        const auto price = nearness ? priceIn(list, variant, quantity, currency) : std::nullopt;
        if (!price || (nearest && *nearness > *nearest))
            continue;
        const FoundPrice found{*price, list.id, list.name};
        if (!nearest || *nearness < *nearest || isLower(found, *best)) {
            best = found;
            nearest = nearness;
        }
    }
    return best;
}

} // namespace crema
