// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/rows.h"
#include "platform/sync/stored_operation.h"

namespace crema::platform {

/// Reads one row of `sync/load_operation` and its sisters. Throws StorageFailure when the row is damaged.
[[nodiscard]] StoredOperation readStoredOperation(const Rows &rows, int row);

/// The same as a record for `sync/save_operations`.
[[nodiscard]] QJsonObject storedOperationRecord(const StoredOperation &operation);

/// Bytes as PostgreSQL reads them inside a JSON record.
[[nodiscard]] QString byteaText(QByteArrayView bytes);

} // namespace crema::platform
