// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/operations/epoch_claim.h"
#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// Gives a copied or restored store an epoch that no store of its device had before, and enters its register
/// (sync.md rule 29). Epochs ascend with gaps by chance, so that one that was given before the platform was put back to
/// a backup is not given again either (rule 12, ADR 028). The same claim gets the same answer as long as the platform
/// knows of it, however often it is asked. A device that was told to move claims its epoch at the other place (ADR
/// 046). Errors: `device.wrong_signature`, also for a device that is unknown or revoked; `device.move_over` for a move
/// that nobody wants any more. Storage failures are thrown. `requestId` is told in the audit trail.
[[nodiscard]] Result<EpochGiven> giveEpoch(SyncStorage &storage, const EpochClaim &claim, const QByteArray &signature,
                                           UtcTime now, Randomness &randomness, std::optional<QUuid> requestId = {});

/// What the store with this epoch claims its place with when its device is to move: each store of a device has a claim
/// of its own, so that a lost answer is asked for again and a copy is not given what another one has (ADR 046). Nothing
/// when another store went there.
[[nodiscard]] std::optional<QUuid> moveClaimOf(UnitStorage &unit, DeviceId device, const DeviceMove &move,
                                               std::int64_t epoch);

} // namespace crema::platform
