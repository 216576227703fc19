// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/epoch_claim.h"
#include "sync/rest/platform_client.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// The claim of a store that is not the one its device knows: a copy, a backup put back, or one of which the platform
/// has heard more than it knows itself (sync.md rule 29). Nothing for a store that may send. Makes the claim where it
/// notices just now.
[[nodiscard]] Result<std::optional<EpochClaim>> claimOf(LocalStore &store, const std::optional<KnownStore> &known);

/// Takes the answer to a claim, so that what is unsent goes under the new epoch, from sequence 1. An answer that
/// another store has used already makes a new claim. Gives the epoch that the store has now.
[[nodiscard]] Result<std::int64_t> takeEpoch(LocalStore &store, const EpochClaim &claim, const EpochGiven &given);

/// The claim of a store that is to go to another place, once nothing of the old one is open any more: no shift, and
/// nothing that was not sent (ADR 046). Nothing before, and for a store that stays.
[[nodiscard]] Result<std::optional<EpochClaim>> moveClaimOf(LocalStore &store, const std::optional<KnownStore> &known);

/// As takeEpoch(), of a claim that moves the store: from then on it is at `location`, and reads everything anew.
[[nodiscard]] Result<std::int64_t> takeMove(LocalStore &store, const EpochClaim &claim, const EpochGiven &given,
                                            const Location &location);

/// The claim for a store that becomes another one now, with a register of its own.
[[nodiscard]] EpochClaim newClaim(const LocalStore::Place &place, StoreOrigin origin, Clock &clock,
                                  Randomness &randomness);

/// What a person is told until the platform has answered. `number` is the first receipt number from now on.
[[nodiscard]] Problem changedOrigin(StoreOrigin origin, const QString &number);

} // namespace crema::sync
