// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/money/price.h"
#include "models/pricing/pricing_occasion.h"

#include <QList>

namespace crema {

/// What an article costs from a quantity on.
struct ListedPrice {
    VariantId variant;
    std::int64_t fromQuantity = 1; ///< of one line, in the variant's smallest unit; at least 1
    Price price;

    friend bool operator==(const ListedPrice &, const ListedPrice &) = default;
};

/// Other prices than those of the catalog (ADR 055): for the customers who were given this list, for those of a group,
/// or, where it names none, for everybody; at some places, for some days.
struct PriceList {
    static constexpr qsizetype maxPrices = 500;
    static constexpr qsizetype maxGroups = 50;
    static constexpr qsizetype maxLocations = 200;

    PriceListId id;
    QString name; ///< 1 to 100 characters
    bool disabled = false;
    bool onlyByName = false; ///< only for customers who were given it
    QStringList customerGroups;
    QList<LocationId> locations; ///< empty: everywhere
    std::optional<QDate> from;   ///< the first day
    std::optional<QDate> until;  ///< the last day
    QList<ListedPrice> prices;

    friend bool operator==(const PriceList &, const PriceList &) = default;
};

/// A price and the list that says it.
struct FoundPrice {
    Price price;
    PriceListId list;
    QString listName;

    friend bool operator==(const FoundPrice &, const FoundPrice &) = default;
};

/// The list with its texts trimmed, or `price_list.rules` naming the fields.
[[nodiscard]] Result<PriceList> checkedPriceList(const PriceList &list);

/// The listed price of so much of an article in this currency; nothing where the catalog's holds. The customer's own
/// list goes before those of their group, and these before those for everybody; of several the lowest price, per unit.
/// In one list the price of the highest quantity that is reached holds.
[[nodiscard]] std::optional<FoundPrice> listedPrice(const QList<PriceList> &lists, VariantId variant, Quantity quantity,
                                                    Currency currency, const PricingOccasion &occasion);

} // namespace crema
