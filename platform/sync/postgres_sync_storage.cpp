// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/postgres_sync_storage.h"

#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/identity/secret_places.h"
#include "platform/sync/feed_epoch.h"
#include "platform/sync/postgres_unit_storage.h"
#include "platform/sync/stored_operation_rows.h"

namespace crema::platform {
namespace {

FeedRows feedRowsOf(Rows answer)
{
    const auto kept = std::make_shared<Rows>(std::move(answer));
    FeedRows feed;
    feed.texts = kept;
    for (int row = 0; row < kept->count(); ++row) {
        feed.epoch = kept->number(row, 7);
        feed.nextXid = kept->unsignedNumber(row, 8);
        if (!kept->isNull(row, 9))
            feed.horizon = kept->unsignedNumber(row, 9);
        feed.isPruned = kept->boolean(row, 10);
        if (kept->isNull(row, 0))
            continue; // the one row of an empty page
        const bool deleted = kept->boolean(row, 5);
        feed.rows.push_back({kept->view(row, 0), kept->view(row, 1), kept->view(row, 2), kept->view(row, 3),
                             kept->view(row, 4), deleted, deleted ? QByteArrayView() : kept->view(row, 6)});
    }
    return feed;
}

} // namespace

std::optional<DeviceRecord> PostgresSyncStorage::device(DeviceId id)
{
    const Rows rows = m_pool.borrow()->run("devices/load_device", {id});
    if (rows.isEmpty())
        return std::nullopt;
    DeviceRecord record{rows.bytes(0, 0), LocationId(rows.uuid(0, 1)), RegisterId(rows.uuid(0, 2)), rows.boolean(0, 4),
                        rows.number(0, 5)};
    if (!rows.isNull(0, 6))
        record.move = {rows.uuid(0, 6), RegisterId(rows.uuid(0, 7)), LocationId(rows.uuid(0, 8)), rows.text(0, 9)};
    record.name = rows.text(0, 10);
    return record;
}

std::optional<StorePlace> PostgresSyncStorage::place(DeviceId device, std::int64_t epoch)
{
    const Rows rows = m_pool.borrow()->run("devices/load_place", {device, epoch});
    if (rows.isEmpty())
        return std::nullopt;
    return StorePlace{RegisterId(rows.uuid(0, 0)), rows.number(0, 1), LocationId(rows.uuid(0, 2))};
}

Location PostgresSyncStorage::location(LocationId id)
{
    const auto connection = m_pool.borrow();
    Transaction transaction(*connection);
    return loadLocation(transaction, id);
}

void PostgresSyncStorage::endMove(DeviceId device, const QUuid &claim)
{
    (void)m_pool.borrow()->run("devices/end_move", {device, claim});
}

QList<DeviceId> PostgresSyncStorage::shutOutDevices()
{
    const Rows rows = m_pool.borrow()->run("devices/list_revoked_devices");
    QList<DeviceId> devices;
    for (int row = 0; row < rows.count(); ++row)
        devices.append(DeviceId(rows.uuid(row, 0)));
    return devices;
}

std::unique_ptr<UnitStorage> PostgresSyncStorage::begin()
{
    return std::make_unique<PostgresUnitStorage>(m_pool.borrow());
}

std::int64_t PostgresSyncStorage::feedEpoch()
{
    return loadFeedEpoch(*m_pool.borrow());
}

FeedRows PostgresSyncStorage::feed(const Cursor &after, const QStringList &audiences, int limit)
{
    return feedRowsOf(
        m_pool.borrow()->run("sync/read_feed", {QString::number(after.xid), after.position, audiences, limit}));
}

FeedRows PostgresSyncStorage::feedOfTransaction(const Cursor &after, const QStringList &audiences)
{
    return feedRowsOf(
        m_pool.borrow()->run("sync/read_feed_transaction", {QString::number(after.xid), after.position, audiences}));
}

SnapshotCut PostgresSyncStorage::beginSnapshot(const QStringList &audiences, const QStringList &types)
{
    const Rows rows = m_pool.borrow()->run("sync/begin_snapshot", {audiences, types});
    return {cutBelow(rows.number(0, 0), rows.unsignedNumber(0, 1)), rows.number(0, 2)};
}

FeedRows PostgresSyncStorage::snapshot(const SnapshotQuestion &question)
{
    return feedRowsOf(
        m_pool.borrow()->run("sync/read_snapshot", {question.type, question.after, QString::number(question.cut.xid),
                                                    question.audiences, question.limit}));
}

FeedDigests PostgresSyncStorage::digests(const Cursor &after, const QStringList &audiences)
{
    const Rows rows =
        m_pool.borrow()->run("sync/read_checkpoint", {QString::number(after.xid), after.position, audiences});
    FeedDigests digests{rows.number(0, 0), rows.unsignedNumber(0, 1), rows.boolean(0, 2), {}};
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.isNull(row, 3))
            continue; // the one row when there is nothing
        const std::array hash{static_cast<std::uint64_t>(rows.number(row, 5)),
                              static_cast<std::uint64_t>(rows.number(row, 6))};
        digests.types.insert(rows.text(row, 3), {rows.number(row, 4), hash});
    }
    return digests;
}

