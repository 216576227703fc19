// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection.h"

namespace crema::platform {

/// The present epoch of the feed. It changes when a backup was restored (sync.md rule 12).
[[nodiscard]] std::int64_t loadFeedEpoch(Connection &connection);

} // namespace crema::platform
