// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Customers as lists and one by one; `q` finds them by name, address or telephone number.
void addCustomerRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
