// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/promotion_oracle.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace crema::simulation {

namespace {

using Rule = PromotionOracle::Rule;
using Item = PromotionOracle::Item;

/// part ÷ of of a whole; a half is rounded up, nothing is below zero here.
std::int64_t share(std::int64_t whole, std::int64_t part, std::int64_t of)
{
    return (2 * whole * part + of) / (2 * of);
}

bool isAmong(const QList<QUuid> &some, const QUuid &one)
{
    return some.isEmpty() || some.contains(one);
}

/// A cart on paper: what each line still costs, and what was taken off all of them.
struct Paper {
    explicit Paper(const QList<Item> &all) : items(all)
    {
        for (const Item &item : all)
            left.append(item.cents * item.quantity);
    }

    const QList<Item> &items;
    QList<std::int64_t> left;
    std::int64_t off = 0;
    std::int64_t ofCart = 0;

    void takeFromLine(qsizetype at, std::int64_t cents)
    {
        const std::int64_t taken = std::min(cents, left[at]);
        left[at] -= taken;
        off += taken;
    }

    void takeFromCart(std::int64_t cents)
    {
        const std::int64_t taken = std::min(cents, sum());
        ofCart += taken;
        off += taken;
    }

    [[nodiscard]] std::int64_t sum() const
    {
        std::int64_t cents = -ofCart;
        for (const std::int64_t each : left)
            cents += each;
        return cents;
    }

    /// Of these, the lines whose pieces cost least first; of equals by article, then the smaller line.
    [[nodiscard]] QList<qsizetype> cheapestFirst(const QList<QUuid> &variants) const
    {
        QList<qsizetype> places;
        for (qsizetype at = 0; at < items.size(); ++at) {
            if (isAmong(variants, items[at].variant))
                places.append(at);
        }
        std::ranges::sort(places, [this](qsizetype a, qsizetype b) {
            const std::int64_t ofA = left[a] * items[b].quantity;
            const std::int64_t ofB = left[b] * items[a].quantity;
            if (ofA != ofB)
                return ofA < ofB;
            if (items[a].variant != items[b].variant)
                return items[a].variant < items[b].variant;
            return items[a].quantity != items[b].quantity ? items[a].quantity < items[b].quantity : a < b;
        });
        return places;
    }

    void giveCheapest(const QList<QUuid> &variants, std::int64_t pieces, std::int64_t tenThousandths)
    {
        for (const qsizetype at : cheapestFirst(variants)) {
            const std::int64_t some = std::min(pieces, items[at].quantity);
            pieces -= some;
            takeFromLine(at, share(share(left[at], some, items[at].quantity), tenThousandths, 10'000));
        }
    }

    void applyToLines(const Rule &rule)
    {
        std::int64_t pieces = 0;
        for (const qsizetype at : cheapestFirst(rule.variants)) {
            pieces += items[at].quantity;
            if (rule.kind == Rule::Kind::PercentOfLines)
                takeFromLine(at, share(left[at], rule.value, 10'000));
            if (rule.kind == Rule::Kind::AmountOfLines)
                takeFromLine(at, rule.value * items[at].quantity);
        }
        if (rule.kind == Rule::Kind::BuyGet) {
            std::int64_t groups = pieces / (rule.buy + rule.get);
            if (rule.atMost > 0)
                groups = std::min(groups, rule.atMost);
            giveCheapest(rule.variants, groups * rule.get, rule.value);
        }
        if (rule.kind == Rule::Kind::FreePieces)
            giveCheapest(rule.free, rule.get, 10'000);
    }

    void applyToCart(const Rule &rule)
    {
        if (rule.kind == Rule::Kind::PercentOfCart)
            takeFromCart(share(sum(), rule.value, 10'000));
        if (rule.kind == Rule::Kind::AmountOfCart)
            takeFromCart(rule.value);
    }
};

bool holds(const Rule &rule, const QList<Item> &items, const QStringList &shown)
{
    const bool isShown = rule.codes.isEmpty() || std::ranges::any_of(rule.codes, [&shown](const QString &code) {
                             return shown.contains(code);
                         });
    if (rule.isOff || !isShown)
        return false;
    const bool isFree = rule.kind == Rule::Kind::FreePieces;
    std::int64_t units = 0;
    std::int64_t cents = 0;
    for (const Item &item : items) {
        if (!isAmong(rule.variants, item.variant) || (isFree && isAmong(rule.free, item.variant)))
            continue;
        units += item.quantity;
        cents += item.quantity * item.cents;
    }
    return (units > 0 || isFree) && units >= rule.minUnits && cents >= rule.minCents;
}

std::int64_t comesTo(const QList<Rule> &rules, const QList<Item> &items)
{
    Paper paper(items);
    for (const Rule &rule : rules)
        paper.applyToLines(rule);
    for (const Rule &rule : rules)
        paper.applyToCart(rule);
    return paper.off;
}

} // namespace

std::int64_t PromotionOracle::takenOff(const QList<Rule> &rules, const QList<Item> &items, const QStringList &shown)
{
    QList<Rule> all;
    for (const Rule &rule : rules) {
        if (holds(rule, items, shown))
            all.append(rule);
    }
    std::ranges::sort(all, [](const Rule &a, const Rule &b) {
        return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
    });
    QList<Rule> together = all;
    together.removeIf([](const Rule &rule) { return rule.isExclusive; });
    std::int64_t most = comesTo(together, items);
    for (const Rule &rule : std::as_const(all)) {
        if (rule.isExclusive)
            most = std::max(most, comesTo({rule}, items));
    }
    return most;
}

std::int64_t PromotionOracle::priceOf(const QList<Listed> &prices, const QUuid &variant, std::int64_t quantity,
                                      std::int64_t catalogCents)
{
    // In one list the highest step that is reached, of several lists the lowest price.
    QMap<QUuid, Listed> reached;
    for (const Listed &price : prices) {
        const bool isReached = price.variant == variant && price.from <= quantity;
        if (isReached && (!reached.contains(price.list) || reached.value(price.list).from < price.from))
            reached.insert(price.list, price);
    }
    std::optional<std::int64_t> lowest;
    for (const Listed &price : std::as_const(reached))
        lowest = lowest ? std::min(*lowest, price.cents) : price.cents;
    return lowest.value_or(catalogCents);
}

} // namespace crema::simulation
