// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/page_check.h"

namespace crema::sync {

bool isAnswerTo(const Cursor &asked, const FeedPage &page)
{
    if (page.after != asked || (page.horizon && page.horizon->epoch != asked.epoch))
        return false;
    Cursor last = asked;
    for (const FeedRow &row : page.rows) {
        if (row.cursor.epoch != asked.epoch || row.cursor <= last)
            return false;
        last = row.cursor;
    }
    return page.next == last && (!page.more || last != asked);
}

} // namespace crema::sync
