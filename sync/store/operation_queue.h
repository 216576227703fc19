// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client_state.h"
#include "sync/client/queue_entry.h"
#include "sync/client/sale_view.h"
#include "sync/store/local_aggregates.h"

namespace crema::sync {

/// An operation that was not acknowledged yet.
struct UnsentOperation {
    std::int64_t number = 0; ///< order of recording
    OperationId id;
    QByteArray bytes; ///< canonical
    std::optional<std::int64_t> epoch;
    std::optional<std::int64_t> sequence;
};

/// An operation that is laid over the platform's state until the feed has passed it.
struct PendingOperation {
    std::int64_t number = 0;
    QByteArray bytes;
    QList<EntityRef> touched;
    std::optional<Cursor> visibleAt; ///< known once acknowledged
};

/// The queue of operations (sync.md rules 2 and 17). Failures are thrown as StorageFailure.
class OperationQueue
{
public:
    explicit OperationQueue(Database &database) : m_database(database) {}

    /// The number that add() gives next: without a gap, kept in memory and held by the primary key.
    [[nodiscard]] std::int64_t nextNumber();
    void add(const Operation &operation, const QByteArray &bytes, const QByteArray &hash,
             const QList<EntityRef> &touched);
    /// Reads the next number again: a transaction was undone.
    void forgetNumbers() { m_nextNumber.reset(); }

    /// In the order they were recorded; at most `limit`.
    [[nodiscard]] QList<UnsentOperation> unsent(qsizetype limit);
    void markSent(std::int64_t number, std::int64_t epoch, std::int64_t sequence);
    /// Keeps the platform's answer to the operation of this number; refusals, conflicts and dead letters need attention
    /// from now on. An outcome never goes back: only what is unknown or waiting takes one (sync.md rule 3).
    void acknowledge(std::int64_t number, const Acknowledgement &acknowledgement);
    /// The number of an operation that is not visible in the feed yet.
    [[nodiscard]] std::optional<std::int64_t> openNumberOf(OperationId id);

    /// Everything not visible in the feed yet, oldest first.
    [[nodiscard]] std::vector<PendingOperation> pending();
    void markVisible(std::int64_t number);

    [[nodiscard]] QueueCounts counts();
    [[nodiscard]] QList<QueueEntry> entries(const QueueFilter &filter);
    [[nodiscard]] SyncState stateOfSubject(const QUuid &subject);

private:
    Database &m_database;
    std::optional<std::int64_t> m_nextNumber;
};

} // namespace crema::sync
