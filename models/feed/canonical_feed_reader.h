// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_reader.h"
#include "models/feed/feed_row.h"

/// Pages and chunks as the platform writes them, read in one go: the same as the long way gives, many times as fast,
/// since no entity is taken apart. A reader that failed says nothing about the bytes; the long way does.
namespace crema::codec {

[[nodiscard]] Cursor readCursor(json::CanonicalReader &in, QLatin1StringView name);
/// Nothing for null.
[[nodiscard]] std::optional<Cursor> readOptionalCursor(json::CanonicalReader &in, QLatin1StringView name);
/// The member `rows`.
[[nodiscard]] QList<FeedRow> readFeedRows(json::CanonicalReader &in);

} // namespace crema::codec
