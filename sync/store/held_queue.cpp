// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/operation_queue.h"

#include <set>

/// The part of the queue that a platform needs which was put back to an older state (sync.md rule 12).
namespace crema::sync {

QList<AcknowledgedOperation> OperationQueue::acknowledgedBefore(std::int64_t number, qsizetype limit)
{
    QList<AcknowledgedOperation> result;
    Rows rows = m_database.query("list_acknowledged_before", {number, limit});
    while (rows.next())
        result.append({rows.integer(0), OperationId(rows.uuid(1)), rows.integer(2) != 0});
    return result;
}

QList<std::int64_t> OperationQueue::acknowledgedFrom(std::int64_t epoch, std::int64_t sequence)
{
    QList<std::int64_t> result;
    Rows rows = m_database.query("list_acknowledged_from", {epoch, sequence});
    while (rows.next())
        result.append(rows.integer(0));
    return result;
}

bool OperationQueue::sendAgain(std::int64_t number)
{
    bool wasVisible = false;
    std::optional<Cursor> visibleAt;
    {
        Rows rows = m_database.query("read_operation_state", {number});
        if (!rows.next())
            return false;
        wasVisible = rows.text(0) == QLatin1String("visible");
        if (!rows.isNull(1))
            visibleAt = Cursor::fromString(rows.text(1));
    }
    const std::optional<PendingOperation> answered = wasVisible ? std::nullopt : pending(number);
    m_database.run("send_operation_again", {number});
    m_counts.reset();
    const QList<PendingKey> before = keysOf(number);
    QList<PendingKey> keys;
    if (wasVisible) {
        // It stands in no index any more; one that was refused while it was held was held to its end.
        for (const PendingKey &key : before) {
            if (key.isEntity())
                keys.append({PendingKey::held(key.ref), false});
            else if (key.isHeld())
                keys.append(key);
        }
        m_database.run("change_touched", {writeKeys(keys), number});
        addKeys(number, keys);
        // Refused, or lost with all its fields: no row holds anything of it.
        return keys.isEmpty();
    }
    // What it is laid over already, because its row had not come yet, stays so.
    for (const PendingKey &key : before)
        keys.append(key.isEntity() && !key.isOpen() ? PendingKey{PendingKey::held(key.ref), false} : key);
    if (visibleAt)
        m_database.run("delete_pending_end", {visibleAt->epoch, visibleAt->xid, number});
    PendingOperation operation;
    operation.number = number;
    operation.keys = before;
    changeKeys(operation, keys);
    return answered && !answered->conflicts.isEmpty();
}

bool OperationQueue::isHeld(const EntityRef &entity)
{
    return hasPendingOn(PendingKey::held(entity));
}

QList<std::int64_t> OperationQueue::heldTogether()
{
    QList<std::int64_t> open;
    {
        Rows rows = m_database.query("first_held_operation");
        if (rows.next())
            open.append(rows.integer(0));
    }
    std::set<std::int64_t> found(open.begin(), open.end());
    QSet<EntityRef> seen;
    while (!open.isEmpty()) {
        const QList<PendingKey> keys = keysOf(open.takeLast());
        for (const PendingKey &key : keys) {
            if (!key.isHeld() || seen.contains(key.ref))
                continue;
            seen.insert(key.ref);
            const QList<std::int64_t> others = pendingOn(key.ref);
            for (const std::int64_t other : others) {
                if (found.insert(other).second)
                    open.append(other);
            }
        }
    }
    return {found.begin(), found.end()};
}

QSet<EntityRef> OperationQueue::letGo(std::int64_t number)
{
    QSet<EntityRef> entities;
    PendingOperation operation;
    operation.number = number;
    operation.keys = keysOf(number);
    QList<PendingKey> keys;
    for (const PendingKey &key : std::as_const(operation.keys)) {
        if (key.isHeld())
            entities.insert(key.heldEntity());
        keys.append(key.isHeld() ? PendingKey{key.heldEntity(), false} : key);
    }
    changeKeys(operation, keys);
    return entities;
}

} // namespace crema::sync
