// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_points.h"

#include "models/base/planted.h"
#include "models/operations/points_body.h"
#include "models/operations/refusals.h"

#include <algorithm>

namespace crema {
namespace {

LoyaltyAccount accountOf(CustomerId customer, Aggregates &aggregates)
{
    return aggregates.loyaltyAccount(customer).value_or(LoyaltyAccount{customer, 0});
}

/// Whether each discount for points took what they are worth here, and the lines earned what they earn here.
bool isByTheRules(const Sale &sale, const PointsRules &rules)
{
    const auto isWorthIt = [&](const SaleDiscount &each) {
        return each.points == 0 || each.amount == worthOf(rules, each.points);
    };
    const bool areWorthIt =
        std::ranges::all_of(sale.discounts, isWorthIt) && std::ranges::all_of(sale.lines, [&](const SaleLine &line) {
            return std::ranges::all_of(line.discounts, isWorthIt);
        });
    return areWorthIt && earnedBy(sale) == pointsEarned(rules, sale.lines, sale.customer);
}

/// Whether what went with the lines that came back from `sold` is what is due for them: another register may have taken
/// back of it, or the document names somebody else.
bool isDueFor(const Sale &sale, SaleId sold, Aggregates &aggregates)
{
    const std::optional<Sale> original = aggregates.sale(sold);
    std::int64_t moved = 0;
    UnitsBack added;
    for (const ReturnedLine &line : sale.returns) {
        if (line.sale != sold)
            continue;
        moved += line.points;
        added[line.line.value_or(-1)] += line.quantity.units();
    }
    if (!original || (earnedBy(*original) == 0 && takenBy(*original) == 0))
        return moved == 0;
    const UnitsBack before = aggregates.returnedOf(sold);
    UnitsBack after = before;
    for (auto it = added.constBegin(); it != added.constEnd(); ++it)
        after[it.key()] += it.value();
    return moved == pointsBackUpTo(*original, after) - pointsBackUpTo(*original, before);
}

bool areReturnsDue(const Sale &sale, Aggregates &aggregates)
{
    QList<SaleId> asked;
    for (const ReturnedLine &line : sale.returns) {
        if (!line.sale) {
            if (line.points != 0)
                return false;
            continue;
        }
        if (asked.contains(*line.sale))
            continue;
        asked.append(*line.sale);
        if (!isDueFor(sale, *line.sale, aggregates))
            return false;
    }
    return true;
}

bool movesPoints(const Sale &sale)
{
    return takenBy(sale) != 0 || earnedBy(sale) != 0 ||
           std::ranges::any_of(sale.returns, [](const ReturnedLine &line) { return line.points != 0; });
}

} // namespace

Effect applyPointsAdjust(const Operation &operation, Aggregates &aggregates, MergeMode)
{
    const Result<body::PointsAdjust> body = body::readPointsAdjust(operation);
    if (!body)
        return unreadableFor(body.error());
    const CustomerId customer(operation.subject.id);
    const PointsEntry entry{customer,     operation.id.value(), 0, PointsEntryKind::Adjusted, body->points,
                            body->reason, operation.occurredAt};
    const LoyaltyAccount after = withEntry(accountOf(customer, aggregates), entry);
    aggregates.save(after);
    aggregates.add(entry);
    Effect effect;
    if (after.points < 0 && body->points < 0)
        effect.reviews.append(QStringLiteral("points.overdrawn"));
    return effect;
}

void bookPoints(const Sale &sale, Aggregates &aggregates, QStringList &reviews)
{
    // Of most sales nothing is to be asked.
    if (sale.customer || movesPoints(sale)) {
        const std::optional<PointsRules> rules = aggregates.pointsRules(sale.location, sale.total.currency());
        const bool isNobodys = !sale.customer;
        if (rules && (isNobodys || !isByTheRules(sale, *rules) || !areReturnsDue(sale, aggregates)))
            reviews.append(QStringLiteral("points.differ"));
    }
    const QList<PointsEntry> entries = pointsEntriesOf(sale);
    if (entries.isEmpty())
        return;
    const LoyaltyAccount before = accountOf(*sale.customer, aggregates);
    LoyaltyAccount after = before;
    for (const PointsEntry &entry : entries) {
        if (CREMA_PLANTED(PointsStayTaken) && entry.kind == PointsEntryKind::Taken)
            continue;
        after = withEntry(after, entry);
    }
    if (after.points < 0 && after.points < before.points)
        reviews.append(QStringLiteral("points.overdrawn"));
    aggregates.save(after);
}

} // namespace crema
