// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// How much of what lies where, by variant: at the device's location, and for who signed in by password wherever they
/// work.
void addStockRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
