// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/view_check.h"

#include "models/feed/entity_types.h"
#include "sync/store/device_rows.h"
#include "sync/store/local_aggregates.h"
#include "sync/store/operation_queue.h"
#include "sync/store/rebase.h"

#include <QMap>

namespace crema::simulation {

using namespace crema::sync;

namespace {

QSet<EntityRef> entitiesOfPending(OperationQueue &queue, const QList<std::int64_t> &numbers)
{
    QSet<EntityRef> entities;
    for (const std::int64_t number : numbers) {
        const QList<PendingKey> keys = queue.keysOf(number);
        for (const PendingKey &key : keys) {
            // A sale made here stands in its operation until the platform's form comes; its replay says the same.
            if (key.isEntity() && key.ref.type != entity::sale)
                entities.insert(key.ref);
        }
    }
    return entities;
}

QHash<EntityRef, std::optional<QByteArray>> documentsOf(EntityRows &rows, const QSet<EntityRef> &entities)
{
    QHash<EntityRef, std::optional<QByteArray>> documents;
    for (const EntityRef &entity : entities)
        documents.insert(entity, rows.document(entity));
    return documents;
}

} // namespace

QList<EntityRef> entitiesOutOfStep(Database &database)
{
    EntityRows rows(database);
    OperationQueue queue(database);
    const QList<std::int64_t> numbers = queue.pendingNumbers();
    if (numbers.isEmpty())
        return {};
    const QSet<EntityRef> entities = entitiesOfPending(queue, numbers);
    const auto shown = documentsOf(rows, entities);
    LocalAggregates aggregates(database, rows);
    const std::int64_t epoch = DeviceRows(database).read().value_or(DeviceRow()).cursor.value_or(Cursor{1, 0, 0}).epoch;
    const Transaction undone(database);
    rebase({{}, std::nullopt, epoch, numbers, false}, database, rows, aggregates, queue);
    const auto computed = documentsOf(rows, entities);
    QList<EntityRef> different;
    for (auto it = shown.constBegin(); it != shown.constEnd(); ++it) {
        if (computed.value(it.key()) != *it)
            different.append(it.key());
    }
    return different;
}

} // namespace crema::simulation
