// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection_pool.h"
#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// The storage of sync in PostgreSQL; each call borrows a session for itself.
class PostgresSyncStorage final : public SyncStorage
{
public:
    /// The pool outlives this.
    explicit PostgresSyncStorage(ConnectionPool &pool) : m_pool(pool) {}

    std::optional<DeviceRecord> device(DeviceId id) override;
    std::optional<StorePlace> place(DeviceId device, std::int64_t epoch) override;
    Location location(LocationId id) override;
    void endMove(DeviceId device, const QUuid &claim) override;
    QList<DeviceId> shutOutDevices() override;
    std::unique_ptr<UnitStorage> begin() override;
    std::int64_t feedEpoch() override;
    FeedRows feed(const Cursor &after, const QStringList &audiences, int limit) override;
    FeedRows feedOfTransaction(const Cursor &after, const QStringList &audiences) override;
    SnapshotCut beginSnapshot(const QStringList &audiences, const QStringList &types) override;
    FeedRows snapshot(const SnapshotQuestion &question) override;
    FeedDigests digests(const Cursor &after, const QStringList &audiences) override;
    int recount(const QStringList &audiences, const QStringList &types) override;
    int foldDigests(int limit) override;
    void markFeed(UtcTime now, UtcTime oldest) override;
    int prune(UtcTime oldest, int limit) override;
    FeedStall stall() override;
    QByteArray journalSeed(const QByteArray &fresh) override;
    QList<StoredOperation> operationsAmong(const QList<OperationId> &ids) override;
    void saveHealth(DeviceId device, const DeviceHealth &health, UtcTime heardAt) override;
    QList<DeviceStanding> standings(const QList<LocationId> &locations, int limit) override;

private:
    ConnectionPool &m_pool;
};

} // namespace crema::platform
