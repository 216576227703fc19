// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// The pending operations, as a plan asks about them.
class PendingLookup
{
public:
    virtual ~PendingLookup() = default;

    /// The numbers of those for which this key is open.
    [[nodiscard]] virtual QList<std::int64_t> pendingOn(const EntityRef &key) = 0;
    [[nodiscard]] virtual QList<PendingKey> keysOf(std::int64_t number) = 0;
    /// The numbers of those whose subject this is.
    [[nodiscard]] virtual QList<std::int64_t> pendingAbout(const QUuid &subject) = 0;
};

/// Which operations have to be looked at and laid over again, and which entities are put back to the server's copies
/// for that.
struct RebasePlan {
    QList<std::int64_t> operations; ///< in their order
    QSet<EntityRef> restored;       ///< everything that these are laid over
    /// Operations that only add to sums, and the sums that they or the changes concern: see planAdvance().
    QList<std::int64_t> adding;
    QSet<EntityRef> sums;
};

/// What changed: keys by which replays may be affected, and operations whose own end may have come.
struct Changes {
    QList<EntityRef> keys;
    QList<std::int64_t> operations;
};

/// The keys that rows of the feed change: the entity, that it was looked at, and the codes that a variant holds now.
[[nodiscard]] QList<EntityRef> keysOf(const QList<FeedRow> &rows);

/// Decides it without looking at the store (sync.md rule 16). An operation is replayed when anything it touched or
/// looked at is restored or changed, and then everything it touched is restored as well, and what later ones changed of
/// what it looks at: it finds it as it was before them. One whose replay was refused,
/// or that waits on the platform, is always tried again, and once more behind each decision that does something again.
/// Pure.
[[nodiscard]] RebasePlan planRebase(const Changes &changes, PendingLookup &pending);

/// The same without touching operations on which nothing depends: a sale and a change of stock only add to a shift and
/// to stock levels, so that these sums can be advanced by what came and by what left, and every other operation that
/// adds to them stays as it is. Nothing when something on the way adds to a sum and is tied to something else as well:
/// then only planRebase() is right. Pure.
[[nodiscard]] std::optional<RebasePlan> planAdvance(const Changes &changes, PendingLookup &pending);

/// What a rebase lays under the pending operations.
struct Arrival {
    QList<FeedRow> rows;
    std::optional<Cursor> horizon;  ///< FeedPage::horizon
    std::int64_t feedEpoch = 1;     ///< the present one
    QList<std::int64_t> operations; ///< whose answers came
    /// The rows are the platform's with what is pending laid over them. Otherwise the keys say more than was laid, so
    /// that everything concerned has to be laid again.
    bool viewFollowsKeys = true;
};

/// Restores the server copies concerned, applies the rows, lets go of operations whose effect the rows hold, and
/// replays the others. An operation leaves an entity when a row of it came that was written by its own transaction on
/// the platform or later, or when the horizon passed it (sync.md rule 17); it is visible when it has left all of them.
/// Works inside the caller's transaction and does not move the cursor. Throws StorageFailure.
void rebase(const Arrival &arrival, Database &database, EntityRows &rows, LocalAggregates &aggregates,
            OperationQueue &queue);

} // namespace crema::sync
