// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/rebase.h"

#include "models/base/planted.h"
#include "models/feed/entity_types.h"
#include "models/operations/operation_content.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "sync/store/documents.h"
#include "sync/store/pending_sums.h"

#include <functional>

namespace crema::sync {
namespace {

class QueueLookup final : public PendingLookup
{
public:
    explicit QueueLookup(OperationQueue &queue) : m_queue(queue) {}

    [[nodiscard]] QList<std::int64_t> pendingOn(const EntityRef &key) override { return m_queue.pendingOn(key); }
    [[nodiscard]] QList<PendingKey> keysOf(std::int64_t number) override { return m_queue.keysOf(number); }
    [[nodiscard]] QList<std::int64_t> pendingAbout(const QUuid &subject) override
    {
        return m_queue.pendingAbout(subject);
    }

private:
    OperationQueue &m_queue;
};

/// Of operations each of which waits for the one before; a platform that answers with a circle ends here.
constexpr int longestWait = 16;

/// Rows that are written by their own operation and no other.
bool isDocument(QStringView entityType)
{
    return entityType == entity::sale || entityType == entity::cashMovement;
}

/// One rebase under way.
class Rebase
{
public:
    Rebase(const Arrival &arrival, Database &database, EntityRows &rows, LocalAggregates &aggregates,
           OperationQueue &queue)
        : m_arrival(arrival), m_database(database), m_rows(rows), m_aggregates(aggregates), m_queue(queue),
          m_sums(database, rows, queue)
    {}

    void run()
    {
        m_setAside = m_database.value("count_rows_set_aside").toLongLong() > 0;
        const QList<std::int64_t> operations = endings();
        // As while a device loads for the first time: nothing lies over any row.
        if (operations.isEmpty() && !m_queue.hasPending()) {
            applyRows({});
        } else {
            const Changes changes{keysOf(m_arrival.rows), operations};
            if (!m_arrival.viewFollowsKeys || !advance(changes))
                replayAll(changes);
        }
        m_rows.catalog().refreshSearch();
    }

private:
    /// Everything that the changes reach is put back to the server's state and laid over it again.
    void replayAll(const Changes &changes)
    {
        QueueLookup lookup(m_queue);
        const RebasePlan plan = planRebase(changes, lookup);
        for (const EntityRef &ref : plan.restored)
            restore(ref);
        applyRows({});
        layAll(plan.operations);
    }

    /// The same where the queue is long: sums are advanced without the operations that stay in them (see PendingSums).
    /// False when that cannot be done; replayAll() is right then, also after what this did.
    bool advance(Changes changes)
    {
        changes.operations += leavingSums();
        QueueLookup lookup(m_queue);
        const auto plan = planAdvance(changes, lookup);
        if (!plan || bringsDeletedDocuments() || !m_sums.begin(plan->sums, m_arrival.rows))
            return false;
        for (const EntityRef &ref : plan->restored)
            restore(ref);
        applyRows([this](const EntityRef &ref) { return m_sums.holds(ref); });
        m_sums.addPlaces(m_arrived);
        QList<PendingOperation> adding;
        for (const std::int64_t number : plan->adding) {
            if (auto operation = m_queue.pending(number)) {
                if (hasDocumentBefore(*operation))
                    return false;
                leaveSums(*operation);
                adding.append(*std::move(operation));
            }
        }
        if (!m_sums.settle())
            return false;
        for (const PendingOperation &operation : std::as_const(adding))
            let(operation);
        QSet<QUuid> laidOver;
        for (const std::int64_t number : plan->operations) {
            if (const auto operation = m_queue.pending(number))
                laidOver.insert(operation->subject);
        }
        m_sums.write(laidOver);
        layAll(plan->operations);
        m_sums.forgetCopies();
        m_aggregates.forgetServerCopies();
        return true;
    }

