// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"

namespace crema::sync {

/// The points of a customer, as this device knows them.
struct PointsView {
    bool isOffered = false;  ///< the shop gives points
    std::int64_t points = 0; ///< below zero where more were taken than there were (review)
    Money worth;             ///< what they take off a cart, all of them; zero where they are too few to be taken
};

} // namespace crema::sync
