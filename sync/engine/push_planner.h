// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/envelope.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// Whether people record operations while a queue is sent.
enum class TillUse { Quiet, Selling };

/// How large a batch may be; halved when the platform finds it too large. Fewer operations than one may hold, so that
/// what the store does with a batch, its answers and its rows is short enough for a sale in between (sync.md rule 26).
struct BatchLimits {
    static constexpr qsizetype mostOperations = 200;
    static constexpr qsizetype fewOperations = 16;

    qsizetype operations = 2 * fewOperations;
    qsizetype bytes = PushRequest::maxBytes;
    qsizetype most = mostOperations; ///< operations, however quiet it is

    [[nodiscard]] BatchLimits halved() const
    {
        const qsizetype half = std::max<qsizetype>(1, operations / 2);
        return {half, std::max<qsizetype>(1, bytes / 2), half};
    }
    /// For the batch after one that was taken: few while somebody sells, whose sale waits for what the store does with
    /// them, and more and more otherwise, which costs less for each.
    [[nodiscard]] BatchLimits after(TillUse use) const
    {
        const qsizetype next = use == TillUse::Selling ? fewOperations : operations * 2;
        return {std::min(next, most), bytes, most};
    }
};

/// One operation and the sequence it goes under from now on.
struct PlannedOperation {
    std::int64_t number = 0;
    OperationId id;
    Envelope envelope;
};

/// Chooses the next batch: at least one of the unsent operations, as many as fit. An operation that was sent before
/// keeps its sequence; a new one gets the next after `lastSequence`. The batch starts at the lowest sequence and ends
/// before the first hole: the platform takes a run without gaps only (sync.md rule 4). Pure.
[[nodiscard]] QList<PlannedOperation> planBatch(const QList<UnsentOperation> &unsent, DeviceId device,
                                                std::int64_t epoch, std::int64_t lastSequence,
                                                const BatchLimits &limits);

/// Whether these are the answers to this batch: one for each operation, in order, under its sequence and its id (a
/// dead letter whose id could not be read has none). Anything else may be an old answer or one to another device, and
/// settles nothing (sync.md rules 3 and 7). Pure.
[[nodiscard]] bool isAnswerTo(const QList<PlannedOperation> &batch, const QList<Acknowledgement> &acknowledgements);

} // namespace crema::sync
