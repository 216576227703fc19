// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/queue_entry.h"
#include "ui/presenters/table/data_column.h"

#include <QHash>

namespace crema {

/// Where a record's latest change is (ux.md 2.8); the order is that of urgency.
enum class RecordState { Synced, SavedHere, Sending, NeedsAttention };

/// The states of all records that are not synced, by the ids of products and variants.
using RecordStates = QHash<QUuid, RecordState>;

[[nodiscard]] RecordStates recordStates(const QList<sync::QueueEntry> &queue);

/// Icon and word; Synced included, which lists do not draw.
[[nodiscard]] CellBadge recordBadge(RecordState state);

} // namespace crema
