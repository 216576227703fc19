// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "sync/store/operation_queue.h"
#include "sync/store/rebase.h"

namespace crema::sync {

/// How far a reload has come.
struct ReloadState {
    /// Why the platform's state is read anew.
    enum class Reason {
        FirstLoad, ///< nothing was read before
        NewEpoch,  ///< the platform was put back to an older state (sync.md rule 12)
        TooOld,    ///< the cursor lies before what the platform still tells of what is gone (rule 13)
        Mismatch,  ///< rows here are not those of the platform (rule 14)
    };
    enum class Phase {
        Ask,     ///< which acknowledged operations does the platform still have?
        Load,    ///< the snapshot comes, chunk by chunk
        Follow,  ///< what changed since it began comes, page by page
        Compare, ///< each row that came is laid over the one here where they differ
        Sweep,   ///< what did not come leaves
        Release, ///< operations that the platform has not any more are laid over its rows
        End,
    };

    Reason reason = Reason::NewEpoch;
    Phase phase = Phase::Ask;
    std::int64_t epoch = 1;        ///< of the feed
    QStringList types;             ///< only entities of these; empty: all
    std::int64_t asked = 0;        ///< operations from this number on were asked about; 0: none yet
    QString chunk;                 ///< which chunk comes next; empty: the first
    Cursor cursor;                 ///< the feed is followed from here
    std::optional<Cursor> horizon; ///< FeedPage::horizon of the last page
    EntityRef place;               ///< the last row that was compared or swept

    [[nodiscard]] bool concerns(const QString &type) const { return types.isEmpty() || types.contains(type); }
};

/// Reads the platform's state anew beside the rows that people work with (docs/adr/017). Rows are staged as they come,
/// in as many transactions as it takes and over restarts of the program. When all are there, those that differ are laid
/// over the rows here in small steps, each in a transaction of its own, and what did not come leaves; the queue and its
/// operations stay, and lie on top as ever. A row that is touched by operations which the platform lost changes in one
/// step with them. Every call is inside the caller's transaction. Throws StorageFailure.
class Reload
{
public:
    Reload(Database &database, EntityRows &rows, LocalAggregates &aggregates, OperationQueue &queue)
        : m_database(database), m_rows(rows), m_aggregates(aggregates), m_queue(queue)
    {}

    /// Nothing when none is under way.
    [[nodiscard]] std::optional<ReloadState> state();
    /// What was staged before is dropped.
    void begin(const ReloadState &state);
    void keep(const ReloadState &state);
    void stage(const QList<FeedRow> &rows, const ReloadState &state);

    /// The next step of Compare, Sweep or Release; moves `state` on.
    void step(ReloadState &state);
    /// Everything is as the platform has it: the operations that it showed end.
    void finish(const ReloadState &state);

private:
    void compare(ReloadState &state);
    void sweep(ReloadState &state);
    void release(ReloadState &state);
    void lay(const QList<FeedRow> &rows, const QList<std::int64_t> &operations, const ReloadState &state);
    [[nodiscard]] bool isAsHere(const EntityRef &ref, const QByteArray &document);
    [[nodiscard]] QList<QUuid> idsAfter(const EntityRef &place);

    Database &m_database;
    EntityRows &m_rows;
    LocalAggregates &m_aggregates;
    OperationQueue &m_queue;
};

} // namespace crema::sync
