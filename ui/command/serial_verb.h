// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/grammar.h"

namespace crema::command {

/// `crema scanner serial`: the scanner at a serial port of this device.
[[nodiscard]] Verb serialVerb();

} // namespace crema::command
