// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/attention.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What needs attention, with the names that people know. At most `limit` (1 to 1000) of each kind.
[[nodiscard]] AttentionList findAttention(LocalStore &store, int limit);

/// Records what a person decides about a card. Inside write(). Errors: `attention.unknown`, `attention.settled`,
/// `attention.cannot_retry`, `auth.not_allowed`, and those of the rules that a typed value breaks.
[[nodiscard]] Result<void> recordResolution(LocalStore &store, CardId id, const CardAnswer &answer);

} // namespace crema::sync
