// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world/counts.h"

#include <QString>

#include <cstdint>

namespace crema::simulation {

/// A mistake that is built in on purpose, to see whether the simulation finds it. Each takes away what one rule of
/// sync.md asks of a part below the product's own code: the database, the disk, the network's answers.
enum class Plant {
    None,
    FeedByPosition,       ///< rule 9: rows are handed out although something can still come before them
    ReceiptsForgotten,    ///< rule 3: the platform loses its receipts and operations when it is restarted
    SyncThatLies,         ///< rule 26: the disk says that it has synced and has not
    EffectWithoutReceipt, ///< rule 3: the effect is committed, the receipt is not
    PriceMergedSilently,  ///< rule 18: the platform takes every price, whatever it was that the editor saw
    RestoreWithoutEpoch,  ///< rule 12: a backup is put back and the feed goes on under its old epoch
    MassDeleteTaken,      ///< rule 28: what asks before the catalog goes is answered without looking
    KnowsWhatItLost,      ///< rule 12: a platform that was put back still says that it has what it lost
    EpochNotRaised,       ///< rule 29: a copied store is given the epoch of the one it was copied from
    PruningUntold,        ///< rule 13: a tombstone leaves the feed, and whoever misses it is not told so
    SnapshotCutTooLate,   ///< rule 15: a snapshot is cut where transactions are still under way
    DocumentsRewritten,   ///< rule 34: the platform keeps what operations say, and not their bytes
    CheckpointsUntold,    ///< rule 14: no till is told what it should hold
    AuditKeepsWords,      ///< ADR 044: what the audit trail says of a person stays when they are erased
    EntryAfterTheSale,    ///< rule 34: a till's journal is written after the sale is saved, so a crash leaves it behind
};

/// How one world ended.
struct WorldOutcome {
    std::uint64_t seed = 0;
    QString objection; ///< empty: everything held
    QByteArray trace;  ///< the lines, when they were asked for
    QByteArray digest; ///< SHA-256 of the lines, in hex
    Counts counts;
    std::uint64_t steps = 0;

    [[nodiscard]] bool isGood() const { return objection.isEmpty(); }
};

/// Makes the world of a seed, lets people work in it while things go wrong, ends the faults, waits until it should be
/// quiet, and compares everything.
[[nodiscard]] WorldOutcome simulate(std::uint64_t seed, bool keepTrace = false, Plant plant = Plant::None);

} // namespace crema::simulation
