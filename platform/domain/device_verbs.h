// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `device list`: a line for each device: register, id, when it was enrolled and shut out, name.
int listDevices(const VerbOptions &options, const PlatformParts &parts);

/// `device revoke REGISTER|ID`: shuts a device out that was lost or is not used any more. Nothing is taken from it from
/// then on, also while its access token still holds. Prints up to where everything arrived from it.
int revokeDevice(const VerbOptions &options, const PlatformParts &parts);

/// `device readmit REGISTER|ID`: prints the one-time code that lets a device in again that was shut out, alone on the
/// last line.
int readmitDevice(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
