// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `session list [--email E]`: who is signed in, on which device and until when.
[[nodiscard]] int listSessionsVerb(const VerbOptions &options, const PlatformParts &parts);

/// `session end ID` or `session end --email E`: signs out one, or everything of a person.
[[nodiscard]] int endSessionVerb(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
