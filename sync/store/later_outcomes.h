// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// Keeps what became of operations that waited: the platform tells it in the feed of their device (docs/wire.md). Its
/// number may be that of another epoch of this device, so the id alone names the operation. Answers whose outcome came.
/// Of those that are over, what it says anew about people who were erased.
/// Throws StorageFailure.
QList<std::int64_t> keepLaterOutcomes(const QList<FeedRow> &rows, OperationQueue &queue);

} // namespace crema::sync
