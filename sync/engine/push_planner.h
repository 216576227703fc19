// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/envelope.h"
#include "sync/store/operation_queue.h"

namespace crema::sync {

/// How large a batch may be; halved when the platform finds it too large.
struct BatchLimits {
    qsizetype operations = PushRequest::maxOperations;
    qsizetype bytes = PushRequest::maxBytes;

    [[nodiscard]] BatchLimits halved() const
    {
        return {std::max<qsizetype>(1, operations / 2), std::max<qsizetype>(1, bytes / 2)};
    }
};

/// One operation and the sequence it goes under from now on.
struct PlannedOperation {
    std::int64_t number = 0;
    Envelope envelope;
};

/// Chooses the next batch: the oldest unsent operations, as many as fit, at least one. An operation that was sent
/// before keeps its sequence; a new one gets the next after `lastSequence`. Pure.
[[nodiscard]] QList<PlannedOperation> planBatch(const QList<UnsentOperation> &unsent, DeviceId device,
                                                std::int64_t epoch, std::int64_t lastSequence,
                                                const BatchLimits &limits);

} // namespace crema::sync
