// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world/oracle.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

/// What must hold when everything is quiet (docs/reliability.md, 'The simulation'). Each gives the first thing that
/// does not, or nothing.

/// The queue is empty, the store is sound, and it holds what the platform holds of everything that it may see. Ends the
/// program to read its store. Nobody hears how a till is unless `isHeard`. Its disk has no word of who was erased.
[[nodiscard]] QString objectionToRegister(SimRegister &reg, MemoryDatabase &database, bool isHeard,
                                          const ErasureOracle &erasures);
/// Receipts are dense and match their operations, and nothing waits for what took effect.
[[nodiscard]] QString objectionToRecords(MemoryDatabase &database);

/// The platform's books, for the oracle.
[[nodiscard]] Oracle::Books booksOf(const MemoryState &state);

} // namespace crema::simulation
