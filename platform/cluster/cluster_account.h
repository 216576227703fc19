// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

namespace crema::platform {

/// Under whom the server runs. PostgreSQL refuses to run as root, and only looks at the number that it sees itself.
struct ClusterAccount {
    enum class Kind {
        Self,      ///< an ordinary user: nothing to do
        Namespace, ///< root, seen as `postgres` inside a user namespace; files stay root's
        Postgres,  ///< root where namespaces are refused: the account `postgres`, in a folder of its own
    };
    Kind kind = Kind::Self;
    QStringList prefix; ///< goes before every command line of a server program
    uint uid = 0;       ///< owner of the files that the server writes, as seen from here
    uint gid = 0;
};

/// Tries what this machine allows. Errors: `cluster.no_account` for root without namespaces and without `postgres`.
[[nodiscard]] Result<ClusterAccount> findClusterAccount();

} // namespace crema::platform
