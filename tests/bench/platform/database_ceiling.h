// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/platform/latencies.h"

#include <QByteArray>
#include <QVariantList>

#include <optional>

namespace crema::bench {

/// A statement of the platform's own .sql files for pgbench, asking for one row of `choices` at random each time; a row
/// holds the values of $1, $2 …: int, QString or QUuid, in every row alike.
[[nodiscard]] QByteArray scriptOf(const char *name, const QList<QVariantList> &choices);

/// How fast pgbench gets the answers of this script from the database behind `socketFolder`: prepared once a session,
/// one thread, `clients` sessions, `seconds` long. Nothing when pgbench did not run.
[[nodiscard]] std::optional<Speed> ceilingOf(const QString &socketFolder, const QByteArray &script, int clients,
                                             int seconds);

} // namespace crema::bench
