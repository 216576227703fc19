// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/push_planner.h"
#include "sync/rest/platform_client.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What the sending asks of the store, each one step.

/// What goes out next, and the epoch of the feed that it comes after.
struct Outgoing {
    QList<PlannedOperation> batch;
    std::optional<std::int64_t> feedEpoch;
};

/// A batch and the platform's answers to it, one for each.
struct Answered {
    QList<PlannedOperation> batch;
    QList<Acknowledgement> acknowledgements;
};

/// What there is to do after a batch.
struct Rest {
    bool more = false;    ///< to be sent
    bool unknown = false; ///< something was sent once, and its answer is not known
    std::int64_t newest = 0;
};

/// The next batch, its sequences given and kept; an empty one when everything is sent.
[[nodiscard]] Result<Outgoing> nextOutgoing(LocalStore &store, const BatchLimits &limits);
/// The batch after one that was answered and whose answers are kept only while this one is under way. Until then they
/// count as unknown, so there must be nothing else that does: a page that comes beside this batch would not say whether
/// it holds that. Empty when there is anything to be done before: answers to be kept, a store that became another one,
/// a platform that was put back.
[[nodiscard]] Result<Outgoing> outgoingAfter(LocalStore &store, const Answered &answered, const BatchLimits &limits,
                                             const std::optional<KnownStore> &known);
/// Keeps the answers to a batch.
[[nodiscard]] Result<Rest> keepAnswers(LocalStore &store, const Answered &answered);

} // namespace crema::sync
