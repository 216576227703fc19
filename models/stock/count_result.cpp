// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stock/count_result.h"

#include <algorithm>
#include <limits>

namespace crema {
namespace {

/// The numbers of one stream between which its movements are not clear.
struct ClearNumbers {
    std::int64_t lastBefore = 0;
    std::int64_t firstAfter = std::numeric_limits<std::int64_t>::max();
};

CountSide sideOfAll(const NumberedMovement &movement, const QList<CountLine> &lines)
{
    const CountSide first = sideOf(movement, lines.constFirst());
    const bool agreed =
        std::all_of(lines.begin(), lines.end(), [&](const CountLine &line) { return sideOf(movement, line) == first; });
    return agreed ? first : CountSide::Unclear;
}

CountSide sideByOrder(std::int64_t number, const ClearNumbers &clear)
{
    const bool before = number <= clear.lastBefore;
    const bool after = number >= clear.firstAfter;
    if (before == after)
        return CountSide::Unclear; // neither, or a clock that stepped says both
    return before ? CountSide::Before : CountSide::After;
}

[[nodiscard]] bool addTo(Quantity &sum, Quantity more)
{
    std::int64_t total = 0;
    if (__builtin_add_overflow(sum.units(), more.units(), &total))
        return false;
    sum = Quantity(total);
    return true;
}

bool fits(const CountResult &result)
{
    std::int64_t ignored = 0;
    Quantity onHand = result.counted;
    return !__builtin_sub_overflow(result.counted.units(), result.expected.units(), &ignored) &&
           addTo(onHand, result.moved) && addTo(onHand, result.unclearSum);
}

} // namespace

CountSide sideOf(const NumberedMovement &movement, const CountLine &line)
{
    const auto known = line.mark.constFind(movement.stream);
    if (known != line.mark.cend() && movement.number <= *known)
        return CountSide::Before;
    if (movement.stream == line.counter)
        return CountSide::After;
    const std::int64_t later = movement.happened.at.msSinceEpoch() - line.scanned.at.msSinceEpoch();
    const std::int64_t uncertain = movement.happened.uncertaintyMs + line.scanned.uncertaintyMs;
    if (later < -uncertain)
        return CountSide::Before;
    return later > uncertain ? CountSide::After : CountSide::Unclear;
}

std::optional<CountResult> countResult(const QList<CountLine> &lines, const VariantId &variant,
                                       const QList<NumberedMovement> &movements, const CountDecisions &decisions)
{
    CountResult result;
    QList<CountLine> scans;
    for (const CountLine &line : linesInForce(lines)) {
        if (line.variant != variant)
            continue;
        scans.append(line);
        if (!addTo(result.counted, line.quantity))
            return std::nullopt;
    }
    if (scans.isEmpty())
        return std::nullopt;

    QHash<MovementStream, ClearNumbers> clear;
    for (const NumberedMovement &movement : movements) {
        ClearNumbers &numbers = clear[movement.stream];
        const CountSide side = sideOfAll(movement, scans);
        if (side == CountSide::Before)
            numbers.lastBefore = std::max(numbers.lastBefore, movement.number);
        else if (side == CountSide::After)
            numbers.firstAfter = std::min(numbers.firstAfter, movement.number);
    }
    QSet<MovementId> seen;
    for (const NumberedMovement &movement : movements) {
        if (seen.contains(movement.id))
            continue;
        seen.insert(movement.id);
        CountSide side = sideByOrder(movement.number, clear.value(movement.stream));
        if (side == CountSide::Unclear)
            side = decisions.value(movement.id, CountSide::Unclear);
        Quantity &sum = side == CountSide::Before  ? result.expected
                        : side == CountSide::After ? result.moved
                                                   : result.unclearSum;
        if (!addTo(sum, movement.delta))
            return std::nullopt;
        if (side == CountSide::Unclear)
            result.unclear.append(movement.id);
    }
    std::sort(result.unclear.begin(), result.unclear.end());
    return fits(result) ? std::optional(result) : std::nullopt;
}

} // namespace crema
