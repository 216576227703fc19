// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/queue_entry.h"
#include "ui/presenters/syncing/sync_words.h"

#include <QHash>

namespace crema {

/// The states of all records that are not synced, by the ids of products and variants.
using RecordStates = QHash<QUuid, RecordState>;

[[nodiscard]] RecordStates recordStates(const QList<sync::QueueEntry> &queue);

} // namespace crema
