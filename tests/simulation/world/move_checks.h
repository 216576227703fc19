// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world/sim_register.h"

#include <memory>
#include <vector>

namespace crema::simulation {

using Tills = std::vector<std::unique_ptr<SimRegister>>;

/// Somebody is to go, and no store of theirs is there yet. One that was there and whose database was put back to before
/// that is another one now, of the place before: only the first one that asks goes there (ADR 046).
[[nodiscard]] bool hasMovesLeft(const Tills &tills, const MemoryState &state);
/// Whoever was to go is there; no shift stays open of a register that no till is any more.
[[nodiscard]] QString objectionToMoves(const Tills &tills, const MemoryState &state, const Counts &counts);

} // namespace crema::simulation
