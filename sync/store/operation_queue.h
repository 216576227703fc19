// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"
#include "sync/client/queue_entry.h"
#include "sync/client/sale_view.h"
#include "sync/store/local_aggregates.h"
#include "sync/store/made_at.h"

#include <QSet>

namespace crema::sync {

/// An operation that was not acknowledged yet.
struct UnsentOperation {
    std::int64_t number = 0; ///< order of recording
    OperationId id;
    QByteArray bytes; ///< canonical
    std::optional<std::int64_t> epoch;
    std::optional<std::int64_t> sequence;
};

/// An operation that the platform answered.
struct AcknowledgedOperation {
    std::int64_t number = 0;
    OperationId id;
    bool tookEffect = false; ///< a row of the feed holds it, or will
};

/// An operation that is laid over the platform's state until the rows that hold its effect have come.
struct PendingOperation {
    std::int64_t number = 0;
    QString type;
    QUuid subject;
    QByteArray bytes;
    QList<PendingKey> keys;
    std::optional<Cursor> visibleAt; ///< known once acknowledged
    QList<FieldConflict> conflicts;  ///< known once acknowledged: fields that are not laid over the row
    bool tookNoEffect = false;       ///< the platform's last word: a request that leaves nothing behind
    /// Requests that the platform keeps until these took effect: it does not show what they do, and neither do we.
    QList<OperationId> waitingFor;

    /// Whether it waits for the platform's rows of now (PendingKey::held).
    [[nodiscard]] bool isHeld() const
    {
        return std::any_of(keys.begin(), keys.end(), [](const PendingKey &key) { return key.isHeld(); });
    }
};

/// The queue of operations (sync.md rules 2 and 17). Failures are thrown as StorageFailure.
class OperationQueue
{
public:
    explicit OperationQueue(Database &database) : m_database(database) {}

    /// The number that add() gives next: without a gap, kept in memory and held by the primary key.
    [[nodiscard]] std::int64_t nextNumber();
    void add(const Operation &operation, const QByteArray &bytes, const QByteArray &hash, const QList<PendingKey> &keys,
             MadeAt madeAt);
    /// The same under a number that the operation had before: what comes back from the operation journal.
    void addAs(std::int64_t number, const Operation &operation, const QByteArray &bytes, const QByteArray &hash,
               const QList<PendingKey> &keys, MadeAt madeAt);
    /// Reads the next number again: a transaction was undone.
    void forgetNumbers()
    {
        m_nextNumber.reset();
        forgetCounts();
    }

    /// Those after this number in the order they were recorded; at most `limit`.
    [[nodiscard]] QList<UnsentOperation> unsent(qsizetype limit, std::int64_t after = 0);
    [[nodiscard]] bool hasUnsent();
    /// How many were sent without an answer; `limit` when there are more.
    [[nodiscard]] qsizetype countUnknown(qsizetype limit);
    /// Those after this number, in the order they were recorded and without their bytes, that the platform may hold and
    /// that were not answered: sent from here, brought in, or with a number up to `sharedUpTo`. Also what waits for
    /// something else on the platform: how that ends is told once, and to the store that sent it.
    [[nodiscard]] QList<UnsentOperation> unanswered(std::int64_t after, qsizetype limit, std::int64_t sharedUpTo);
    /// Whether any of them was brought in, so that whoever made it may have sent it as well.
    [[nodiscard]] bool hasUnansweredBroughtIn();
    void markSent(std::int64_t number, std::int64_t epoch, std::int64_t sequence);
    /// Keeps the platform's answer to the operation of this number; refusals, conflicts and dead letters need attention
    /// from now on. An outcome never goes back: only what is unknown or waiting takes one (sync.md rule 3).
    void acknowledge(std::int64_t number, const Acknowledgement &acknowledgement);
    /// What the platform tells later of a conflict that was answered: whoever it names may be erased by now, and their
    /// name goes from here as well, also where all is decided (ADR 044).
    void noteErasedNames(const Acknowledgement &later);
    /// Those of these that may leave the view now: they took no effect, or a row that may hold it came before the
    /// answer.
    [[nodiscard]] QList<std::int64_t> endedAmong(const QList<std::int64_t> &numbers);
    /// Those that the platform answered, before this number, newest first.
    [[nodiscard]] QList<AcknowledgedOperation> acknowledgedBefore(std::int64_t number, qsizetype limit);
    /// Those that the platform answered under this sequence of the epoch or a later one.
    [[nodiscard]] QList<std::int64_t> acknowledgedFrom(std::int64_t epoch, std::int64_t sequence);
    /// The platform does not have it any more: it goes again under the sequence that it had. What the rows here hold of
    /// it stays, and is held until the platform's rows of now come (PendingKey::held). Answers whether it is to be laid
    /// over the rows anew (LocalStore::settle): the answer that is gone refused it, or had another value for a field.
    [[nodiscard]] bool sendAgain(std::int64_t number);
    /// The oldest known of those that are held, and all that are held on an entity with it, one by one.
    [[nodiscard]] QList<std::int64_t> heldTogether();
    /// From now on it is laid over what it changed; gives that.
    [[nodiscard]] QSet<EntityRef> letGo(std::int64_t number);
    [[nodiscard]] bool isHeld(const EntityRef &entity);
    /// The number of an operation that is not visible in the feed yet.
    [[nodiscard]] std::optional<std::int64_t> openNumberOf(OperationId id);

