// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/recorder.h"

#include "models/feed/selling_writer.h"
#include "models/operations/apply_selling.h"
#include "models/operations/operation_codec.h"

namespace crema::sync {

Result<void> Recorder::record(const Operation &operation)
{
    m_aggregates.begin(m_queue.nextNumber(), operation.subject);
    const Effect effect = applyOperation(operation, m_aggregates, MergeMode::Replay);
    if (effect.problem)
        return failure(*effect.problem);
    const QByteArray bytes = canonicalBytes(operation);
    m_auditors.append(operation, keep(operation, bytes), bytes);
    return {};
}

Result<void> Recorder::recordSale(const Operation &operation, const Sale &sale)
{
    m_aggregates.begin(m_queue.nextNumber(), operation.subject);
    const Effect effect = applySale(operation, sale, m_aggregates);
    if (effect.problem)
        return failure(*effect.problem);
    const QByteArray bytes = canonicalBytes(operation, codec::canonicalBody(sale));
    const std::int64_t number = keep(operation, bytes);
    m_auditors.append({operation.type, operation.occurredAt, std::nullopt, sale.total}, operation.registerId,
                      operation.id, number, bytes);
    return {};
}

void Recorder::bringIn(const Operation &operation, const QByteArray &bytes)
{
    m_aggregates.begin(m_queue.nextNumber(), operation.subject);
    // Refused where the rows have its effect already.
    [[maybe_unused]] const Effect effect = applyOperation(operation, m_aggregates, MergeMode::Replay);
    // Another register's document: that one has it in its auditor's journal.
    [[maybe_unused]] const std::int64_t number = keep(operation, bytes, MadeAt::Elsewhere);
}

std::int64_t Recorder::keep(const Operation &operation, const QByteArray &bytes, MadeAt madeAt)
{
    m_catalog.refreshSearch();
    const QByteArray hash = payloadHash(bytes);
    const std::int64_t number = m_queue.nextNumber();
    m_queue.add(operation, bytes, hash, m_aggregates.keys(), madeAt);
    m_recorded.append({number, bytes, hash, madeAt});
    return number;
}

} // namespace crema::sync
