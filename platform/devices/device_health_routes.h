// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Devices tell how they are, managers ask how all are.
///
/// Asking takes the permission `devices.manage`. A device says who stands before it (`person`), as it does in
/// operations: people change by PIN without the platform, and a device proves itself with its key. Answered are the
/// devices of the locations where that person works.
void addDeviceHealthRoutes(http::Router &router, DomainCore &core);

} // namespace crema::platform
