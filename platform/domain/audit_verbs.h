// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `audit verify [--seal NUMBER:HASH]…`: goes through the whole audit trail and its seals, and names the first entry or
/// seal that is missing or changed. `--seal` is one that somebody noted, from the log: what lies before it is then
/// what it was at that time. Ends with 1 when something is wrong.
int verifyAuditTrail(const VerbOptions &options, const PlatformParts &parts);

/// `audit seal`: seals the trail now instead of within the hour, and prints the seal to note.
int sealAuditTrailNow(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
