// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "models/base/result.h"
#include "platform/database/connection_pool.h"
#include "platform/identity/access_tokens.h"

namespace crema::platform {

/// Brings the database to this program's schema and puts in the roles, which every database needs.
[[nodiscard]] Result<void> prepareDatabase(Connection &connection);

/// Whether somebody has set up a company here.
[[nodiscard]] bool isSetUp(Connection &connection);

/// A company with one shop, `main`, and the tax classes of its country, so that a first device can be enrolled.
/// Changes nothing where a company is.
void setUpCompany(Connection &connection, UtcTime now, Randomness &randomness);

/// The keys that sign access tokens; the first is made on the first start. `pool` outlives the answer, which reads them
/// anew through it.
[[nodiscard]] Result<std::unique_ptr<AccessTokens>> loadAccessTokens(ConnectionPool &pool, UtcTime now,
                                                                     Randomness &randomness);

} // namespace crema::platform
