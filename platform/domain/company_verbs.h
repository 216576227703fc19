// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/program/platform_services.h"

namespace crema::platform {

/// `company create --name N --shop S --country C --owner N --email E --password-file F [--pin-file F] [--currency C]
/// [--time-zone Z] [--tax P] [--reduced-tax P]`: the first step of a database of one's own, with one shop, `main`, and
/// its owner. What is left out follows from the country. Prints the owner's id. Exit code 5 where a company is already.
int createCompanyVerb(const VerbOptions &options, const PlatformParts &parts);

} // namespace crema::platform
