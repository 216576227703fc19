// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/database/connection.h"

namespace crema::platform {

/// Brings the database to this program's schema. Each step runs in its own transaction and is recorded with its
/// checksum; an advisory lock keeps two nodes from doing it at once. Errors: `database.newer` (a later version of
/// Crema has been here), `database.altered` (a step that ran has another text now).
[[nodiscard]] Result<void> migrate(Connection &connection);

} // namespace crema::platform
