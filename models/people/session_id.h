// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

namespace crema {

/// A person's being signed in on a device, from a sign-in to its end.
using SessionId = Id<struct SessionTag>;

} // namespace crema
