// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json.h"
#include "models/operations/storage_failure.h"

#include <QJsonObject>

#include <optional>

namespace crema::sync {

/// A member of the row of a register that this store claimed for itself. The row that the platform tells does not have
/// it.
inline constexpr QLatin1String registerOnlyClaimed("only_claimed");

/// The bytes of a document column.
[[nodiscard]] inline QByteArray documentOf(const QJsonObject &entity)
{
    return json::writeCanonical(entity);
}

/// Reads a document column. We wrote it ourselves, so bytes that do not read are damage. Throws StorageFailure.
[[nodiscard]] QJsonObject objectOf(const QByteArray &document);

/// Damage found in `what`, as a StorageFailure with `store.damaged`.
[[noreturn]] void throwDamaged(const QString &what);

/// An entity out of a document column.
template<class Entity>
[[nodiscard]] Entity entityOf(const QByteArray &document, Result<Entity> (*read)(const QJsonObject &))
{
    Result<Entity> entity = read(objectOf(document));
    if (!entity)
        throw StorageFailure(entity.error());
    return *std::move(entity);
}

} // namespace crema::sync
