// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/checkpoint.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What the engine asks of the store when it compares it with the platform (sync.md rule 14), each one step.

/// How far the platform's rows here were measured. They stay as they are between two steps whatever a person does
/// meanwhile: only what comes from the platform changes them, and that moves the cursor.
struct Measurement {
    Cursor at;
    Digests digests;
    SnapshotPlace place = {}; ///< the last one that was measured
    bool isWhole = false;
};

/// Where the store stands, when it is to be compared; nothing when it was a short time ago and `anyway` is false, and
/// while anything is read anew.
[[nodiscard]] Result<std::optional<Cursor>> placeToCompare(LocalStore &store, bool anyway);
/// The next step. Errors: `sync.moved` when something came from the platform since it began.
[[nodiscard]] Result<Measurement> measureNext(LocalStore &store, const Measurement &measurement);
/// A comparison ended and found these types different. They begin to be read anew, unless that did not help several
/// times; `anew`: try again. Answers whether they do.
[[nodiscard]] Result<bool> noteComparison(LocalStore &store, const QStringList &different, bool anew);

} // namespace crema::sync
