// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loyalty/points_ledger.h"
#include "models/operations/operation.h"

namespace crema::body {

/// Changes how many points a customer has; the subject is their account, which may not be there yet.
struct PointsAdjust {
    std::int64_t points = 0; ///< added to them; not zero
    QString reason;          ///< 1 to PointsEntry::longestReason

    friend bool operator==(const PointsAdjust &, const PointsAdjust &) = default;
};

[[nodiscard]] QJsonObject toJson(const PointsAdjust &body);
/// Errors: `operation.malformed` with the fields.
[[nodiscard]] Result<PointsAdjust> readPointsAdjust(const Operation &operation);

} // namespace crema::body
