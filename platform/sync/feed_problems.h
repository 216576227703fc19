// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/feed/cursor.h"

namespace crema::platform {

/// Why a device is not told what changed, or is handed no snapshot.

/// `sync.cursor_epoch`: the feed began anew; field `epoch` holds the present one (sync.md rule 12).
[[nodiscard]] Problem otherEpoch(std::int64_t epoch);
/// `sync.cursor_ahead`: this database has never handed out such a place; it is an older copy.
[[nodiscard]] Problem aheadOfFeed();
/// `sync.cursor_too_old`: tombstones after it have left the feed (rule 13).
[[nodiscard]] Problem cursorTooOld();

/// Whoever stands here has read nothing, and so misses nothing that is gone.
[[nodiscard]] inline bool isBeginning(const Cursor &cursor)
{
    return cursor.xid == 0 && cursor.position == 0;
}

} // namespace crema::platform
