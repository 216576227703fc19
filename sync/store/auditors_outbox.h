// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_exchange.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What of the auditor's journal the platform has to countersign, one step each. Failures are thrown as StorageFailure.

enum class Documents {
    Named, ///< the platform has them as operations
    Whole, ///< it does not: their bytes go along
};

/// The next entries that the platform has not seen and whose operations it answered; nothing when there are none.
[[nodiscard]] std::optional<auditing::ChainRequest> nextEntries(LocalStore &store, Documents documents);
/// The head that the platform has to answer `request` with.
[[nodiscard]] std::optional<auditing::ChainHead> headAfter(LocalStore &store, const auditing::ChainRequest &request);

/// Inside LocalStore::write(). Errors: `journal.other_head` when it is none of this store's entries, or the signature
/// is not the platform's.
[[nodiscard]] Result<void> keepCountersignature(LocalStore &store, const auditing::Countersignature &signature);
/// Inside LocalStore::write(): the platform wants the entries of this chain from this number on.
[[nodiscard]] Result<void> resumeEntries(LocalStore &store, const QUuid &chain, std::int64_t number);
/// Inside LocalStore::write(): the platform knows the chain otherwise. It has told its people; the next document begins
/// a new chain.
[[nodiscard]] Result<void> leaveChain(LocalStore &store, const QUuid &chain);
/// Inside LocalStore::write(): the platform may have lost entries that it countersigned, so it is asked.
void askAboutLastEntry(LocalStore &store);

} // namespace crema::sync
