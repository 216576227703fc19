// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/apply.h"

namespace crema {

[[nodiscard]] Effect refusedFor(const Problem &problem);
/// The body does not read.
[[nodiscard]] Effect unreadableFor(const Problem &problem);
/// `subject.exists`
[[nodiscard]] Effect subjectIsThere();
/// `subject.unknown`
[[nodiscard]] Effect subjectIsGone();

} // namespace crema
