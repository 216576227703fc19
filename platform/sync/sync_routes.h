// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// The problem with the number that is expected next as a member of its own, so that a device can go on from there.
[[nodiscard]] http::Response gapResponse(const Problem &problem, const QUuid &requestId);

/// Push, pull and the stream that says 'there is more'.
void addSyncRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
