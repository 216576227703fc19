// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/operation.h"
#include "models/selling/sale.h"
#include "sync/store/auditors_journal.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// The one way that operations come into the store: canonical bytes, effect, queue row and, for a document of the
/// register, its entry in the auditor's journal together (sync.md rules 2 and 34).
/// Works inside the caller's transaction, so that several operations and a receipt number stand or fall as one.
class Recorder
{
public:
    Recorder(LocalAggregates &aggregates, OperationQueue &queue, CatalogRows &catalog, AuditorsJournal &auditors)
        : m_aggregates(aggregates), m_queue(queue), m_catalog(catalog), m_auditors(auditors)
    {}

    /// Errors: the problem of the rule that does not allow it; the caller then undoes the transaction. Throws
    /// StorageFailure.
    [[nodiscard]] Result<void> record(const Operation &operation);
    /// As record() for the operation that completes `sale`, whose body is not looked at: it is written from the value,
    /// once, and not read back.
    [[nodiscard]] Result<void> recordSale(const Operation &operation, const Sale &sale);

    /// An operation that another store recorded as these bytes. What it says happened there already, so it is kept
    /// also where the rows here do not allow it; the platform judges it.
    void bringIn(const Operation &operation, const QByteArray &bytes);

    /// An operation as it stands in the queue.
    struct Recorded {
        std::int64_t number = 0; ///< its place in the queue
        QByteArray bytes;        ///< canonical
        QByteArray hash;         ///< of `bytes`, by payloadHash()
        MadeAt madeAt = MadeAt::Here;
    };

    /// What was recorded since the last call, for the journal.
    [[nodiscard]] QList<Recorded> takeRecorded() { return std::exchange(m_recorded, {}); }
    /// As takeRecorded(), which will still give them.
    [[nodiscard]] const QList<Recorded> &recorded() const { return m_recorded; }
    [[nodiscard]] qsizetype recordedCount() const { return m_recorded.size(); }
    /// Keeps the first `count` only: the rest was undone.
    void dropRecordedAfter(qsizetype count) { m_recorded.resize(count); }

private:
    /// Gives the number in the queue.
    std::int64_t keep(const Operation &operation, const QByteArray &bytes, MadeAt madeAt = MadeAt::Here);

    LocalAggregates &m_aggregates;
    OperationQueue &m_queue;
    CatalogRows &m_catalog;
    AuditorsJournal &m_auditors;
    QList<Recorded> m_recorded;
};

} // namespace crema::sync
