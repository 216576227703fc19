// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

class QSqlError;

namespace crema::sync {

/// What an SQLite error means for people: `store.disk_full`, `store.damaged`, `store.busy`, `store.read_only` or
/// `store.write`.
[[nodiscard]] Problem storageProblem(const QSqlError &error);

/// Throws StorageFailure with storageProblem().
[[noreturn]] void throwStorageFailure(const QSqlError &error);

} // namespace crema::sync
