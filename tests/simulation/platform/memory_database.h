// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/identity/audit_verifier.h"
#include "platform/sync/sync_storage.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace crema::simulation {

class MemoryUnitStorage;

/// Everything that the platform has committed. Copies share what they have in common, so that a backup costs nothing.
struct MemoryState {
    struct FeedKey {
        QString entityType;
        QUuid entityId;
        QString audience;

        friend bool operator==(const FeedKey &, const FeedKey &) = default;
        friend auto operator<=>(const FeedKey &a, const FeedKey &b)
        {
            return std::tie(a.entityType, a.entityId, a.audience) <=> std::tie(b.entityType, b.entityId, b.audience);
        }
    };
    struct FeedRow {
        bool deleted = false;
        QByteArray entity;
    };
    struct FeedPlace {
        std::uint64_t xid = 0;
        std::int64_t position = 0;

        friend auto operator<=>(const FeedPlace &, const FeedPlace &) = default;
    };
    /// An entry of the audit trail with those before it in its chain: what is written stays as it is, so that states
    /// share it.
    struct AuditLink {
        platform::AuditRow row;
        std::shared_ptr<const AuditLink> before;
    };
    struct ChainEnd {
        std::int64_t number = 0;
        QByteArray hash;
        std::shared_ptr<const AuditLink> last = nullptr;
    };
    /// What an entry says about a person; it stands beside the chain, so that it can go (ADR 044).
    struct AuditWords {
        PersonId person;
        QByteArray salt;
        QByteArray words;
    };
    /// Where a device has moved to (ADR 046); of the others the place that they were enrolled at is in `devices`.
    struct DevicePlace {
        std::int64_t epoch = 1;
        LocationId location;
        RegisterId registerId;
    };
    /// What the payment desk has noted of an intent.
    struct PaymentTurn {
        std::optional<UtcTime> dueAt; ///< 0: at once, as an operation wants it
        std::optional<UtcTime> claimedUntil;
        std::optional<UtcTime> firstAskedAt;
        int tries = 0;
        QMap<std::int64_t, std::int64_t> refunds; ///< by what had gone back before, in cents
    };
    using StreamKey = std::pair<DeviceId, std::int64_t>;
    using ReceiptKey = std::tuple<DeviceId, std::int64_t, std::int64_t>;

    QMap<ProductId, platform::Stored<Product>> products;
    QMap<VariantId, platform::Stored<Variant>> variants;
    QMap<CustomerId, platform::Stored<Customer>> customers;
    QMap<PlaceId, platform::Stored<ShopSettings>> settings;
    QMap<GiftCardId, platform::Stored<GiftCard>> giftCards;
    QMap<QUuid, GiftEntry> giftAdjustments; ///< by their operation
    QMap<PaymentIntentId, platform::Stored<PaymentIntent>> paymentIntents;
    QMap<PaymentIntentId, PaymentTurn> paymentTurns;
    QMap<ShiftId, platform::Stored<Shift>> shifts;
    QMap<QString, VariantId> barcodes;
    QMap<QString, VariantId> skus; ///< in lower case; those without one are not in it
    QMap<SaleId, Sale> sales;
    QMap<CashMovementId, CashMovement> cashMovements;
    QMap<ParkedCartId, platform::Stored<ParkedCart>> parkedCarts;
    QMap<MovementId, Movement> movements;
    QMap<std::pair<LocationId, VariantId>, std::int64_t> levels;
    QMap<StreamKey, platform::Stream> streams;
    QMap<ReceiptKey, platform::Receipt> receipts;
    QMap<OperationId, platform::Stored<platform::StoredOperation>> operations;
    QMap<CardId, platform::Stored<AttentionCard>> cards;
    QMap<std::pair<QUuid, QString>, platform::FieldChange> fieldChanges;
    QMap<QUuid, platform::Stored<platform::JournalHead>> journalHeads;
    QByteArray journalSeed;
    QMap<PersonId, platform::Stored<Person>> people;
    QMap<RoleId, platform::Stored<OwnRole>> roles;
    QMap<PromotionId, platform::Stored<Promotion>> promotions;
    QMap<PriceListId, platform::Stored<PriceList>> priceLists;
    QMap<DeviceId, PersonId> enrollers;
    QMap<StreamKey, platform::DeviceEpoch> epochs;
    QMap<DeviceId, DevicePlace> places;
    QMap<DeviceId, platform::DeviceMove> moves;           ///< that are wanted
    QMap<QByteArray, platform::Readmission> readmissions; ///< by the hash of their code
    QMap<DeviceId, std::pair<UtcTime, DeviceHealth>> health;
    QList<platform::DeadLetter> deadLetters;
    QList<platform::Review> reviews;
    QMap<QUuid, ChainEnd> chains;
    QMap<std::pair<QUuid, std::int64_t>, AuditWords> auditWords; ///< by chain and number
    QMap<FeedPlace, FeedKey> feed;
    QMap<FeedKey, std::pair<FeedPlace, FeedRow>> feedRows;
    std::int64_t feedEpoch = 1;
    QMap<QString, FeedPlace> pruned;         ///< by audience: the last tombstone that left
    QMap<std::int64_t, std::uint64_t> marks; ///< by time (ms): every transaction below had ended
};

