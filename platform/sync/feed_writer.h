// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/transaction.h"
#include "platform/sync/feed_entry.h"

namespace crema::platform {

/// Puts the entries into the feed and returns from where on they can be seen: the number of this transaction, and the
/// position of the last one that `audiences` follow (0 when there is none). A row that another transaction wrote with a
/// higher number keeps that number. One transaction writes at most 2,000 (sync.md rule 11): the caller sees to that.
Cursor writeFeed(Transaction &transaction, const QList<FeedEntry> &entries, const QStringList &audiences);

} // namespace crema::platform
