// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/push_planner.h"

namespace crema::sync {
namespace {

/// `{"operations":[` and `]}`.
constexpr qsizetype frameBytes = 18;

} // namespace

QList<PlannedOperation> planBatch(const QList<UnsentOperation> &unsent, DeviceId device, std::int64_t epoch,
                                  std::int64_t lastSequence, const BatchLimits &limits)
{
    QList<PlannedOperation> batch;
    qsizetype bytes = frameBytes;
    std::int64_t next = lastSequence + 1;
    for (const UnsentOperation &operation : unsent) {
        const bool sentBefore = operation.sequence && operation.epoch == epoch;
        const std::int64_t sequence = sentBefore ? *operation.sequence : next;
        Envelope envelope{device, epoch, sequence, 0, operation.bytes};
        bytes += writeEnvelope(envelope).size() + 1;
        if (!batch.isEmpty() && (batch.size() >= limits.operations || bytes > limits.bytes))
            break;
        if (!sentBefore)
            ++next;
        batch.append({operation.number, std::move(envelope)});
    }
    return batch;
}

} // namespace crema::sync
