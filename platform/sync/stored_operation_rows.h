// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/param.h"
#include "platform/database/rows.h"
#include "platform/sync/unit_storage.h"

namespace crema::platform {

/// Reads one row of `sync/load_operation` and its sisters. Throws StorageFailure when the row is damaged.
[[nodiscard]] Stored<StoredOperation> readStoredOperation(const Rows &rows, int row);
/// All of them.
[[nodiscard]] QList<Stored<StoredOperation>> readStoredOperations(const Rows &rows);

/// The same as the columns that `sync/save_operations` reads.
[[nodiscard]] Params storedOperationColumns(const QList<Stored<StoredOperation>> &operations);

} // namespace crema::platform
