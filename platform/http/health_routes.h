// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/http/client_address.h"
#include "platform/http/router.h"

namespace crema::http {

/// This machine and private networks (RFC 1918, RFC 4193).
inline constexpr QStringView usualMetricsReaders = u"127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7";

/// Adds /health/live (this process answers), /health/ready (every check holds, else 503 with what does not) and
/// /metrics (Prometheus text), which is not there for senders outside `readers`. `checks` and `metrics` must outlive
/// the router.
void addHealthRoutes(Router &router, const platform::ReadyChecks &checks, platform::Metrics &metrics,
                     const AddressRanges &readers);

} // namespace crema::http
