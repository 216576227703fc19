// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/rebase.h"

#include "models/feed/entity_types.h"
#include "models/operations/apply.h"
#include "models/operations/operation_codec.h"
#include "sync/store/documents.h"

#include <queue>

namespace crema::sync {
namespace {

/// The pending operations that touched each entity.
using TouchIndex = QHash<EntityRef, std::vector<std::size_t>>;

TouchIndex indexOf(const std::vector<PendingOperation> &pending)
{
    TouchIndex index;
    for (std::size_t i = 0; i < pending.size(); ++i) {
        for (const EntityRef &ref : pending[i].touched)
            index[ref].push_back(i);
    }
    return index;
}

bool isFinished(const PendingOperation &operation, const Cursor &cursor)
{
    return operation.visibleAt && *operation.visibleAt <= cursor;
}

void restore(const EntityRef &ref, Database &database, EntityRows &rows)
{
    std::optional<QByteArray> document;
    bool kept = false;
    if (Rows found = database.query("read_server_copy", {ref.type, ref.id}); found.next()) {
        kept = true;
        if (!found.isNull(0))
            document = found.bytes(0);
    }
    // A sale made here has no copy: the platform had none (see LocalAggregates::save).
    if (!kept && ref.type == entity::sale)
        rows.selling().removeSaleMadeHere(SaleId(ref.id));
    if (!kept)
        return;
    if (document)
        rows.put(ref, objectOf(*document));
    else
        rows.remove(ref);
    database.run("delete_server_copy", {ref.type, ref.id});
}

void applyRow(const FeedRow &row, EntityRows &rows)
{
    if (!EntityRows::keeps(row.entityType))
        return;
    const EntityRef ref{row.entityType, row.entityId};
    if (row.deleted)
        rows.remove(ref);
    else
        rows.put(ref, row.entity);
}

void replay(const PendingOperation &pending, Database &database, LocalAggregates &aggregates)
{
    const Result<Operation> operation = readOperation(pending.bytes);
    if (!operation)
        throw StorageFailure(operation.error());
    aggregates.begin(pending.number);
    // What the page made impossible changes nothing here; the platform's answer will say so to a person.
    [[maybe_unused]] const Effect effect = applyOperation(*operation, aggregates, MergeMode::Replay);
    if (aggregates.touched() != pending.touched)
        database.run("change_touched", {writeTouched(aggregates.touched()), pending.number});
}

} // namespace

RebasePlan planRebase(const FeedPage &page, const std::vector<PendingOperation> &pending)
{
    RebasePlan plan;
    if (pending.empty())
        return plan;
    const TouchIndex index = indexOf(pending);
    std::vector<bool> seen(pending.size(), false);
    std::queue<EntityRef> open;
    const auto put = [&](const EntityRef &ref) {
        if (index.contains(ref) && !plan.restored.contains(ref)) {
            plan.restored.insert(ref);
            open.push(ref);
        }
    };
    for (const FeedRow &row : page.rows)
        put({row.entityType, row.entityId});
    for (std::size_t i = 0; i < pending.size(); ++i) {
        if (isFinished(pending[i], page.next)) {
            plan.finished.push_back(i);
            seen[i] = true;
            for (const EntityRef &ref : pending[i].touched)
                put(ref);
        }
    }
    while (!open.empty()) {
        const EntityRef ref = open.front();
        open.pop();
        for (const std::size_t i : index.value(ref)) {
            if (seen[i])
                continue;
            seen[i] = true;
            plan.replayed.push_back(i);
            for (const EntityRef &touched : pending[i].touched)
                put(touched);
        }
    }
    std::sort(plan.replayed.begin(), plan.replayed.end());
    return plan;
}

void rebase(const FeedPage &page, Database &database, EntityRows &rows, LocalAggregates &aggregates,
            OperationQueue &queue)
{
    const std::vector<PendingOperation> pending = queue.pending();
    const RebasePlan plan = planRebase(page, pending);
    for (const EntityRef &ref : plan.restored)
        restore(ref, database, rows);
    for (const FeedRow &row : page.rows)
        applyRow(row, rows);
    for (const std::size_t i : plan.finished)
        queue.markVisible(pending[i].number);
    // What stands in the rows now is the platform's: the replay keeps it as the server copy when it touches it.
    aggregates.forgetServerCopies();
    for (const std::size_t i : plan.replayed)
        replay(pending[i], database, aggregates);
    rows.catalog().refreshSearch();
}

} // namespace crema::sync
