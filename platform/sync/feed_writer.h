// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/transaction.h"
#include "platform/sync/feed_entry.h"

namespace crema::platform {

/// Puts the entries into the feed and returns the place of the last one that `audiences` can see; the beginning of
/// the epoch when there is none. One transaction writes at most 2,000 (sync.md rule 11): the caller sees to that.
Cursor writeFeed(Transaction &transaction, const QList<FeedEntry> &entries, const QStringList &audiences);

} // namespace crema::platform
