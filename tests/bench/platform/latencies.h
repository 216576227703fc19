// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace crema::bench {

/// How fast one side answered.
struct Speed {
    double perSecond = 0;
    double p50Ms = 0;
    double p99Ms = 0;
};

/// The speed of answers that took `ms` each, all of them within `seconds`. All zero without answers.
[[nodiscard]] Speed speedOf(std::vector<double> ms, double seconds);

} // namespace crema::bench
