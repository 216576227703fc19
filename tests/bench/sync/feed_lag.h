// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::bench {

/// Goal 20: eight devices write a thousand records a second, a ninth reads the feed; prints how long after the answer
/// to its writer each record was there, and how many never came. `program` is crema-platform.
void feedLag(const QString &program);

} // namespace crema::bench
