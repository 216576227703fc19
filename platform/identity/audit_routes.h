// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// `GET /api/v1/audit`: what was done and by whom, for who manages people.
void addAuditRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
