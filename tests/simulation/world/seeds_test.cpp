// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/simulation.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

TEST(Simulation, TheSameSeedGivesTheSameWorld)
{
    for (const std::uint64_t seed : {3u, 14u, 159u}) {
        const WorldOutcome first = simulate(seed);
        const WorldOutcome second = simulate(seed);
        EXPECT_EQ(first.digest, second.digest) << seed;
        EXPECT_EQ(first.steps, second.steps) << seed;
    }
    EXPECT_NE(simulate(1).digest, simulate(2).digest);
}

TEST(Simulation, NothingIsLostOrDoubledInFiveHundredWorlds)
{
    Counts counts;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const WorldOutcome outcome = simulate(seed);
        ASSERT_TRUE(outcome.isGood()) << "seed " << seed << ": " << qPrintable(outcome.objection);
        for (auto it = outcome.counts.constBegin(); it != outcome.counts.constEnd(); ++it)
            counts[it.key()] += it.value();
    }
    // Every kind of fault has happened, or the worlds are tamer than they should be.
    for (const char *fault : {"network.lost",         "network.lost_after",  "network.doubled",
                              "network.cut",          "network.portal",      "network.storm",
                              "network.replayed",     "network.partition",   "database.serialization",
                              "database.lost_before", "database.lost_after", "database.long_transaction",
                              "platform.restart",     "platform.restore",    "till.killed",
                              "till.power_cut",       "clock.step",          "person.same_edit",
                              "person.decision",      "person.taken_back",   "store.cloned",
                              "store.restored",       "person.moves",        "till.fresh",
                              "feed.pruned",          "store.rotted",        "store.mended",
                              "till.shut_out",        "till.second_program", "disk.read_failed",
                              "clock.years",          "person.away",         "health.unheard",
                              "platform.mass_delete", "person.role"})
        EXPECT_GT(counts.value(fault), 20) << fault;
    // What is known of people, and where devices are, changes in some worlds only.
    for (const char *rare : {"privacy.customer_corrected", "privacy.customer_erased", "privacy.person_changed",
                             "privacy.person_erased", "device.move_wanted"})
        EXPECT_GT(counts.value(rare), 20) << rare;
    // Carts whose sum PromotionOracle said as well, and those among them that promotions made cheaper.
    EXPECT_GT(counts.value("promotion.compared"), 50);
    EXPECT_GT(counts.value("promotion.given"), 20);
    // Only where two tills of a shop stand beside each other, and one has something to hand over.
    EXPECT_GT(counts.value("store.handed_over"), 5);
    EXPECT_GT(counts.value("person.import"), 3);
}

/// Each mistake is found, or the simulation looks past what it is there for.
TEST(Simulation, FindsWhatIsPlanted)
{
    for (const Plant plant :
         {Plant::FeedByPosition, Plant::ReceiptsForgotten, Plant::SyncThatLies, Plant::EffectWithoutReceipt,
          Plant::PriceMergedSilently, Plant::RestoreWithoutEpoch, Plant::KnowsWhatItLost, Plant::EpochNotRaised,
          Plant::PruningUntold, Plant::SnapshotCutTooLate, Plant::DocumentsRewritten, Plant::EntryAfterTheSale,
          Plant::CheckpointsUntold, Plant::MassDeleteTaken, Plant::AuditKeepsWords}) {
        std::uint64_t seed = 1;
        while (seed <= 500 && simulate(seed, false, plant).isGood())
            ++seed;
        EXPECT_LE(seed, 500u) << "plant " << static_cast<int>(plant) << " was not found";
        RecordProperty("plant_" + std::to_string(static_cast<int>(plant)), std::to_string(seed));
    }
}

} // namespace
} // namespace crema::simulation
