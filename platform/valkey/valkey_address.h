// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace crema::platform {

/// Where Valkey or Redis is, and who we are there.
struct ValkeyAddress {
    QString host;
    int port = 6379;
    QString socketPath; ///< of a Unix socket; empty: `host` and `port` count
    QString user;       ///< empty: the default one
    QString password;   ///< empty: none is asked for
    int database = 0;

    /// Reads `redis://USER:PASSWORD@HOST:6379/0`, the same with `valkey://`, or `unix:///PATH?db=0`. Errors:
    /// `usage.valkey`, which never quotes the text.
    [[nodiscard]] static Result<ValkeyAddress> fromUrl(const QString &text);

    /// For the log: without user and password.
    [[nodiscard]] QString place() const;
};

} // namespace crema::platform