int PostgresSyncStorage::recount(const QStringList &audiences, const QStringList &types)
{
    return static_cast<int>(m_pool.borrow()->run("sync/recount_feed", {audiences, types}).number(0, 0));
}

int PostgresSyncStorage::foldDigests(int limit)
{
    return static_cast<int>(m_pool.borrow()->run("sync/fold_digests", {limit}).number(0, 0));
}

void PostgresSyncStorage::markFeed(UtcTime now, UtcTime oldest)
{
    m_pool.borrow()->run("sync/mark_feed", {now, oldest});
}

int PostgresSyncStorage::prune(UtcTime oldest, int limit)
{
    return static_cast<int>(m_pool.borrow()->run("sync/prune_feed", {oldest, limit}).number(0, 0));
}

QByteArray PostgresSyncStorage::journalSeed(const QByteArray &fresh)
{
    // Made and sealed at the start (prepareSecrets); only a database that seals nothing takes the fresh one.
    const auto connection = m_pool.borrow();
    const QByteArray kept = connection->run("sync/keep_journal_key", {Param::bytes(fresh)}).bytes(0, 0);
    return fromSecretColumn(connection->secrets(), kept, journalKeyPlace());
}

FeedStall PostgresSyncStorage::stall()
{
    const Rows rows = m_pool.borrow()->run("sync/find_stall");
    return {rows.number(0, 0), rows.isNull(0, 1) ? QString() : rows.text(0, 1), rows.number(0, 2), rows.number(0, 3)};
}

QList<StoredOperation> PostgresSyncStorage::operationsAmong(const QList<OperationId> &ids)
{
    QStringList texts;
    for (const OperationId &id : ids)
        texts.append(id.toString());
    QList<StoredOperation> known;
    const QList<Stored<StoredOperation>> stored =
        readStoredOperations(m_pool.borrow()->run("sync/load_operations", {texts}));
    for (const Stored<StoredOperation> &operation : stored)
        known.append(operation.value);
    return known;
}

void PostgresSyncStorage::saveHealth(DeviceId device, const DeviceHealth &health, UtcTime heardAt)
{
    m_pool.borrow()->run("devices/save_health",
                         {device, health.boot, health.monotonicMs, heardAt, codec::toJson(health)});
}

QList<DeviceStanding> PostgresSyncStorage::standings(const QList<LocationId> &locations, int limit)
{
    QStringList texts;
    for (const LocationId &location : locations)
        texts.append(location.toString());
    QList<DeviceStanding> standings;
    const Rows rows = m_pool.borrow()->run("devices/list_standings", {locations.isEmpty(), texts, limit});
    for (int row = 0; row < rows.count(); ++row) {
        DeviceStanding standing{DeviceId(rows.uuid(row, 0)),
                                rows.text(row, 1),
                                LocationId(rows.uuid(row, 2)),
                                rows.text(row, 3),
                                rows.text(row, 4),
                                rows.text(row, 5),
                                UtcTime(rows.number(row, 6)),
                                {},
                                {},
                                {}};
        if (!rows.isNull(row, 7))
            standing.heardAt = UtcTime(rows.number(row, 7));
        if (!rows.isNull(row, 8)) {
            if (const auto health = codec::readDeviceHealth(rows.json(row, 8)))
                standing.health = *health;
        }
        if (!rows.isNull(row, 9))
            standing.shutOut = {UtcTime(rows.number(row, 9)), shutOutReasonFromText(rows.text(row, 10)), {}};
        standing.movesTo = rows.text(row, 11);
        standings.append(standing);
    }
    return standings;
}

} // namespace crema::platform
