// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/push_planner.h"
#include "sync/rest/platform_client.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// What the engine asks of the store, each one step in one transaction.

/// The next batch of operations after this number of the queue, its sequences given and kept, or nothing when
/// everything is sent.
[[nodiscard]] Result<QList<PlannedOperation>> takeBatch(LocalStore &store, const BatchLimits &limits,
                                                        std::int64_t after = 0);
/// Keeps the platform's answers to a batch, one for each; in the same transaction requests that took no effect leave
/// the view, so that a refused price is never sold at (sync.md rule 2).
[[nodiscard]] Result<void> keepAcknowledgements(LocalStore &store, const QList<PlannedOperation> &batch,
                                                const QList<Acknowledgement> &acknowledgements);
/// What the next pull asks: the rows after the last one that was stored, so many at most.
struct Question {
    Cursor after;
    int limit = 0;
    /// A person is asked whether so much may go: once about all of it, and not for each small page.
    bool isAboutDeletion = false;
};
[[nodiscard]] Result<Question> nextQuestion(LocalStore &store);
/// A page of so many rows (at least 1) was too much for this side: from now on at most `limit`, also after a restart.
[[nodiscard]] Result<void> keepPageLimit(LocalStore &store, int limit);
/// Page and cursor in one transaction. A page that no longer follows the cursor, because another round was faster, is
/// dropped: its rows are asked for again. Answers whether anything here is different now.
[[nodiscard]] Result<bool> keepPage(LocalStore &store, const FeedPage &page);
/// Up to which number of the queue another store may have sent what is unsent here when these rows were read: it was
/// exported, or the rows, or those that came before, tell of another store of this device (sync.md rules 29 and 30).
/// 0: none of it. What is recorded later is in no row that was read before, so it is asked once for a page: it reads
/// every register. A copy that was made counts for everything, for ever: when it was made, nobody here knows.
[[nodiscard]] Result<std::int64_t> sharedUpTo(LocalStore &store, const QList<FeedRow> &rows);
/// Whether another store may have sent something that was not answered here: it has a number up to sharedUpTo(), or it
/// was brought in, and whoever made it came back with it. It may be under way from here as well.
[[nodiscard]] Result<bool> mayBeSentElsewhere(LocalStore &store, std::int64_t sharedUpTo);
/// The next operations after this number that were not answered and that rows of the platform may hold: sent from here,
/// brought in, or perhaps sent elsewhere. At most maxKnownReceipts.
[[nodiscard]] Result<QList<UnsentOperation>> unansweredAfter(LocalStore &store, std::int64_t number,
                                                             std::int64_t sharedUpTo);
/// Whether there are any.
[[nodiscard]] Result<bool> hasUnanswered(LocalStore &store, std::int64_t sharedUpTo);
/// Keeps what the platform has of operations that were sent without an answer.
[[nodiscard]] Result<void> keepReceipts(LocalStore &store, const QList<Acknowledgement> &acknowledgements);
/// See LocalStore::noteSynced().
[[nodiscard]] Result<void> noteSynced(LocalStore &store);
/// Keeps the clock offset when it differs from the one kept by more than was measured wrong (sync.md rule 23).
[[nodiscard]] Result<void> noteClock(LocalStore &store, const ClockSample &sample);

} // namespace crema::sync
