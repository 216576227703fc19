// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Shifts with what closed them, and movements of cash, newest first. A device sees those of its own location.
void addShiftRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
