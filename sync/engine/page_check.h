// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/snapshot_chunk.h"

namespace crema::sync {

/// Whether `page` is the answer to a pull that asked with `asked`: it says so itself, its rows ascend in (asked, next],
/// `next` is the last of them, all of one epoch, and `more` comes with progress. An old or foreign page would move the
/// cursor over rows that were never stored (sync.md rule 11). Pure.
[[nodiscard]] bool isAnswerTo(const Cursor &asked, const FeedPage &page);

/// The same for a chunk of the snapshot that was asked for with `cut` and `after`: all its rows lie up to its cut,
/// which stays what the first chunk says, and `more` comes with progress. Pure.
[[nodiscard]] bool isAnswerTo(const Cursor &cut, const SnapshotPlace &after, const SnapshotChunk &chunk);

} // namespace crema::sync
