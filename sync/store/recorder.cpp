// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/recorder.h"

#include "models/operations/apply.h"
#include "models/operations/operation_codec.h"

namespace crema::sync {

Result<void> Recorder::record(const Operation &operation)
{
    m_aggregates.begin();
    const Effect effect = applyOperation(operation, m_aggregates, MergeMode::Replay);
    if (effect.problem)
        return failure(*effect.problem);
    m_catalog.refreshSearch();
    const QByteArray bytes = canonicalBytes(operation);
    const QByteArray hash = payloadHash(bytes);
    m_queue.add(operation, bytes, hash, m_aggregates.touched());
    m_recorded.append({bytes, hash});
    return {};
}

} // namespace crema::sync
