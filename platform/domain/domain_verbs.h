// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `user create --email E --role R --password-file F [--name N]`: makes a person, or gives an existing one a new
/// password and role. Prints the id.
int createUser(const VerbOptions &options, const PlatformParts &parts);

/// `enroll-code --location L [--user E]`: prints a one-time code alone on the last line.
int giveEnrolCode(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
