// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/disk.h"

#include <stop_token>

namespace crema::sync {

/// SQLite's quick check of a store that another connection writes to, table by table, so that no reader holds the log
/// for long (sync.md rule 27). Errors: `store.damaged`, and those of Database::open(). Ends early when it is stopped.
[[nodiscard]] Result<void> checkFileQuickly(const Disk &disk, const QString &path, std::stop_token stop);

} // namespace crema::sync
