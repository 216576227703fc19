// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

struct sqlite3;

namespace crema::sync {

/// What an SQLite result code (extended or not) means for people: `store.disk_full`, `store.damaged`, `store.busy`,
/// `store.read_only` or `store.write`. `text` is SQLite's own message.
[[nodiscard]] Problem storageProblem(int code, const QString &text);

/// Throws StorageFailure with what went wrong last on this connection, which may be null: no memory for one.
[[noreturn]] void throwStorageFailure(sqlite3 *connection);

} // namespace crema::sync
