// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "sync/client/queue_entry.h"
#include "ui/presenters/syncing/sync_words.h"

namespace crema {

/// What a person did, as one line: "Sale MAIN-2-000123", "Price of Guji Natural changed".
[[nodiscard]] QString queueActionText(const sync::QueueEntry &entry);
/// A file of resources/icons for the sort of thing it is about.
[[nodiscard]] QString queueIcon(const sync::QueueEntry &entry);
/// Where its subject is shown: "crema://orders/MAIN-2-000123"; empty when no page shows it.
[[nodiscard]] QString queueAddress(const sync::QueueEntry &entry);
[[nodiscard]] RecordState queueState(const sync::QueueEntry &entry);
/// Why it is not on the platform, in plain words, and what to do; an empty message when nothing is wrong.
[[nodiscard]] Problem queueProblem(const sync::QueueEntry &entry);

} // namespace crema
