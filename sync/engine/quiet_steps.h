// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/sync_steps.h"
#include "sync/rest/platform_client.h"

namespace crema::sync {

/// Most rounds find nothing to do. What they look at is looked at in one visit to the store before the exchange and in
/// one after it, since each visit costs two changes of threads.

/// What a store has to do before it sends.
struct Duty {
    std::optional<EpochClaim> claim;  ///< an epoch of its own
    std::optional<Location> movesTo;  ///< with which it goes to this place
    bool asksWhatIsLost = false;      ///< the platform was put back
    std::optional<Question> question; ///< neither, and nothing to send or to read anew: what the round goes on with
};

/// `known`: what the platform has said of this store.
[[nodiscard]] Result<Duty> dutyOf(LocalStore &store, const std::optional<KnownStore> &known);

/// Where a complete round left the store.
struct RoundEnd {
    QueueCounts queue;
    ClientState state;
    bool searchIsStale = false; ///< see LocalStore::isSearchStale()
};

/// Keeps what the round has found out about the clock, if it has, and when it was complete, if it was.
[[nodiscard]] Result<RoundEnd> endRound(LocalStore &store, bool complete, const std::optional<ClockSample> &sample);
/// The same for a complete round, when nothing is left that belongs before its end: operations to be sent, entries of
/// the journal to be countersigned, a comparison that is due (or made `anyway`).
[[nodiscard]] Result<std::optional<RoundEnd>> endIfQuiet(LocalStore &store, bool anyway,
                                                         const std::optional<ClockSample> &sample);

} // namespace crema::sync
