// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Sales, newest first, all or those of a customer, and one by id or number. A device sees those of its own location.
void addSaleRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
