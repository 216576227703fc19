// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world/erasure_oracle.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

/// The customers and people whom the platform has erased, and of whom it tells those who are at `place`, if one is
/// given.
[[nodiscard]] QSet<QUuid> goneFrom(const MemoryState &state, std::optional<LocationId> place = std::nullopt);

/// Whoever somebody was told of is gone in the end or the erasure was refused; nothing that the platform keeps has a
/// word of who is gone, and its audit trail verifies (ADR 041, 044).
[[nodiscard]] QString objectionToErasures(const ErasureOracle &oracle, const MemoryState &state);

/// Nor has the disk of a till whose program has ended: the rows of its database, its operation journal, and each of its
/// files as it is.
[[nodiscard]] QString objectionToFiles(SimRegister &reg, const ErasureOracle &oracle, const QSet<QUuid> &gone);

} // namespace crema::simulation
