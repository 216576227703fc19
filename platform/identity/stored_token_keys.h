// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "platform/database/transaction.h"
#include "platform/identity/token_key_ring.h"

namespace crema::platform {

/// The keys that sign access tokens, as the database has them, the oldest first. Throws StorageFailure, also where the
/// connection has not the key that opens them.
[[nodiscard]] QList<StoredTokenKey> loadTokenKeys(Transaction &transaction);

/// Makes a key and stores it.
StoredTokenKey saveTokenKey(Transaction &transaction, UtcTime now, Randomness &randomness);

} // namespace crema::platform
