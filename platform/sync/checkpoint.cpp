// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/checkpoint.h"

#include "platform/sync/feed_problems.h"

namespace crema::platform {

Result<Checkpoint> checkpointAt(SyncStorage &storage, const Cursor &at, const QStringList &audiences)
{
    const FeedDigests digests = storage.digests(at, audiences);
    if (digests.epoch != at.epoch)
        return failure(otherEpoch(digests.epoch));
    if (at.xid >= digests.nextXid)
        return failure(aheadOfFeed());
    Checkpoint checkpoint{at, digests.hasMore, {}};
    for (auto it = digests.types.constBegin(); it != digests.types.constEnd(); ++it) {
        if (!checkpoint.moved && isCompared(it.key()))
            checkpoint.types.insert(it.key(), it.value());
    }
    return checkpoint;
}

} // namespace crema::platform
