// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/devices/device_session.h"
#include "platform/domain/domain_core.h"
#include "platform/identity/attempt_backoff.h"

namespace crema::platform {

/// Enrolment, challenge and token, the routes by which a device gets in and that need no credential; and the epoch of a
/// store that was copied or restored.
void addDeviceRoutes(http::Router &router, DomainCore &core, DeviceSession &session, AttemptBackoff &enrolLimit);

} // namespace crema::platform
