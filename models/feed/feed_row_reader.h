// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/feed/feed_row.h"

/// What the readers of pages and of chunks share.
namespace crema::codec {

namespace limit {

inline constexpr qsizetype rows = 10'000;
inline constexpr qsizetype audience = 80;
inline constexpr qsizetype entityType = 40;

} // namespace limit

[[nodiscard]] Cursor readCursor(JsonFields &fields, const QString &name);
/// The member `rows`. One that does not read is among the problems of `fields`.
[[nodiscard]] QList<FeedRow> readFeedRows(JsonFields &fields);

} // namespace crema::codec