/// What may go wrong with a transaction, drawn by the simulation at each of its steps.
enum class StorageFault {
    None,
    Serialization, ///< 40001: undone, run it again
    LostBefore,    ///< the connection breaks, nothing is committed
    LostAfter,     ///< the commit is done, and the connection breaks before it says so
};

/// The platform's database in memory, with what sync needs of PostgreSQL: snapshots of what is committed, transaction
/// numbers, commits out of the order in which they began, row locks and revisions. Held against PostgreSQL by
/// storage_conformance_test. One thread.
class MemoryDatabase : public platform::SyncStorage
{
public:
    std::optional<platform::DeviceRecord> device(DeviceId id) override;
    std::optional<platform::StorePlace> place(DeviceId device, std::int64_t epoch) override;
    Location location(LocationId id) override;
    void endMove(DeviceId device, const QUuid &claim) override;
    QList<DeviceId> shutOutDevices() override;
    std::unique_ptr<platform::UnitStorage> begin() override;
    std::int64_t feedEpoch() override { return state.feedEpoch; }
    platform::FeedRows feed(const Cursor &after, const QStringList &audiences, int limit) override;
    platform::FeedRows feedOfTransaction(const Cursor &after, const QStringList &audiences) override;
    platform::SnapshotCut beginSnapshot(const QStringList &audiences, const QStringList &types) override;
    platform::FeedRows snapshot(const platform::SnapshotQuestion &question) override;
    platform::FeedDigests digests(const Cursor &after, const QStringList &audiences) override;
    int recount(const QStringList &, const QStringList &) override { return 0; } // digests() counts the rows anyway
    int foldDigests(int) override { return 0; }
    void markFeed(UtcTime now, UtcTime oldest) override;
    int prune(UtcTime oldest, int limit) override;
    platform::FeedStall stall() override;
    QByteArray journalSeed(const QByteArray &fresh) override;
    QList<platform::StoredOperation> operationsAmong(const QList<OperationId> &ids) override;
    void saveHealth(DeviceId device, const DeviceHealth &health, UtcTime heardAt) override;
    /// Without the names of devices and places, which no rule of sync looks at.
    QList<DeviceStanding> standings(const QList<LocationId> &locations, int limit) override;

    /// Puts rows into the feed in a transaction of their own, as the set-up of a company does.
    void publish(const QList<platform::FeedEntry> &entries);
    /// Holds a transaction number until release(): a long transaction somewhere in the cluster.
    [[nodiscard]] std::uint64_t holdXid();
    void releaseXid(std::uint64_t xid);
    /// Changes with each row that comes into the feed; nothing while a transaction runs that may hold rows back.
    [[nodiscard]] std::optional<std::uint64_t> feedVersion() const;
    /// Where the device is to go from now on, as somebody in the back office says (platform/devices/listed_device.h).
    void wantMove(DeviceId device, const platform::DeviceMove &move) { state.moves.insert(device, move); }
    /// The register that the device is at and those that it had before.
    [[nodiscard]] QList<RegisterId> registersOf(DeviceId device) const;
    /// Shuts a device out. False while a push of it is under way: PostgreSQL waits for its end here.
    [[nodiscard]] bool revoke(DeviceId device);
    /// What a restore of a backup does: the state of then, with a new epoch.
    void restore(const MemoryState &backup, std::int64_t nowMs);

    MemoryState state;
    QMap<DeviceId, platform::DeviceRecord> devices;
    /// Called at each step of a unit that reads or locks: there others may come in between.
    std::function<void()> between;
    /// Asked before each commit.
    std::function<StorageFault()> nextFault;
    /// Called after each commit: `state` holds it.
    std::function<void()> committed;
    qsizetype largestTransaction = 0; ///< rows that one transaction gave to the feed, at most
    // Mistakes on purpose (simulation.h):
    bool handsOutEarly = false;
    bool prunesUntold = false;
    bool cutsLate = false;
    bool keepsDigests = false; ///< to itself
    bool rewritesPayloads = false;
    bool keepsAuditWords = false;                                                  ///< of people who were erased
    QMap<OperationId, platform::Stored<platform::StoredOperation>> lostOperations; ///< said to be known all the same
    bool forgetsRecords = false; ///< of a commit whose connection breaks: the effect alone is kept

private:
    friend class MemoryUnitStorage;

    [[nodiscard]] std::uint64_t xmin() const;
    [[nodiscard]] bool isPruned(const MemoryState::FeedPlace &after, const QStringList &audiences) const;
    [[nodiscard]] std::uint64_t takeXid();
    void putInFeed(std::uint64_t xid, const MemoryState::FeedKey &key, const MemoryState::FeedRow &row,
                   std::int64_t position);

    std::uint64_t m_nextXid = 1'000;
    std::int64_t m_nextPosition = 1;
    std::uint64_t m_feedVersion = 1;
    QMap<std::uint64_t, bool> m_running;
    QMap<MemoryState::StreamKey, const MemoryUnitStorage *> m_streamLocks;
    QMap<OperationId, const MemoryUnitStorage *> m_operationLocks;
    QMap<ShiftId, const MemoryUnitStorage *> m_shiftLocks;
    QMap<SaleId, const MemoryUnitStorage *> m_returnLocks;
    const MemoryUnitStorage *m_adminLock = nullptr;
};

} // namespace crema::simulation
