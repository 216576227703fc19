// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/allocation.h"

#include "models/money/rounding.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <numeric>

namespace crema {

namespace {

struct Share {
    size_t index = 0;
    std::int64_t part = 0;
    Int128 remainder = 0;
};

std::vector<Share> floorShares(std::int64_t whole, std::span<const std::int64_t> weights, Int128 total)
{
    std::vector<Share> shares;
    shares.reserve(weights.size());
    for (size_t i = 0; i < weights.size(); ++i) {
        const Int128 product = Int128(whole) * weights[i];
        shares.push_back({i, static_cast<std::int64_t>(product / total), product % total});
    }
    return shares;
}

std::vector<std::int64_t> allocatePositive(std::int64_t whole, std::span<const std::int64_t> weights, Int128 total)
{
    std::vector<Share> shares = floorShares(whole, weights, total);
    std::int64_t left = whole;
    for (const Share &share : shares)
        left -= share.part;
    // Fewer units are left than there are parts with a remainder, so a part of weight 0 never gets one.
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share &a, const Share &b) { return a.remainder > b.remainder; });
    for (size_t i = 0; left > 0; ++i, --left)
        ++shares[i].part;

    std::vector<std::int64_t> parts(weights.size());
    for (const Share &share : shares)
        parts[share.index] = share.part;
    return parts;
}

} // namespace

std::vector<Money> allocate(Money whole, std::span<const std::int64_t> weights)
{
    Q_ASSERT(whole.minor() != std::numeric_limits<std::int64_t>::min());
    Q_ASSERT(std::all_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight >= 0; }));
    if (weights.empty()) {
        Q_ASSERT(whole.isZero());
        return {};
    }
    Int128 total = 0;
    for (const std::int64_t weight : weights)
        total += weight;
    if (total == 0)
        return allocate(whole, std::vector<std::int64_t>(weights.size(), 1));

    const bool negative = whole.isNegative();
    std::vector<Money> parts;
    parts.reserve(weights.size());
    for (const std::int64_t part : allocatePositive(negative ? -whole.minor() : whole.minor(), weights, total))
        parts.emplace_back(negative ? -part : part, whole.currency());
    return parts;
}

} // namespace crema
