// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"
#include "sync/client/sale_view.h"
#include "ui/presenters/table/data_column.h"

#include <QString>

#include <optional>

namespace crema {

/// How far a record has come on its way to the platform (ux.md 2.8); the order is that of urgency.
enum class RecordState { Synced, SavedHere, Sending, NeedsAttention };

[[nodiscard]] RecordState recordStateOf(sync::SyncState state);

/// What a person reads of that state now: nothing is being sent while the platform does not answer. It is saved here,
/// and goes out again.
[[nodiscard]] RecordState shownState(RecordState state, sync::Link link);
/// "Saved here", "Sending", "Synced", "Needs attention".
[[nodiscard]] QString recordStateText(RecordState state);
/// A file of resources/icons that says the same.
[[nodiscard]] QString recordStateIcon(RecordState state);
/// Icon and word; Synced included, which lists do not draw.
[[nodiscard]] CellBadge recordBadge(RecordState state);
/// The word of the filter grammar: "queued", "sending", "synced", "attention". Never translated.
[[nodiscard]] QString recordStateWord(RecordState state);
[[nodiscard]] std::optional<RecordState> recordStateFromWord(QStringView word);

/// The platform shut this device out; only a manager lets it in again (ADR 027).
[[nodiscard]] bool isShutOut(const sync::ClientState &state);

/// Sync in one word or two: "Online", "Offline · 14 waiting", "Sending 3 of 14", "2 need attention". What needs a
/// person goes before everything else.
[[nodiscard]] SyncPill syncPillOf(const sync::ClientState &state);

} // namespace crema
