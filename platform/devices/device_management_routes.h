// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// What people who manage devices do with them from any device (docs/devices.md): codes for new ones and for those that
/// come in again, names, and shutting out. Whoever asks signed in themselves; a PIN does not do.
void addDeviceManagementRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
