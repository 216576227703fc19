// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/snapshot_chunk.h"
#include "sync/client/client_state.h"
#include "sync/store/operation_queue.h"
#include "sync/store/rebase.h"

namespace crema::sync {

/// How far the snapshot of a reload has come.
struct LoadPlace {
    Cursor cut;         ///< the beginning of an epoch before the first chunk
    SnapshotPlace next; ///< after it the next chunk begins
    std::int64_t read = 0;
    std::int64_t total = 0; ///< about how many rows there are; 0: not known
    bool maySell = false;   ///< all that selling needs has come
    bool more = true;

    /// The text form is that of `cut;next;read;total;flags`. Nothing when it does not read.
    [[nodiscard]] static std::optional<LoadPlace> fromString(const QString &text);
    [[nodiscard]] QString toString() const;

    friend bool operator==(const LoadPlace &, const LoadPlace &) = default;
};

/// How far a reload has come.
struct ReloadState {
    /// Why the platform's state is read anew.
    enum class Reason {
        FirstLoad, ///< nothing was read before
        NewEpoch,  ///< the platform was put back to an older state (sync.md rule 12)
        TooOld,    ///< the cursor lies before what the platform still tells of what is gone (rule 13)
        Mismatch,  ///< rows here are not those of the platform (rule 14)
        Moved,     ///< the device is at another place (ADR 046)
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
    LoadPlace load;                ///< where the snapshot is
    Cursor cursor;                 ///< the feed is followed from here
    std::optional<Cursor> horizon; ///< FeedPage::horizon of the last page
    EntityRef place;               ///< the last row that was compared or swept

    /// Nothing was here, so that there is nothing to lay the rows beside: they are taken as they come.
    [[nodiscard]] bool takesAtOnce() const { return reason == Reason::FirstLoad; }
    /// Only some types are read anew; the others go on with the pages of the feed.
    [[nodiscard]] bool isPart() const { return !types.isEmpty(); }
    [[nodiscard]] bool concerns(const QString &type) const { return types.isEmpty() || types.contains(type); }
};

/// For people. Pure.
[[nodiscard]] LoadProgress progressOf(const ReloadState &state);

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
    /// Stages rows that came; those of a first load are laid at once, and the operations of these numbers, which were
    /// answered with them, end.
    void take(const QList<FeedRow> &rows, const QList<std::int64_t> &answered, const ReloadState &state);

    /// A page while only some types are read anew: it is laid as ever, and its rows of these types are staged as well,
    /// so that what is staged stays as new as what is here.
    void follow(const FeedPage &page, const QList<std::int64_t> &answered, const ReloadState &state);

    /// The next step is the first that changes a row.
    [[nodiscard]] static bool isBeforeChanges(const ReloadState &state);
    /// How many products, articles and customers it will take away: they did not come, or as gone. Sales are not among
    /// them: those of other devices come back with their queues.
    [[nodiscard]] QMap<QString, std::int64_t> leaving(const ReloadState &state);
    /// The rows of this type that came and are not laid yet, without those that are gone.
    [[nodiscard]] QList<QByteArray> staged(QStringView type);
    /// The next step of Compare, Sweep or Release; moves `state` on.
    void step(ReloadState &state);
    /// Everything is as the platform has it: the operations that it showed end.
    void finish(const ReloadState &state);

private:
    void stage(const QList<FeedRow> &rows, const ReloadState &state);
    void compare(ReloadState &state);
    void sweep(ReloadState &state);
    void release(ReloadState &state);
    void lay(const QList<FeedRow> &rows, const QList<std::int64_t> &operations, const ReloadState &state);
    [[nodiscard]] bool isAsHere(const EntityRef &ref, const QByteArray &document);
    /// What the platform was heard to have, up to a number of rows, also where operations took it from the view or this
    /// version cannot read it. Moves `place` to the last of them; to no id at the end of the type.
    [[nodiscard]] QList<QUuid> idsAfter(EntityRef &place);

    Database &m_database;
    EntityRows &m_rows;
    LocalAggregates &m_aggregates;
    OperationQueue &m_queue;
};

} // namespace crema::sync
