// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `enroll-code --location L [--user E]`: prints a one-time code alone on the last line.
int giveEnrolCode(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
