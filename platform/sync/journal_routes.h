// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// `POST /api/v1/journal/entries`.
void addJournalRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
