// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"
#include "ui/presenters/selling/time_words.h"

#include <QString>

namespace crema {

/// How this store compares with the platform (sync.md rule 14), in a sentence; empty before the first time. What was
/// mended is told for a week.
[[nodiscard]] QString comparisonText(const sync::StoreComparison &comparison, const TimeWords &times, UtcTime now);

} // namespace crema
