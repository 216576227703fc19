// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/feed_row.h"
#include "sync/engine/sync_round.h"
#include "sync/engine/sync_steps.h"

namespace crema::sync {

/// What came of asking for a page of the feed.
struct Fetched {
    std::optional<FeedPage> page; ///< an answer to what was asked
    bool again = false; ///< no page, but something was done about it: look where the store stands and ask anew
};

/// Asks for what changed after the cursor of the question. A feed that began anew starts a reload, and a page that is
/// too large for this side is asked for in smaller ones from now on. Otherwise, without a page, the round is stopped.
[[nodiscard]] QCoro::Task<Fetched> fetchPage(std::shared_ptr<Round> round, Question question);

/// Does something about an exchange that brought no rows. Answers whether it may be asked again; the round is stopped
/// otherwise.
[[nodiscard]] QCoro::Task<bool> answerTo(std::shared_ptr<Round> round, Exchange exchange, Cursor cursor, int limit);

} // namespace crema::sync
