// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

namespace crema::platform {

/// Says to stderr what went wrong and what to do, and gives the exit code for it. To a program that started this one
/// and has set CREMA_PROBLEMS=json it is said as one line of JSON, a problem document (RFC 9457) with its stable code.
[[nodiscard]] int complainAbout(const Problem &problem);

} // namespace crema::platform
