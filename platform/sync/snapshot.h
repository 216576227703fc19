// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/snapshot_chunk.h"
#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// What a device asks the snapshot for.
struct SnapshotRequest {
    /// Where the first chunk said that the snapshot is cut; the beginning of an epoch: it is cut now.
    Cursor cut;
    SnapshotPlace after;
    QStringList types; ///< of snapshotOrder; empty: all
    int limit = 0;     ///< of rows
};

/// The next chunk for whoever follows `audiences`: at most `limit` rows and about 4 MB, and it ends where selling may
/// start (sync.md rule 15). In the form of writeSnapshotChunk, built from the JSON that is stored. Nothing is kept here
/// between two chunks, so any node may hand out the next one, as late as it is asked for (ADR 022).
///
/// Errors: `sync.cursor_epoch`, `sync.cursor_ahead`; `sync.cursor_too_old` when what was deleted since the cut cannot
/// be told any more.
[[nodiscard]] Result<QByteArray> readSnapshotChunkBytes(SyncStorage &storage, const SnapshotRequest &request,
                                                        const QStringList &audiences);

} // namespace crema::platform