    /// What was acknowledged up to the sums that come now is in them.
    QList<std::int64_t> leavingSums()
    {
        std::optional<Cursor> last;
        for (const FeedRow &row : m_arrival.rows) {
            if (PendingSums::isSum(row.entityType) && (!last || *last < row.cursor))
                last = row.cursor;
        }
        return last ? m_queue.pendingBefore(Cursor{last->epoch, last->xid + 1, 0}) : QList<std::int64_t>();
    }

    bool bringsDeletedDocuments() const
    {
        return std::any_of(m_arrival.rows.begin(), m_arrival.rows.end(),
                           [](const FeedRow &row) { return row.deleted && isDocument(row.entityType); });
    }

    /// Whether the platform's form of its document came, and is laid over all the same.
    bool hasDocumentBefore(const PendingOperation &operation) const
    {
        return std::any_of(operation.keys.begin(), operation.keys.end(), [&](const PendingKey &key) {
            return isDocument(key.ref.type) && m_arrived.contains(key.ref) && !hasLeft(operation, key);
        });
    }

    /// The entities of an operation that it leaves now.
    QList<EntityRef> leftBy(const PendingOperation &operation) const
    {
        QList<EntityRef> refs;
        for (const PendingKey &key : operation.keys) {
            if (key.isEntity() && key.isOpen() && hasLeft(operation, key))
                refs.append(key.ref);
        }
        return refs;
    }

    void leaveSums(const PendingOperation &operation)
    {
        QList<EntityRef> refs = leftBy(operation);
        refs.removeIf([](const EntityRef &ref) { return !PendingSums::isSum(ref.type); });
        if (!refs.isEmpty())
            m_sums.leave(operation, refs);
    }

    /// Lets an operation go that is laid over nothing any more, or notes what it left.
    void let(const PendingOperation &operation)
    {
        if (hasLeftEverything(operation)) {
            m_queue.markVisible(operation);
            return;
        }
        const QList<EntityRef> left = leftBy(operation);
        QList<PendingKey> keys = operation.keys;
        for (PendingKey &key : keys)
            key.left = key.left || left.contains(key.ref);
        m_queue.changeKeys(operation, keys);
    }

    void layAll(const QList<std::int64_t> &numbers)
    {
        // What stands in the rows now is the platform's: the replay keeps it as the server copy when it touches it.
        m_aggregates.beginRebase(m_arrived);
        QList<std::int64_t> refused;
        for (const std::int64_t number : numbers) {
            auto operation = m_queue.pending(number);
            if (!operation)
                continue;
            const bool isDecision = operation->type == operation::attentionResolve;
            if (!lay(*std::move(operation)))
                refused.append(number);
            else if (isDecision)
                layAgain(refused);
        }
        m_aggregates.endRebase();
    }

    /// What waits for a creation that is done again goes on directly behind it, as on the platform, and so before what
    /// was recorded since. Those that the rows do not allow yet stay in the list.
    void layAgain(QList<std::int64_t> &refused)
    {
        refused.removeIf([this](std::int64_t number) {
            auto operation = m_queue.pending(number);
            return !operation || lay(*std::move(operation));
        });
    }

    void applyRows(const std::function<bool(const EntityRef &)> &isKeptElsewhere)
    {
        for (const FeedRow &row : m_arrival.rows) {
            const EntityRef ref{row.entityType, row.entityId};
            if (!isKeptElsewhere || !isKeptElsewhere(ref))
                applyRow(row);
            else if (m_setAside)
                m_database.run("forget_row_set_aside", {ref.type, ref.id});
        }
    }

    QList<std::int64_t> endings()
    {
        QList<std::int64_t> result = m_arrival.operations;
        if (m_arrival.horizon)
            result += m_queue.pendingBefore(*m_arrival.horizon);
        return result;
    }

