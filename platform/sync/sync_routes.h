// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Push, pull and the stream that says 'there is more'.
void addSyncRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
