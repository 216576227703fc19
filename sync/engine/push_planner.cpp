// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/push_planner.h"

#include "models/base/planted.h"

namespace crema::sync {
namespace {

/// `{"operations":[` and `]}`.
constexpr qsizetype frameBytes = 18;

struct Numbered {
    const UnsentOperation *operation = nullptr;
    std::int64_t sequence = 0;
};

/// Every operation with its sequence, lowest first.
std::vector<Numbered> numbered(const QList<UnsentOperation> &unsent, std::int64_t epoch, std::int64_t lastSequence)
{
    std::vector<Numbered> result;
    std::int64_t next = lastSequence + 1;
    for (qsizetype i = 0; i < unsent.size(); ++i) {
        const UnsentOperation &operation = unsent[CREMA_PLANTED(SequenceFromTheEnd) ? unsent.size() - 1 - i : i];
        const bool sentBefore = operation.sequence && operation.epoch == epoch;
        result.push_back({&operation, sentBefore ? *operation.sequence : next++});
    }
    std::sort(result.begin(), result.end(),
              [](const Numbered &one, const Numbered &other) { return one.sequence < other.sequence; });
    return result;
}

bool answers(const Acknowledgement &acknowledgement, const PlannedOperation &planned)
{
    const bool unread = acknowledgement.operation.isNull() && acknowledgement.outcome == Outcome::DeadLetter;
    return acknowledgement.sequence == planned.envelope.sequence && (unread || acknowledgement.operation == planned.id);
}

} // namespace

QList<PlannedOperation> planBatch(const QList<UnsentOperation> &unsent, DeviceId device, std::int64_t epoch,
                                  std::int64_t lastSequence, const BatchLimits &limits)
{
    QList<PlannedOperation> batch;
    qsizetype bytes = frameBytes;
    const std::vector<Numbered> all = numbered(unsent, epoch, lastSequence);
    for (const auto &[operation, sequence] : all) {
        if (!batch.isEmpty() && sequence != batch.last().envelope.sequence + 1)
            break;
        Envelope envelope{device, epoch, sequence, 0, operation->bytes};
        bytes += writeEnvelope(envelope).size() + 1;
        if (!CREMA_PLANTED(SendsWithoutBounds) && !batch.isEmpty() &&
            (batch.size() >= limits.operations || bytes > limits.bytes))
            break;
        batch.append({operation->number, operation->id, std::move(envelope)});
    }
    return batch;
}

bool isAnswerTo(const QList<PlannedOperation> &batch, const QList<Acknowledgement> &acknowledgements)
{
    return std::equal(acknowledgements.begin(), acknowledgements.end(), batch.begin(), batch.end(), &answers);
}

} // namespace crema::sync
