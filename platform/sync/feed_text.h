// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// A page of the feed and a chunk of a snapshot end with the row that brings them here; what a device reads in one go
/// stays small (sync.md rule 11).
inline constexpr qsizetype feedAnswerBytes = 4 * 1024 * 1024;

/// The cursor of a row, as text.
[[nodiscard]] QByteArray cursorOf(const FeedText &row, std::int64_t epoch);
/// The row in the form of feedRowToJson, from the JSON that is stored.
void appendRow(QByteArray &json, const FeedText &row, QByteArrayView cursor);

} // namespace crema::platform
