// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/checkpoint.h"
#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// What whoever follows `audiences` and has read up to `at` has to have (sync.md rule 14). From sums that are kept as
/// rows come, so that it costs the same however many rows there are.
///
/// Errors: `sync.cursor_epoch`, `sync.cursor_ahead`.
[[nodiscard]] Result<Checkpoint> checkpointAt(SyncStorage &storage, const Cursor &at, const QStringList &audiences);

} // namespace crema::platform
