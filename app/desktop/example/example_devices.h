// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

namespace crema::desktop {

class ExampleDesk;

/// Tells the example shop of seven devices at two locations: well, at rest, silent, and with something the matter; and
/// of one that was shut out.
void addExampleDevices(ExampleDesk &desk, UtcTime now);

/// The same as known an hour ago: the platform does not answer.
void addKnownDevices(ExampleDesk &desk, UtcTime now);

/// Answers as to somebody who does not manage devices.
void denyDevices(ExampleDesk &desk);

} // namespace crema::desktop
