// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feed/snapshot_chunk.h"
#include "sync/client/sync_report.h"
#include "sync/engine/push_planner.h"
#include "sync/engine/quiet_steps.h"
#include "sync/engine/store_access.h"
#include "sync/rest/platform_client.h"

#include <QCoroTask>

#include <functional>
#include <stop_token>

namespace crema::sync {

/// How a round ended, for whoever decides when the next one is due.
struct RoundResult {
    SyncReport report;
    Link link = Link::Online;
    std::optional<std::int64_t> retryAfterMs; ///< asked for by the platform
    std::int64_t spreadMs = 0;                ///< over which the platform wants its clients to come after that
    bool changedData = false;                 ///< the feed brought something
    bool compared = false;                    ///< this store was compared with the platform
    std::optional<Problem> difference;        ///< and did not hold the same
    std::optional<ClientState> state;         ///< of the store at the end of the round, when it was looked at
    bool searchIsStale = false;               ///< and nobody makes it good
    bool isHeldBack = false; ///< a reload has just begun, or waits for rows behind a transaction that still runs
};

/// A chunk of a snapshot that is on its way while the one before is kept.
struct ChunkAhead {
    Cursor cut;
    SnapshotPlace after;
    QStringList types;
    int limit = 0;
    QCoro::Task<Exchange> exchange;
};

/// One round under way. Shared by its coroutines, so that none of them keeps a bare reference across an await.
struct Round {
    std::shared_ptr<const StoreBehind> store;
    std::shared_ptr<PlatformClient> platform;
    std::stop_token stop;
    std::function<void()> moved;       ///< called after each exchange that brought the round forward: it is not stuck
    std::function<void()> loaded = {}; ///< called after each step of a load
    std::function<bool()> isTillOpen = {}; ///< whether somebody may work at this till at any moment; nothing: nobody
    std::function<bool()> isTillUsed = {}; ///< whether somebody looked something up there a moment ago
    RoundResult result = {};
    std::optional<Verdict> stoppedBy = {};     ///< the exchange that ended the sending
    bool bulk = false;                         ///< search waits for the end of the fetch
    bool sendFirst = false;                    ///< the platform lost some operations, which go before anything is read
    bool isUpToDate = false;                   ///< a first load has just followed the feed to its end
    int tooOld = 0;                            ///< how often the platform said so in this round
    bool comparesAnyway = false;               ///< although it was compared a short time ago
    bool fetching = false;                     ///< what changes from now on may be missed by this round
    std::optional<FeedPage> ahead = {};        ///< fetched while a batch was under way, see fetchAhead()
    std::optional<Question> question = {};     ///< the store had nothing else to do when this was to be asked next
    std::optional<RoundEnd> end = {};          ///< nothing came and nothing was left to be done
    std::optional<ChunkAhead> chunkAhead = {}; ///< asked for while the one before is kept
    std::optional<std::int64_t> newest = {};   ///< the last number of the queue when it was looked at
    TillUse use = TillUse::Quiet;              ///< since it was looked at before

