// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/checkpoint.h"
#include "sync/store/device_rows.h"
#include "sync/store/entity_rows.h"

namespace crema::sync {

/// The platform's rows as this store holds them, below everything that is pending (sync.md rule 16): the copy where
/// operations changed an entity, what was set aside where this version cannot read it, and the row itself elsewhere.
/// Reads the file and nothing that is remembered of it. Failures are thrown as StorageFailure.
class ServerLayer
{
public:
    ServerLayer(Database &database, const DeviceRow &device) : m_database(database), m_device(device) {}

    /// Behind all ids.
    [[nodiscard]] static const QUuid &highestId();

    /// What the entities of a type after `after` come to, so many at most beside those that are not in view; moves
    /// `after` on, and makes it null behind the last one.
    [[nodiscard]] TypeDigest measure(const QString &type, QUuid &after, int limit);

private:
    using Documents = QHash<QUuid, QByteArray>;

    /// The rows in view; answers the last id, or nothing when there are no more after these.
    [[nodiscard]] std::optional<QUuid> readView(const QString &type, const QUuid &after, int limit, Documents &found);
    void layOver(const char *query, const QString &type, const QUuid &after, const QUuid &last, Documents &found);

    /// Whether the platform tells it to this device: somebody of another shop who signed in here is not, and neither is
    /// what became of an operation that was brought here from there.
    [[nodiscard]] bool isTold(const QString &type, const QByteArray &document) const;

    Database &m_database;
    DeviceRow m_device;
};

} // namespace crema::sync
