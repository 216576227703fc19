// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// How much of what lies where: all locations, by variant.
void addStockRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
