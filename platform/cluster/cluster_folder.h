// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cluster/cluster_account.h"

namespace crema::platform {

/// Where the parts of a private cluster lie below the data folder of a platform; all paths are absolute.
struct ClusterFolder {
    QString root;   ///< DIR, or the folder in /var/lib/crema that DIR points to
    QString data;   ///< the cluster itself
    QString socket; ///< the server's socket; 0700, and short enough for the system's 107 bytes
    QString log;    ///< the server's own log, one file a weekday
};

/// Makes the folders that are missing, private to the account. Errors: `cluster.folder`.
[[nodiscard]] Result<ClusterFolder> prepareClusterFolder(const QString &dataFolder, const ClusterAccount &account);

} // namespace crema::platform
