// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <cstdint>
#include <optional>

namespace crema::sync {

/// sync.md rule 23: a warning above 2 minutes, a grave one (`clock.far_off`) above 10; selling goes on. The offset is
/// the platform's time less that of this machine.
[[nodiscard]] std::optional<Problem> clockWarning(std::int64_t offsetMs);

/// Rows of the feed that this version could not read were set aside.
[[nodiscard]] std::optional<Problem> unreadWarning(std::int64_t rows);

} // namespace crema::sync
