// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/platform/latencies.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>

namespace crema::bench {

/// A statement of the platform's own .sql files with values in the places of $1, $2 …: texts are quoted, numbers go
/// in as they are.
[[nodiscard]] QByteArray filledStatement(const char *name, const QVariantList &values);

/// How fast pgbench gets the answers of these statements (picked at random) from the database behind `socketFolder`:
/// prepared statements, one thread, `clients` sessions, `seconds` long. Nothing when pgbench did not run.
[[nodiscard]] std::optional<Speed> ceilingOf(const QString &socketFolder, const QByteArrayList &statements, int clients,
                                             int seconds);

} // namespace crema::bench
