// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/push_steps.h"

#include "sync/engine/reload_steps.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/store_identity.h"

namespace crema::sync {
namespace {

Result<Outgoing> withFeedEpoch(LocalStore &store, QList<PlannedOperation> batch)
{
    if (batch.isEmpty())
        return Outgoing();
    const auto feedEpoch = feedEpochOf(store);
    if (!feedEpoch)
        return failure(feedEpoch.error());
    return Outgoing{std::move(batch), *feedEpoch};
}

std::int64_t lastNumberOf(const QList<PlannedOperation> &batch)
{
    const auto isBefore = [](const PlannedOperation &one, const PlannedOperation &other) {
        return one.number < other.number;
    };
    return std::max_element(batch.begin(), batch.end(), isBefore)->number;
}

/// Whether the store waits for nothing but the answers to this batch, and is in the middle of nothing else.
Result<bool> isSteady(LocalStore &store, const Answered &answered)
{
    return store.read([&]() -> Result<bool> {
        const qsizetype size = answered.batch.size();
        return store.queue().countUnknown(size + 1) == size && !store.reload().state();
    });
}

} // namespace

Result<Outgoing> nextOutgoing(LocalStore &store, const BatchLimits &limits)
{
    Result<QList<PlannedOperation>> batch = takeBatch(store, limits);
    if (!batch)
        return failure(batch.error());
    return withFeedEpoch(store, *std::move(batch));
}

Result<Outgoing> outgoingAfter(LocalStore &store, const Answered &answered, const BatchLimits &limits,
                               const std::optional<KnownStore> &known)
{
    const auto steady = isSteady(store, answered);
    if (!steady)
        return failure(steady.error());
    const auto claim = claimOf(store, known);
    if (!claim)
        return failure(claim.error());
    if (!*steady || *claim)
        return Outgoing();
    Result<QList<PlannedOperation>> batch = takeBatch(store, limits, lastNumberOf(answered.batch));
    if (!batch)
        return failure(batch.error());
    return withFeedEpoch(store, *std::move(batch));
}

Result<Rest> keepAnswers(LocalStore &store, const Answered &answered)
{
    if (const Result<void> kept = keepAcknowledgements(store, answered.batch, answered.acknowledgements); !kept)
        return failure(kept.error());
    return store.read([&]() -> Result<Rest> {
        OperationQueue &queue = store.queue();
        return Rest{queue.hasUnsent(), queue.countUnknown(1) > 0, queue.nextNumber() - 1};
    });
}

} // namespace crema::sync
