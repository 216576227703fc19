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

bool isAnswerTo(const Cursor &cut, const SnapshotPlace &after, const SnapshotChunk &chunk)
{
    const Cursor beginning{cut.epoch, 0, 0};
    const bool fits = cut == beginning ? chunk.cut.epoch == cut.epoch && chunk.cut != beginning : chunk.cut == cut;
    if (!fits || chunk.after != after || (chunk.more && chunk.next == after))
        return false;
    return std::all_of(chunk.rows.begin(), chunk.rows.end(), [&chunk](const FeedRow &row) {
        return !row.deleted && row.cursor.epoch == chunk.cut.epoch && row.cursor <= chunk.cut;
    });
}

} // namespace crema::sync
