// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/storage_failure.h"
#include "platform/database/transaction.h"
#include "platform/sync/unit_storage.h"

#include <optional>
#include <utility>

namespace crema::platform {

/// What the platform wrote itself reads back; anything else is damage, and stops the request.
template<class Value>
Value sound(Result<Value> result)
{
    if (!result)
        throw StorageFailure(result.error());
    return *std::move(result);
}

/// The statement gives the document and its revision.
template<class Value, class Key>
std::optional<Stored<Value>> load(Transaction &transaction, const char *statement, const Key &key,
                                  Result<Value> (*read)(const QJsonObject &))
{
    const Rows rows = transaction.run(statement, {key});
    if (rows.isEmpty())
        return std::nullopt;
    return Stored<Value>{sound(read(rows.json(0, 0))), rows.number(0, 1)};
}

} // namespace crema::platform
