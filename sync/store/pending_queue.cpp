// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_types.h"
#include "sync/store/documents.h"
#include "sync/store/operation_queue.h"

/// The half of the queue that a rebase asks: what is pending, by number, entity and place in the feed.
namespace crema::sync {
namespace {

QList<std::int64_t> numbersOf(Rows rows)
{
    QList<std::int64_t> result;
    while (rows.next())
        result.append(rows.integer(0));
    return result;
}

} // namespace

bool OperationQueue::hasPending()
{
    return m_database.value("has_pending_keys").toLongLong() != 0;
}

QList<std::int64_t> OperationQueue::pendingNumbers()
{
    return numbersOf(m_database.query("list_pending_operations"));
}

QList<std::int64_t> OperationQueue::pendingOn(const EntityRef &key)
{
    return numbersOf(m_database.query("list_pending_on", {key.type, key.id}));
}

bool OperationQueue::hasPendingOn(const EntityRef &key)
{
    return m_database.query("has_pending_key", {key.type, key.id}).next();
}

QList<std::int64_t> OperationQueue::somePendingOn(const EntityRef &key, qsizetype limit)
{
    return numbersOf(m_database.query("list_some_pending_on", {key.type, key.id, limit}));
}

QList<std::int64_t> OperationQueue::pendingAbout(const QUuid &subject)
{
    return numbersOf(m_database.query("list_pending_about", {subject}));
}

QList<std::int64_t> OperationQueue::pendingBefore(const Cursor &horizon)
{
    return numbersOf(m_database.query("list_pending_ends", {horizon.epoch, horizon.xid}));
}

QList<PendingKey> OperationQueue::keysOf(std::int64_t number)
{
    Rows rows = m_database.query("read_touched", {number});
    return rows.next() ? readKeys(rows.bytes(0)) : QList<PendingKey>();
}

std::optional<PendingOperation> OperationQueue::pending(std::int64_t number)
{
    Rows rows = m_database.query("read_pending_operation", {number});
    if (!rows.next())
        return std::nullopt;
    PendingOperation operation;
    operation.number = number;
    operation.type = rows.text(0);
    operation.subject = rows.uuid(1);
    if (!rows.isNull(3))
        operation.visibleAt = Cursor::fromString(rows.text(3));
    // A fact happened, whatever the platform could make of it: it stays in the view.
    operation.tookNoEffect = rows.integer(2) != 0 && !operation.visibleAt && !operation::isFact(operation.type);
    operation.keys = readKeys(rows.bytes(4));
    operation.bytes = rows.bytes(5);
    if (!rows.isNull(6)) {
        if (const auto answer = acknowledgementFromJson(objectOf(rows.text(6).toUtf8()))) {
            operation.conflicts = answer->conflicts;
            if (answer->outcome == Outcome::Waiting && !operation::isFact(operation.type))
                operation.waitingFor = answer->waitingFor;
        }
    }
    return operation;
}

void OperationQueue::changeKeys(const PendingOperation &operation, const QList<PendingKey> &keys)
{
    if (keys == operation.keys)
        return;
    removeKeys(operation.number, operation.keys);
    m_database.run("change_touched", {writeKeys(keys), operation.number});
    addKeys(operation.number, keys);
}

void OperationQueue::markVisible(const PendingOperation &operation)
{
    removeKeys(operation.number, operation.keys);
    if (operation.visibleAt)
        m_database.run("delete_pending_end", {operation.visibleAt->epoch, operation.visibleAt->xid, operation.number});
    m_database.run("mark_operation_visible", {operation.number});
    forgetCounts();
}

void OperationQueue::rebuildPendingKeys()
{
    const QList<std::int64_t> numbers = pendingNumbers();
    for (const std::int64_t number : numbers) {
        const auto operation = pending(number);
        if (!operation)
            continue;
        addKeys(number, operation->keys);
        if (operation->visibleAt)
            addEnd(number, *operation->visibleAt);
    }
}

QList<std::int64_t> OperationQueue::endedAmong(const QList<std::int64_t> &numbers)
{
    QList<std::int64_t> result;
    // Sales of one batch share their shift and most of their levels.
    QHash<EntityRef, std::optional<Cursor>> copies;
    const auto placeOfCopy = [&](const EntityRef &ref) {
        const auto known = copies.constFind(ref);
        if (known != copies.constEnd())
            return *known;
        Rows copy = m_database.query("find_arrived_copy", {ref.type, ref.id});
        return *copies.insert(ref, copy.next() ? Cursor::fromString(copy.text(0)) : std::nullopt);
    };
    for (const std::int64_t number : numbers) {
        const auto operation = pending(number);
        if (operation && !operation->waitingFor.isEmpty())
            result.append(number); // it is laid over nothing from now on
        if (!operation || (!operation->tookNoEffect && !operation->visibleAt))
            continue;
        // What is held is looked at when the platform's rows of now come.
        if (operation->isHeld())
            continue;
        const auto hasArrived = [&](const PendingKey &key) {
            if (!key.isEntity())
                return false;
            const std::optional<Cursor> place = placeOfCopy(key.ref);
            const auto &end = operation->visibleAt;
            return place && (!end || place->epoch != end->epoch || place->xid >= end->xid);
        };
        const bool lies = std::any_of(operation->keys.begin(), operation->keys.end(),
                                      [](const PendingKey &key) { return key.isEntity() && key.isOpen(); });
        // What lost a field is laid over its row again, without that field.
        const bool changed = operation->tookNoEffect || !operation->conflicts.isEmpty();
        if (changed || !lies || std::any_of(operation->keys.begin(), operation->keys.end(), hasArrived))
            result.append(number);
    }
    return result;
}

void OperationQueue::addKeys(std::int64_t number, const QList<PendingKey> &keys)
{
    for (const PendingKey &key : keys) {
        if (key.isOpen())
            m_database.run("add_pending_key", {key.ref.type, key.ref.id, number});
    }
}

void OperationQueue::removeKeys(std::int64_t number, const QList<PendingKey> &keys)
{
    for (const PendingKey &key : keys) {
        if (key.isOpen())
            m_database.run("delete_pending_key", {key.ref.type, key.ref.id, number});
    }
}

void OperationQueue::addEnd(std::int64_t number, const Cursor &visibleAt)
{
    m_database.run("add_pending_end", {visibleAt.epoch, visibleAt.xid, number});
}

} // namespace crema::sync