    void restore(const EntityRef &ref)
    {
        std::optional<QByteArray> document;
        bool kept = false;
        if (Rows found = m_database.query("read_server_copy", {ref.type, ref.id}); found.next()) {
            kept = true;
            if (!found.isNull(0))
                document = found.bytes(0);
            if (const auto cursor = Cursor::fromString(found.text(1)))
                m_arrived.insert(ref, *cursor);
        }
        // A sale made here has no copy: the platform had none (see LocalAggregates::save).
        if (!kept && ref.type == entity::sale)
            m_rows.selling().removeSaleMadeHere(SaleId(ref.id));
        if (!kept && ref.type == entity::cashMovement)
            m_rows.cash().removeMadeHere(CashMovementId(ref.id));
        if (!kept)
            return;
        if (document)
            m_rows.put(ref, objectOf(*document));
        else
            m_rows.remove(ref);
        m_database.run("delete_server_copy", {ref.type, ref.id});
    }

    void applyRow(const FeedRow &row)
    {
        if (row.entityType == entity::acknowledgement)
            return;
        const EntityRef ref{row.entityType, row.entityId};
        if (row.deleted)
            m_rows.remove(ref);
        else if (!EntityRows::keeps(row.entityType) || !m_rows.tryPut(ref, row.entity)) {
            // The last one that read stays, and a version that can read this one takes it from here.
            m_database.run("set_row_aside", {ref.type, ref.id, row.cursor.toString(), row.entity.document()});
            m_setAside = true;
            return;
        }
        // One that is removed because a snapshot does not have it came from no transaction.
        if (row.cursor.xid > 0)
            m_arrived.insert(ref, row.cursor);
        if (m_setAside)
            m_database.run("forget_row_set_aside", {ref.type, ref.id});
    }

    /// False when the rows do not allow it.
    bool lay(PendingOperation operation)
    {
        // What is held leaves with the rows of now: until then its own may be one of the past that was put back.
        if (operation.tookNoEffect && operation.isHeld())
            return true;
        if (operation.tookNoEffect || hasLeftEverything(operation)) {
            m_queue.markVisible(operation);
            return true;
        }
        if (waits(operation, 0)) {
            m_queue.changeKeys(operation, {{PendingKey::refused(), false}});
            return false;
        }
        QSet<EntityRef> left;
        QSet<EntityRef> held;
        for (const PendingKey &key : std::as_const(operation.keys)) {
            if (hasLeft(operation, key))
                left.insert(key.ref);
            if (key.isHeld())
                held.insert(key.heldEntity());
        }
        QList<PendingKey> keys = replay(operation, left + held);
        for (PendingKey &key : keys) {
            if (held.contains(key.ref))
                key = {PendingKey::held(key.ref), false};
        }
        m_queue.changeKeys(operation, keys);
        return !keys.contains(PendingKey{PendingKey::refused(), false});
    }

    /// Whether it changes nothing for now, as on the platform: what it waits for was not taken, and nobody here has
    /// decided to do that again.
    bool waits(const PendingOperation &operation, int depth)
    {
        return std::any_of(operation.waitingFor.begin(), operation.waitingFor.end(),
                           [&](OperationId cause) { return !isDoneAgain(cause) && !isReleased(cause, depth); });
    }

    /// Whether a decision that lies over the rows here does the operation again. A card has the id of its operation.
    bool isDoneAgain(OperationId operation)
    {
        const QList<std::int64_t> numbers = m_queue.pendingAbout(operation.value());
        return std::any_of(numbers.begin(), numbers.end(), [this](std::int64_t number) {
            const auto decision = m_queue.pending(number);
            if (!decision || decision->type != operation::attentionResolve || decision->tookNoEffect ||
                decision->keys.contains(PendingKey{PendingKey::refused(), false}))
                return false;
            const Result<OperationContent> content = readContent(decision->bytes);
            const auto resolution = content ? readResolution(content->operation.body) : failure(content.error());
            return resolution && resolution->decision == Decision::Retry;
        });
    }

    /// Whether what is waited for only waits itself, for something that is done again.
    bool isReleased(OperationId cause, int depth)
    {
        const auto number = depth < longestWait ? m_queue.openNumberOf(cause) : std::nullopt;
        const auto operation = number ? m_queue.pending(*number) : std::nullopt;
        return operation && !operation->waitingFor.isEmpty() && !waits(*operation, depth + 1);
    }

