// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// `POST /api/v1/auth/refresh`: the next access token of a session. `GET /api/v1/sessions`: who is signed in where.
/// `POST /api/v1/sessions/end`: signs out.
void addSessionRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
