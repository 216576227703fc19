// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"

namespace crema::sync {

/// Whether `page` is the answer to a pull that asked with `asked`: it says so itself, its rows ascend in (asked, next],
/// `next` is the last of them, all of one epoch, and `more` comes with progress. An old or foreign page would move the
/// cursor over rows that were never stored (sync.md rule 11). Pure.
[[nodiscard]] bool isAnswerTo(const Cursor &asked, const FeedPage &page);

} // namespace crema::sync
