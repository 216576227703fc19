// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "models/operations/operation_codec.h"
#include "sync/store/local_store.h"
#include "sync/store/setting_names.h"

/// What is unsent here, and what of it another register can send as well (sync.md rule 30).
namespace crema::sync {

Result<bool> LocalStore::bringIn(const QByteArray &bytes)
{
    const Result<Operation> operation = readOperation(bytes);
    if (!operation)
        return failure(operation.error());
    if (m_database->value("has_operation", {operation->id}).isValid())
        return false;
    m_recorder.bringIn(*operation, bytes);
    // What another store said about somebody who was erased is sent, and becomes a mark with its answer.
    if (m_rows.isErased({operation->subject.type, operation->subject.id}))
        m_database->run("open_erasure", {operation->subject.id});
    return true;
}

void LocalStore::noteExport(std::int64_t lastNumber)
{
    m_deviceRows.setSetting(setting::exportedTo, QString::number(lastNumber));
    m_place.reset();
}

void LocalStore::forgetExport()
{
    if (place().exportedTo == 0)
        return;
    m_deviceRows.setSetting(setting::exportedTo, QString());
    m_place.reset();
}

QueueCounts LocalStore::queueCounts()
{
    QueueCounts counts = m_queue.counts();
    if (const std::int64_t last = place().exportedTo; last > 0 && counts.unsent() > 0)
        counts.exported = m_queue.unsentUpTo(last);
    return counts;
}

} // namespace crema::sync
