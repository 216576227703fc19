// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/feed_epoch.h"

namespace crema::platform {

std::int64_t loadFeedEpoch(Connection &connection)
{
    return connection.run("sync/load_epoch").number(0, 0);
}

} // namespace crema::platform
