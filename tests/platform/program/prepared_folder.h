// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::testing {

/// Fills `folder` with what the first start of a platform makes there, as a copy: making a cluster, its schema and its
/// keys anew takes longer than most tests. False when it could not be made.
[[nodiscard]] bool fillWithPlatform(const QString &folder);

} // namespace crema::testing
