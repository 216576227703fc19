// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `reader list`: each register and the payment provider's name of the card reader beside it.
int listReaders(const VerbOptions &options, const PlatformParts &parts);
/// `reader set REGISTER READER`: "MAIN-1 tmr_…"; "-" for none any more.
int setReader(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
