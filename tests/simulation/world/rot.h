// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.h"
#include "tests/simulation/world/dice.h"

namespace crema::simulation {

/// Makes one row of what came from the platform another one, loses it, or adds one that never was (sync.md rule 14);
/// below what is pending as well, where the copies lie. Answers what it did; nothing when there was no such row.
[[nodiscard]] QString rotOneRow(sync::Database &database, Dice &dice);

} // namespace crema::simulation
