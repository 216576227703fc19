// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/base/blocking_wait.h"

#include <optional>

namespace crema::platform {

/// The running server of one cluster, as its postmaster.pid and the system's process list tell it.
struct Postmaster {
    qint64 pid = 0;
    QString socketFolder;
    bool isReady = false;

    /// The server of that cluster, or nothing. A process that merely got the old number is not mistaken for it: it
    /// must run a program named postgres in exactly this folder.
    [[nodiscard]] static std::optional<Postmaster> find(const QString &dataFolder);
};

/// Waits until the server of the cluster takes connections. Errors: `cluster.not_ready`; `cluster.ended` when the
/// process `launchedPid` (0: none to watch) has ended instead.
[[nodiscard]] Result<Postmaster> waitUntilReady(const QString &dataFolder, qint64 launchedPid, std::int64_t timeoutMs,
                                                BlockingWait &wait);

/// Ends the server: connections are closed and everything is written (fast); if that takes longer than `fastMs`, it
/// ends at once and repairs itself at its next start (immediate). Errors: `cluster.does_not_stop`.
[[nodiscard]] Result<void> stopServer(const QString &dataFolder, std::int64_t fastMs, BlockingWait &wait);

} // namespace crema::platform