    /// Ends the round early for what an exchange came to. The first reason stays.
    void stopFor(const Exchange &exchange);
    /// Ends the round early for a failure here. The first reason stays.
    void stopFor(const Problem &problem);
    /// An answer that is none to what was asked: stop, keep everything, show it (sync.md rule 7).
    void stopForOtherAnswer();
    void count(const QList<Acknowledgement> &acknowledgements);
    /// `number` is the newest of the queue: another one than before was recorded by somebody meanwhile.
    void noteNewest(std::int64_t number)
    {
        use = newest && *newest != number ? TillUse::Selling : TillUse::Quiet;
        newest = number;
    }
    /// Whether the platform was there when the round was stopped, so that it is worth asking what changed.
    [[nodiscard]] bool mayPull() const;
    /// Whether a till is open here, at which every scan waits for what the store does.
    [[nodiscard]] bool mayBeWaitedFor() const { return isTillOpen && isTillOpen(); }
    /// And is scanned at right now.
    [[nodiscard]] bool isWaitedFor() const { return mayBeWaitedFor() && isTillUsed && isTillUsed(); }
};

/// Sends everything and fetches everything, once; ends early where the platform or the network does. Fetching does not
/// wait for an empty queue (sync.md rule 17): where the sending was stopped, no row is kept before the platform said
/// what became of the operations that it may have. A stop is seen after each exchange.
[[nodiscard]] QCoro::Task<RoundResult> runSyncRound(std::shared_ptr<Round> round);

/// What the platform said of this store and of itself before anything is sent.
enum class Identity {
    NotProven, ///< nothing may be sent: the round was stopped
    AsBefore,
    Anew, ///< the store has another epoch now, or the platform was put back: pages of before are of another past
};
/// A store that was copied or restored gets an epoch of its own before it sends anything (sync.md rule 29), and a
/// platform that was put back is asked what it lost, so that an operation never arrives before an earlier one that went
/// lost (rule 12).
[[nodiscard]] QCoro::Task<Identity> proveIdentity(std::shared_ptr<Round> round);
/// Proves the identity and sends until nothing is left. Answers whether everything was sent.
[[nodiscard]] QCoro::Task<bool> pushAll(std::shared_ptr<Round> round);
/// Asks what became of all that was sent without an answer, from here or by another store that has it as well. It is
/// asked after `rows` were read and before they, or those that are staged, are laid below what is pending: whatever
/// they may hold is known then, so that none counts twice in the view. Answers whether the rows may be kept.
[[nodiscard]] QCoro::Task<bool> askForReceipts(std::shared_ptr<Round> round, QList<FeedRow> rows);
/// The same where sharedUpTo() is known for the rows.
[[nodiscard]] QCoro::Task<bool> askForReceiptsUpTo(std::shared_ptr<Round> round, std::int64_t shared);
/// Shows the platform what the auditor's journal has come to, and keeps its signature (sync.md rule 34). The round does
/// not stop for it: what was not countersigned is at the next round.
[[nodiscard]] QCoro::Task<void> countersignAll(std::shared_ptr<Round> round);
/// The same for as many entries as go into one exchange, while operations are sent: only such as were answered are
/// shown. Answers whether it is worth another attempt in this round before the end.
[[nodiscard]] QCoro::Task<bool> countersignSome(std::shared_ptr<Round> round);
/// Compares what is here with what the platform says that this device has to hold, when that is due, and reads anew
/// what is different (sync.md rule 14). The round does not stop for a comparison that cannot be had: the next one
/// tries.
[[nodiscard]] QCoro::Task<void> compareWithPlatform(std::shared_ptr<Round> round);
/// Asks which of the operations that it acknowledged the platform still has; the others are sent again. Answers whether
/// all were asked about.
[[nodiscard]] QCoro::Task<bool> askForAcknowledged(std::shared_ptr<Round> round);
/// Goes on with reading the platform's state anew, if that is under way (docs/adr/017). Answers whether it is not any
/// more.
[[nodiscard]] QCoro::Task<bool> reloadAll(std::shared_ptr<Round> round);
/// For the time that the platform needs for a batch: keeps the page that was fetched ahead, and fetches the one after
/// it into Round::ahead. That one may hold effects of the batch under way, so it is kept when the batch has its answer
/// and nothing is unknown. Any other answer than a page is left to pullAll(): a new epoch of the feed must not be taken
/// up beside a batch, whose answer may tell of what the platform has lost since (sync.md rule 12). Only after pullAll()
/// has once come to the end. Answers whether the round may go on.
[[nodiscard]] QCoro::Task<bool> fetchAhead(std::shared_ptr<Round> round);
/// Keeps the page that was fetched ahead, if there is one. Answers whether the round may go on.
[[nodiscard]] QCoro::Task<bool> keepAhead(std::shared_ptr<Round> round);
/// Fetches until nothing is left. Answers whether everything was fetched.
[[nodiscard]] QCoro::Task<bool> pullAll(std::shared_ptr<Round> round);

} // namespace crema::sync
