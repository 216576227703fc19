// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/http/router.h"
#include "platform/sync/sync_metrics.h"

#include <memory>

namespace crema::platform {

/// Devices ask what they should hold, and tell when they hold something else (sync.md rule 14). `core` outlives
/// `router`.
void addCheckpointRoutes(http::Router &router, DomainCore &core, const std::shared_ptr<SyncMetrics> &metrics);

} // namespace crema::platform
