// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"

namespace crema::sync {

/// How StoreComparison stands in the settings of the store. What does not read is as if nothing was ever compared.
[[nodiscard]] QString comparisonToText(const StoreComparison &comparison);
[[nodiscard]] StoreComparison comparisonFromText(const QString &text);

/// Whether the store should be compared again: an hour after the last time, at once after it was mended, and a day
/// after it could not be. A clock that was set back does not put it off.
[[nodiscard]] bool isComparisonDue(const StoreComparison &comparison, UtcTime now);

/// What follows from a comparison that ended now and found these types different; none: all the same. The types that
/// are to be read anew are not empty when mending is to be tried.
struct ComparisonStep {
    StoreComparison comparison;
    QStringList readAnew;
};
/// `anew`: a program was started, and tries again what did not help before. Pure.
[[nodiscard]] ComparisonStep afterComparison(StoreComparison before, const QStringList &different, UtcTime now,
                                             bool anew);

/// Reading the platform's rows anew did not help.
[[nodiscard]] std::optional<Problem> differenceWarning(const StoreComparison &comparison);

} // namespace crema::sync
