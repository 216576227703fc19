// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "platform/database/connection.h"

namespace crema::platform {

/// Fills a database without a company with Lumen & Loam Coffee (resources/demo): places, people, catalog, stock,
/// customers and the 30 days of sales before `now`, all of them pushed as operations like those of any device. The
/// same `now` makes the same company. Carries on, with the moment of then, where an earlier call was cut short. Errors:
/// `demo.refused` when an operation did not take effect.
[[nodiscard]] Result<void> fillDemoCompany(Connection &connection, UtcTime now);

/// Whether a call of fillDemoCompany() was cut short: its company is there, but not whole.
[[nodiscard]] bool isDemoBegun(Connection &connection);

} // namespace crema::platform
