// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// The points of a customer, and what moved them.
void addPointsRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
