// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/latencies.h"

#include <algorithm>
#include <cstddef>

namespace crema::bench {

Speed speedOf(std::vector<double> ms, double seconds)
{
    if (ms.empty() || seconds <= 0)
        return {};
    std::sort(ms.begin(), ms.end());
    const auto at = [&ms](double part) {
        return ms[std::min(ms.size() - 1, static_cast<std::size_t>(static_cast<double>(ms.size()) * part))];
    };
    return {static_cast<double>(ms.size()) / seconds, at(0.5), at(0.99)};
}

} // namespace crema::bench
