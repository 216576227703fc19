// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devices/device_health.h"
#include "models/feed/checkpoint.h"
#include "models/selling/location.h"
#include "platform/sync/unit_storage.h"

#include <limits>
#include <memory>
#include <vector>

namespace crema::platform {

/// A row of the feed as storage hands it out; what it points into lives as long as the FeedRows that it is part of.
struct FeedText {
    QByteArrayView xid;
    QByteArrayView position;
    QByteArrayView entityType;
    QByteArrayView entityId;
    QByteArrayView audience;
    bool deleted = false;
    QByteArrayView entity; ///< its JSON; empty when deleted
};

/// Rows in the order of the feed, and what keeps their texts.
struct FeedRows {
    std::vector<FeedText> rows;
    std::shared_ptr<const void> texts;
    std::int64_t epoch = 0; ///< the present one
    /// The lowest transaction number that is not given out yet: a cursor at or above it was made by a database that
    /// this one is an older copy of.
    std::uint64_t nextXid = 0;
    /// The transaction number below which these rows leave nothing open (FeedPage::horizon). Nothing while a row is
    /// held back: it may have stood below before a later transaction moved it.
    std::optional<std::uint64_t> horizon;
    /// A tombstone after the place that was asked about has left the feed: whoever stands there misses it.
    bool isPruned = false;
};

/// Where a snapshot is cut (ADR 022).
struct SnapshotCut {
    Cursor place;          ///< behind everything that the snapshot holds
    std::int64_t rows = 0; ///< about how many it has
};

/// Behind every row of a transaction below `xid`, and before every other.
[[nodiscard]] inline Cursor cutBelow(std::int64_t epoch, std::uint64_t xid)
{
    return {epoch, xid - 1, std::numeric_limits<std::int64_t>::max()};
}

/// What audiences hold by type, in one view of the database.
struct FeedDigests {
    std::int64_t epoch = 0;    ///< the present one
    std::uint64_t nextXid = 0; ///< as in FeedRows
    /// Something comes after the place that was asked about, or came and has left: whoever stands there has less.
    bool hasMore = false;
    Digests types;
};

/// What a snapshot is asked for next.
struct SnapshotQuestion {
    QString type; ///< of entities
    QUuid after;  ///< in the order of ids
    Cursor cut;
    QStringList audiences;
    int limit = 0;
};

/// Where a device is to go (ADR 046). Its store asks for the epoch of it when nothing of the old place is open any
/// more.
struct DeviceMove {
    QUuid claim;           ///< that the claims of its stores are made of
    RegisterId registerId; ///< that it sells under there
    LocationId location;
    QString code; ///< wanted for the register; empty: the first that is free
};

/// An enrolled device as the platform knows it.
struct DeviceRecord {
    QByteArray publicKey; ///< Ed25519, 32 bytes
    LocationId location;
    RegisterId registerId;
    bool isRevoked = false;
    std::int64_t epoch = 1; ///< that it enrolled or moved here with; its register is that of this epoch
    std::optional<DeviceMove> move = std::nullopt;
    QString name = {};
};

/// What is known of one epoch of a device.
struct StorePlace {
    RegisterId registerId;
    std::int64_t highestSequence = 0;                  ///< that came under it
    std::optional<LocationId> location = std::nullopt; ///< where the register is; nothing: where the device is
};

/// What holds the feed back (sync.md rule 10).
struct FeedStall {
    std::int64_t oldestMs = 0; ///< age of the oldest transaction that can still write, anywhere in the cluster
    QString who;               ///< which one; empty when there is none
    std::int64_t heldRows = 0; ///< committed rows that are not handed out yet
    std::int64_t slotAge = 0;  ///< transactions that a replication slot keeps from being cleaned up
};

/// What the routes of sync need of the storage, whichever it is. Failures are thrown (StorageFailure).
class SyncStorage
{
public:
    virtual ~SyncStorage() = default;

    [[nodiscard]] virtual std::optional<DeviceRecord> device(DeviceId id) = 0;
    /// Nothing when no store of the device was given this epoch.
    [[nodiscard]] virtual std::optional<StorePlace> place(DeviceId device, std::int64_t epoch) = 0;
    /// Errors are thrown, as for one that is not there.
    [[nodiscard]] virtual Location location(LocationId id) = 0;
    /// The move with this claim is over: the device is there. One that was wanted meanwhile stays.
    virtual void endMove(DeviceId device, const QUuid &claim) = 0;
    /// The devices that were shut out, in any order.
    [[nodiscard]] virtual QList<DeviceId> shutOutDevices() = 0;
    /// Begins a transaction.
    [[nodiscard]] virtual std::unique_ptr<UnitStorage> begin() = 0;
    /// The present epoch of the feed (sync.md rule 12).
    [[nodiscard]] virtual std::int64_t feedEpoch() = 0;
    /// The rows after `after` that `audiences` can see and nothing can still come before, at most `limit`.
    [[nodiscard]] virtual FeedRows feed(const Cursor &after, const QStringList &audiences, int limit) = 0;
    /// The rest of the first transaction after `after`, whole.
    [[nodiscard]] virtual FeedRows feedOfTransaction(const Cursor &after, const QStringList &audiences) = 0;
    /// Cuts a snapshot: behind everything that no running transaction can change any more.
    [[nodiscard]] virtual SnapshotCut beginSnapshot(const QStringList &audiences, const QStringList &types) = 0;
    /// The next entities as the transactions up to the cut left them, each once; those that a later one changed are
    /// left out.
    [[nodiscard]] virtual FeedRows snapshot(const SnapshotQuestion &question) = 0;
    /// What `audiences` hold, an entity that several of them are told of counted for each, and whether that is what a
    /// device has that has read up to `after`.
    [[nodiscard]] virtual FeedDigests digests(const Cursor &after, const QStringList &audiences) = 0;
    /// Counts the rows of these types anew and puts right what digests() says; answers how many sums were wrong.
    virtual int recount(const QStringList &audiences, const QStringList &types) = 0;
    /// Makes what digests() adds up shorter, at most `limit` records of it; answers how many there were.
    virtual int foldDigests(int limit) = 0;
    /// Notes once a day which transactions have ended, so that prune() knows what was there when.
    virtual void markFeed(UtcTime now, UtcTime oldest) = 0;
    /// Drops tombstones that were there at `oldest`, at most `limit`; answers how many.
    virtual int prune(UtcTime oldest, int limit) = 0;
    [[nodiscard]] virtual FeedStall stall() = 0;
    /// The seed of the key that auditor's journals are countersigned with: the one that is kept, or else `fresh`, which
    /// is kept from now on.
    [[nodiscard]] virtual QByteArray journalSeed(const QByteArray &fresh) = 0;
    /// Those among `ids` that are known, whichever device sent them.
    [[nodiscard]] virtual QList<StoredOperation> operationsAmong(const QList<OperationId> &ids) = 0;
    /// The newest state of an enrolled device, in place of the one before; no operation. One that was told earlier in
    /// the same start of its machine changes nothing.
    virtual void saveHealth(DeviceId device, const DeviceHealth &health, UtcTime heardAt) = 0;
    /// The enrolled devices of these locations (of all when there are none), at most `limit`, by location and register,
    /// after them those that were shut out, without what arrived from them. A report that this version cannot read is
    /// as if there were none.
    [[nodiscard]] virtual QList<DeviceStanding> standings(const QList<LocationId> &locations, int limit) = 0;
};

} // namespace crema::platform
