// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sync_report.h"
#include "sync/engine/store_access.h"
#include "sync/rest/platform_client.h"

#include <QCoroTask>

#include <stop_token>

namespace crema::sync {

/// How a round ended, for whoever decides when the next one is due.
struct RoundResult {
    SyncReport report;
    Link link = Link::Online;
    std::optional<std::int64_t> retryAfterMs; ///< asked for by the platform
    bool changedData = false;                 ///< the feed brought something
};

/// Sends everything and fetches everything, once; ends early where the platform or the network does.
/// A stop is seen after each exchange.
[[nodiscard]] QCoro::Task<RoundResult> runSyncRound(std::shared_ptr<StoreAccess> store,
                                                    std::shared_ptr<PlatformClient> platform, std::stop_token stop);

} // namespace crema::sync
