// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// The next page for whoever follows `audiences`: at most `limit` rows and about 4 MB, and always whole transactions
/// (sync.md rule 11), so a transaction with more rows, or larger ones, is a page of its own. Only rows are handed out
/// before which nothing can be committed any more (rule 9). In the form of writeFeedPage, built from the JSON that is
/// stored.
///
/// Errors: `sync.cursor_epoch` when the feed began anew (field `epoch` holds the present one); `sync.cursor_ahead` for
/// a cursor that this database has never handed out: it is an older copy of one that the device has seen.
[[nodiscard]] Result<QByteArray> readFeedPageBytes(SyncStorage &storage, const Cursor &after,
                                                   const QStringList &audiences, int limit);

} // namespace crema::platform
