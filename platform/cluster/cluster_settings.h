// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cluster/cluster_folder.h"

namespace crema::platform {

/// Writes postgresql.conf and pg_hba.conf anew, so that an update of the program brings its settings along. A file
/// `local.conf` beside them is read last and is never touched. Errors: `cluster.folder`.
[[nodiscard]] Result<void> writeClusterSettings(const ClusterFolder &folder);

} // namespace crema::platform
