// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/epoch_claim.h"
#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// Gives a copied or restored store an epoch that no store of its device had before, and enters its register
/// (sync.md rule 29). The same claim gets the same answer for ever, however often it is asked. Errors:
/// `device.wrong_signature`, also for a device that is unknown or revoked. Storage failures are thrown.
[[nodiscard]] Result<EpochGiven> giveEpoch(SyncStorage &storage, const EpochClaim &claim, const QByteArray &signature,
                                           UtcTime now);

} // namespace crema::platform
