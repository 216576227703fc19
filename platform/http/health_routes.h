// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/http/router.h"

namespace crema::http {

/// Adds /health/live (this process answers), /health/ready (every check holds, else 503 with what does not) and
/// /metrics (Prometheus text). Both arguments must outlive the router.
void addHealthRoutes(Router &router, const platform::ReadyChecks &checks, platform::Metrics &metrics);

} // namespace crema::http
