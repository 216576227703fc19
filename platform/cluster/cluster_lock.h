// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/base/blocking_wait.h"

#include <memory>

namespace crema::platform {

/// What the holder of a data folder does with it.
enum class ClusterUse {
    Serve,  ///< a platform that stays
    Moment, ///< a verb that needs the database for its moment
};

/// The mark that one program has a data folder in its hands. The system takes it away with the program, however that
/// ends, so there is no stale lock.
class ClusterLock
{
public:
    ~ClusterLock();
    ClusterLock(const ClusterLock &) = delete;
    ClusterLock &operator=(const ClusterLock &) = delete;

    /// Nothing (a null pointer) when a platform serves the folder and `use` is Moment: attach to it. A verb that
    /// holds the folder is waited for, at most 20 seconds. Errors: `cluster.in_use`, `cluster.folder`.
    [[nodiscard]] static Result<std::unique_ptr<ClusterLock>> take(const QString &dataFolder, ClusterUse use,
                                                                   BlockingWait &wait);

private:
    explicit ClusterLock(int file) : m_file(file) {}
    int m_file;
};

} // namespace crema::platform
