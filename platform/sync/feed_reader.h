// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "platform/database/connection.h"

#include <QStringList>

namespace crema::platform {

/// The present epoch of the feed. It changes when a backup was restored.
[[nodiscard]] std::int64_t loadFeedEpoch(Connection &connection);

/// The bytes of a FeedPage: rows after the cursor for these audiences, at most `limit` (1 to 2,000) and more only to
/// end with a whole transaction. Only rows that no transaction still running could precede (sync.md rule 9).
[[nodiscard]] QByteArray readFeedPageBytes(Connection &connection, const Cursor &after, const QStringList &audiences,
                                           int limit);

} // namespace crema::platform
