// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "sync/store/rebase.h"

#include <QJsonArray>

#include <queue>
#include <set>

namespace crema::sync {
namespace {

/// Follows the keys of operations until nothing new is reached.
class Closure
{
public:
    explicit Closure(PendingLookup &pending) : m_pending(pending) {}

    void open(const EntityRef &key)
    {
        if (m_seenKeys.contains(key))
            return;
        m_seenKeys.insert(key);
        m_open.push(key);
    }

    void add(std::int64_t number)
    {
        if (!m_operations.insert(number).second)
            return;
        const QList<PendingKey> keys = m_pending.keysOf(number);
        for (const PendingKey &key : keys) {
            if (!key.isOpen())
                continue;
            if (key.isEntity()) {
                m_restored.insert(key.ref);
                open(PendingKey::reads(key.ref.type, key.ref.id));
                open(key.ref);
            } else if (!key.ref.type.startsWith(QLatin1String("reads.")) && !key.isHeld()) {
                open(key.ref);
            }
        }
    }

    RebasePlan follow()
    {
        while (!m_open.empty()) {
            const EntityRef key = m_open.front();
            m_open.pop();
            const QList<std::int64_t> numbers = m_pending.pendingOn(key);
            for (const std::int64_t number : numbers)
                add(number);
        }
        return {QList<std::int64_t>(m_operations.begin(), m_operations.end()), m_restored};
    }

private:
    PendingLookup &m_pending;
    std::queue<EntityRef> m_open;
    QSet<EntityRef> m_seenKeys;
    std::set<std::int64_t> m_operations;
    QSet<EntityRef> m_restored;
};

} // namespace

QList<EntityRef> keysOf(const QList<FeedRow> &rows)
{
    QList<EntityRef> keys;
    for (const FeedRow &row : rows) {
        if (!EntityRows::keeps(row.entityType))
            continue;
        keys.append({row.entityType, row.entityId});
        keys.append(PendingKey::reads(row.entityType, row.entityId));
        if (row.entityType != entity::variant || row.deleted)
            continue;
        keys.append(PendingKey::sku(row.entity.value(QStringLiteral("sku")).toString()));
        const QJsonArray barcodes = row.entity.value(QStringLiteral("barcodes")).toArray();
        for (const QJsonValue &barcode : barcodes)
            keys.append(PendingKey::barcode(barcode.toString()));
    }
    return keys;
}

RebasePlan planRebase(const Changes &changes, PendingLookup &pending)
{
    Closure closure(pending);
    closure.open(PendingKey::refused());
    for (const EntityRef &key : changes.keys)
        closure.open(key);
    for (const std::int64_t number : changes.operations)
        closure.add(number);
    return closure.follow();
}

} // namespace crema::sync
