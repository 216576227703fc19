// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/base/blocking_wait.h"
#include "platform/cluster/cluster_account.h"
#include "platform/cluster/cluster_lock.h"

#include <memory>

namespace crema::platform {

/// How to reach the database of a private cluster.
struct ConnectionInfo {
    QString url; ///< for libpq: "postgresql://crema@/crema?host=…"
    qint64 serverPid = 0;
    bool isTakenOver = false; ///< the server ran already, left behind by a platform that was killed
};

/// The PostgreSQL that the platform keeps in its own data folder: made at the first start, without a TCP port, and
/// ended together with this object. Blocks its thread while it starts and stops.
class PrivateCluster
{
public:
    /// Whether a cluster was made below that data folder before.
    [[nodiscard]] static bool exists(const QString &dataFolder);
    /// Makes the folder and the cluster if need be, and starts the server or takes over the one left behind. A verb
    /// (ClusterUse::Moment) attaches to the server of a running platform and leaves it running.
    /// Errors: `cluster.programs_missing`, `cluster.in_use`, `cluster.folder`, `cluster.no_account`,
    /// `cluster.program_failed`, `cluster.not_ready`.
    [[nodiscard]] static Result<std::unique_ptr<PrivateCluster>> start(const QString &dataFolder, ClusterUse use,
                                                                       BlockingWait &wait);
    /// The same with an account of the caller's choice.
    [[nodiscard]] static Result<std::unique_ptr<PrivateCluster>>
    startAs(const ClusterAccount &account, const QString &dataFolder, ClusterUse use, BlockingWait &wait);

    /// Stops like stop().
    ~PrivateCluster();
    PrivateCluster(const PrivateCluster &) = delete;
    PrivateCluster &operator=(const PrivateCluster &) = delete;

    [[nodiscard]] const ConnectionInfo &connection() const { return m_connection; }

    /// Ends the server unless it belongs to another platform; takes at most `fastMs` and a good second more.
    Result<void> stop(std::int64_t fastMs = 2'500);

private:
    PrivateCluster(const QString &clusterFolder, std::unique_ptr<ClusterLock> lock, const ConnectionInfo &connection,
                   BlockingWait &wait);

    QString m_clusterFolder;
    std::unique_ptr<ClusterLock> m_lock; ///< null when attached to the server of another program
    ConnectionInfo m_connection;
    BlockingWait &m_wait;
};

} // namespace crema::platform
