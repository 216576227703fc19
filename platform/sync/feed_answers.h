// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// What a device hears that stands at a place of the feed from which it cannot go on (feed_problems.h): 410 where it
/// has to begin anew. What a person should know of is logged.
[[nodiscard]] http::Response refusedPlace(DomainCore &core, const Problem &problem, const http::Context &context);

} // namespace crema::platform