    QList<PendingKey> replay(const PendingOperation &pending, const QSet<EntityRef> &left)
    {
        const Result<OperationContent> content = readContent(pending.bytes);
        if (!content)
            throw StorageFailure(content.error());
        m_aggregates.beginReplay(pending.number, content->operation.subject, left, startOf(pending));
        const Effect effect = effectOf(*content, pending.conflicts);
        QList<PendingKey> keys = m_aggregates.keys();
        // What the page made impossible changes nothing here; the platform's answer will say so to a person.
        if (effect.problem)
            keys.append({PendingKey::refused(), false});
        // What was left stays left, also where this replay did not come to it.
        for (const EntityRef &ref : left) {
            if (const PendingKey key{ref, true}; !keys.contains(key))
                keys.append(key);
        }
        return keys;
    }

    Effect effectOf(const OperationContent &content, const QList<FieldConflict> &conflicts)
    {
        if (conflicts.isEmpty())
            return applyContent(content, m_aggregates, MergeMode::Replay);
        // A field that the platform did not take is not laid over its value again, whatever a person decides later.
        const auto laid = withoutConflicts(content.operation, conflicts);
        return laid ? applyOperation(*laid, m_aggregates, MergeMode::Replay) : Effect();
    }

    bool hasLeftEverything(const PendingOperation &operation) const
    {
        const auto lies = [&](const PendingKey &key) {
            return key.isHeld() || (key.isEntity() && !hasLeft(operation, key));
        };
        return operation.visibleAt && std::none_of(operation.keys.begin(), operation.keys.end(), lies);
    }

    bool hasLeft(const PendingOperation &operation, const PendingKey &key) const
    {
        if (!key.isEntity())
            return false;
        if (key.left)
            return true;
        const std::optional<Cursor> from = startOf(operation);
        if (!from)
            return false;
        if (CREMA_PLANTED(LeavesAtItsAnswer))
            return true;
        const Cursor &horizon = m_arrival.horizon.value_or(Cursor());
        if (horizon.epoch == from->epoch && horizon.xid > from->xid)
            return true;
        const auto arrived = m_arrived.constFind(key.ref);
        // An operation that moved no row of this device has no xid to compare with: the horizon alone passes it.
        return arrived != m_arrived.constEnd() && from->xid > 0 && arrived->epoch == from->epoch &&
               arrived->xid >= from->xid;
    }

    /// The transaction on the platform that holds the effect, in the present epoch of the feed.
    std::optional<Cursor> startOf(const PendingOperation &operation) const
    {
        std::optional<Cursor> from = operation.visibleAt;
        // The row of a document is written by its own operation alone, so it answers for one whose answer was lost.
        if (!from && (operation.type == operation::saleComplete || operation.type == operation::cashMove)) {
            const QStringView type = operation.type == operation::cashMove ? entity::cashMovement : entity::sale;
            const auto document = m_arrived.constFind({type.toString(), operation.subject});
            if (document != m_arrived.constEnd())
                from = *document;
        }
        // Everything that the feed's present epoch tells is later than an effect of an earlier one.
        if (from && from->epoch < m_arrival.feedEpoch)
            from = Cursor{m_arrival.feedEpoch, 1, 0};
        return from;
    }

    const Arrival &m_arrival;
    Database &m_database;
    EntityRows &m_rows;
    LocalAggregates &m_aggregates;
    OperationQueue &m_queue;
    PendingSums m_sums;
    bool m_setAside = false;            ///< some row was not readable, now or before
    QHash<EntityRef, Cursor> m_arrived; ///< where the rows that stand under the replay came from
};

} // namespace

void rebase(const Arrival &arrival, Database &database, EntityRows &rows, LocalAggregates &aggregates,
            OperationQueue &queue)
{
    Rebase(arrival, database, rows, aggregates, queue).run();
}

} // namespace crema::sync
