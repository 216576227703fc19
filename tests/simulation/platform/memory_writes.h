// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/database_failure.h"
#include "platform/sync/unit_storage.h"

#include <QMap>

namespace crema::simulation {

/// Fails as PostgreSQL does with this SQLSTATE.
[[noreturn]] inline void failWith(const char *sqlState)
{
    throw platform::DatabaseFailure(sqlState, QStringLiteral("simulated"));
}

/// A record must be new (0) or still have the revision it was read with.
template<class Key, class Value>
void putRevised(QMap<Key, platform::Stored<Value>> &map, const Key &key, const platform::Stored<Value> &record)
{
    const auto it = map.constFind(key);
    const std::int64_t present = it == map.constEnd() ? 0 : it->revision;
    if (present != record.revision)
        failWith("40001");
    map.insert(key, {record.value, record.revision + 1});
}

} // namespace crema::simulation
