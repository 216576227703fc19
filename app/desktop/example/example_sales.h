// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/utc_time.h"

namespace crema::desktop {

class ExampleDesk;

/// Adds some forty sales of the last four days to the filled example shop: cash, card and both, with and without
/// customers, three cashiers. The newest are on their way to the platform or need attention, and so are two edits.
void addExampleSales(ExampleDesk &desk, UtcTime now);

/// Adds a day's work that waits: so many sales made offline.
void addWaitingSales(ExampleDesk &desk, int count, UtcTime now);

/// Adds a new variant whose SKU belongs to another one, and an edit that waits for it.
void addExampleRefusal(ExampleDesk &desk, UtcTime now);

/// What a store says that cannot be read.
[[nodiscard]] Problem exampleProblem();

} // namespace crema::desktop