    /// False when everything recorded here is visible in the feed.
    [[nodiscard]] bool hasPending();
    /// The numbers of all that is not visible in the feed yet, oldest first.
    [[nodiscard]] QList<std::int64_t> pendingNumbers();
    /// Those among them that this key is open for.
    [[nodiscard]] QList<std::int64_t> pendingOn(const EntityRef &key);
    [[nodiscard]] bool hasPendingOn(const EntityRef &key);
    /// At most `limit` of pendingOn().
    [[nodiscard]] QList<std::int64_t> somePendingOn(const EntityRef &key, qsizetype limit);
    /// Those whose subject this is, oldest first.
    [[nodiscard]] QList<std::int64_t> pendingAbout(const QUuid &subject);
    /// Those that are acknowledged and whose place in the feed lies before `horizon`.
    [[nodiscard]] QList<std::int64_t> pendingBefore(const Cursor &horizon);
    [[nodiscard]] QList<PendingKey> keysOf(std::int64_t number);
    /// Nothing when it is visible already.
    [[nodiscard]] std::optional<PendingOperation> pending(std::int64_t number);
    void changeKeys(const PendingOperation &operation, const QList<PendingKey> &keys);
    void markVisible(const PendingOperation &operation);
    /// Writes the look-up tables of pending operations anew, from the queue itself.
    void rebuildPendingKeys();

    [[nodiscard]] std::optional<Operation> operationOf(std::int64_t number);
    /// Operations that the platform keeps until another took effect, oldest first, each with the first of its causes.
    [[nodiscard]] QList<std::pair<Operation, OperationId>> waiting(int limit);

    [[nodiscard]] QueueCounts counts();
    /// Of those that are unsent, how many have this number or a lower one.
    [[nodiscard]] std::int64_t unsentUpTo(std::int64_t number);
    [[nodiscard]] QList<QueueEntry> entries(const QueueFilter &filter);
    [[nodiscard]] SyncState stateOfSubject(const QUuid &subject);

    /// Makes the cards of operations that were marked before there were cards.
    void makeMissingCards();

private:
    /// The card of a marked operation, unless it is there: the platform makes the same and tells it to all devices.
    void makeCardOf(std::int64_t number);
    [[nodiscard]] bool isHere(LocationId location);
    void forgetCounts()
    {
        m_counts.reset();
        m_unsentUpTo.reset();
    }
    /// How many operations are in each state; a sale asks after it, with all that is pending in the queue.
    [[nodiscard]] QueueCounts countStates();
    void addKeys(std::int64_t number, const QList<PendingKey> &keys);
    void removeKeys(std::int64_t number, const QList<PendingKey> &keys);
    void addEnd(std::int64_t number, const Cursor &visibleAt);

    Database &m_database;
    std::optional<std::int64_t> m_nextNumber;
    // Both are kept while operations are only added:
    std::optional<QueueCounts> m_counts;                               ///< by state
    std::optional<std::pair<std::int64_t, std::int64_t>> m_unsentUpTo; ///< a number, and how many up to it
};

} // namespace crema::sync
