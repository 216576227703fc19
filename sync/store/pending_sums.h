// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "models/selling/shift_rules.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// Shifts and stock levels as what they are: the platform's sum, and what pending operations add to it. When some of
/// these come back only they are looked at, however many are still on their way; the view is the same as with all of
/// them laid over the server copies again (sync.md rule 16).
///
/// Used in this order: begin(), leave() for each operation, settle(), write(), and after the last key changed
/// forgetCopies(). Nothing is changed before write(). Throws StorageFailure.
class PendingSums
{
public:
    PendingSums(Database &database, EntityRows &rows, OperationQueue &queue);

    [[nodiscard]] static bool isSum(QStringView entityType);

    /// Reads what the platform has of these and of those among the rows that something is pending on, and what is
    /// added to it. False when one of them is not such a sum here.
    [[nodiscard]] bool begin(const QSet<EntityRef> &sums, const QList<FeedRow> &rows);
    [[nodiscard]] bool holds(const EntityRef &ref) const { return m_sums.contains(ref); }
    /// Where the platform's sums stand in the feed, as far as it is known.
    void addPlaces(QHash<EntityRef, Cursor> &places) const;

    /// From now on the platform's sums of `refs` hold what this operation adds.
    void leave(const PendingOperation &operation, const QList<EntityRef> &refs);
    /// Takes out of the pending amounts what left. False when the figures do not fit each other.
    [[nodiscard]] bool settle();
    /// Keeps the copies that came and writes the views, those of `laidOver` in any case.
    void write(const QSet<QUuid> &laidOver);
    /// Removes the copies of what nothing is pending on any more.
    void forgetCopies();

private:
    struct Sum {
        std::optional<QByteArray> base; ///< the platform's entity as canonical JSON; nothing: it has none
        std::optional<Cursor> place;    ///< of the base in the feed
        bool arrived = false;           ///< the base came now
        Shift shift;                    ///< the base of a shift
        ShiftSales sales;               ///< pending on it
        StockLevel level;               ///< the base of a stock level
        std::int64_t units = 0;         ///< pending on it
        QList<std::int64_t> leaving;
        bool emptied = false; ///< nothing is pending on it any more
    };
    struct Leaving {
        QByteArray bytes;
        QList<EntityRef> refs;
    };

    [[nodiscard]] bool add(const EntityRef &ref);
    [[nodiscard]] bool readShiftSum(const EntityRef &ref, Sum &sum);
    [[nodiscard]] bool readLevelSum(const EntityRef &ref, Sum &sum);
    [[nodiscard]] static bool takeRow(Sum &sum, const FeedRow &row);
    [[nodiscard]] bool isEmptied(const EntityRef &ref, const Sum &sum);
    [[nodiscard]] bool takeOut(const Leaving &leaving);
    void write(const EntityRef &ref, const Sum &sum);

    Database &m_database;
    EntityRows &m_rows;
    OperationQueue &m_queue;
    QHash<EntityRef, Sum> m_sums;
    QList<Leaving> m_leaving;
};

} // namespace crema::sync
