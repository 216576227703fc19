// SPDX-License-Identifier: GPL-3.0-or-later
// Each mistake that can be planted in product code is found, or the simulation looks past what it is there for.
#include "models/base/planted.h"
#include "tests/simulation/world/simulation.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace crema::planted {

namespace {

Mistake active = Mistake::None;

} // namespace

bool isActive(Mistake mistake)
{
    return mistake == active;
}

} // namespace crema::planted

namespace crema::simulation {
namespace {

using planted::Mistake;

struct Planted {
    const char *name;
    Mistake mistake;
    std::uint64_t seed; ///< the first one that finds it, as docs/reliability.md says
};

class Plants : public ::testing::TestWithParam<Planted>
{
protected:
    void TearDown() override { planted::active = Mistake::None; }
};

/// A world that objects without the mistake says nothing about it.
bool finds(Mistake mistake, std::uint64_t seed)
{
    planted::active = mistake;
    const bool isGood = simulate(seed).isGood();
    planted::active = Mistake::None;
    return !isGood && simulate(seed).isGood();
}

/// A world is drawn otherwise once there is more to draw, so that another seed may be the first to find it: the known
/// one is asked first, which is quick. With CREMA_PLANTS_ANEW=1 it is not, and each tells the first seed.
TEST_P(Plants, AreFound)
{
    constexpr std::uint64_t most = 1'500;
    const Planted &plant = GetParam();
    ASSERT_TRUE(simulate(plant.seed).isGood()) << "without the mistake, which makes what all worlds begin with too";
    if (!qEnvironmentVariableIsSet("CREMA_PLANTS_ANEW") && finds(plant.mistake, plant.seed))
        return;
    std::uint64_t seed = 1;
    while (seed <= most && !finds(plant.mistake, seed))
        ++seed;
    EXPECT_LE(seed, most) << plant.name << " was not found";
    std::printf("%s is found by seed %llu\n", plant.name, static_cast<unsigned long long>(seed));
}

INSTANTIATE_TEST_SUITE_P(Simulation, Plants,
                         ::testing::Values(Planted{"KeepsPagesUnasked", Mistake::KeepsPagesUnasked, 218},
                                           Planted{"LeavesAtItsAnswer", Mistake::LeavesAtItsAnswer, 4},
                                           Planted{"CursorBeforeRows", Mistake::CursorBeforeRows, 11},
                                           Planted{"SequenceFromTheEnd", Mistake::SequenceFromTheEnd, 1},
                                           Planted{"UnknownIsSaved", Mistake::UnknownIsSaved, 12},
                                           Planted{"PartOfATransaction", Mistake::PartOfATransaction, 10},
                                           Planted{"AcceptsWhoIsShutOut", Mistake::AcceptsWhoIsShutOut, 11},
                                           Planted{"CountsTheBanknote", Mistake::CountsTheBanknote, 1},
                                           Planted{"ForgetsTheTip", Mistake::ForgetsTheTip, 1},
                                           Planted{"OpensTheShiftAgain", Mistake::OpensTheShiftAgain, 16},
                                           Planted{"GivesWhatIsNotHeld", Mistake::GivesWhatIsNotHeld, 359},
                                           Planted{"PutsInWhatIsNotHeld", Mistake::PutsInWhatIsNotHeld, 14},
                                           Planted{"MixesRights", Mistake::MixesRights, 780},
                                           Planted{"TakesAnyApproval", Mistake::TakesAnyApproval, 1406},
                                           Planted{"LateWordsStay", Mistake::LateWordsStay, 82},
                                           Planted{"QueueKeepsWords", Mistake::QueueKeepsWords, 17},
                                           Planted{"ErasesWhoMaySignIn", Mistake::ErasesWhoMaySignIn, 96},
                                           Planted{"MovesWithOpenShift", Mistake::MovesWithOpenShift, 40},
                                           Planted{"KeepsTheRowsItHad", Mistake::KeepsTheRowsItHad, 3},
                                           Planted{"ClaimsAreForgotten", Mistake::ClaimsAreForgotten, 19},
                                           Planted{"NeverTriesAgain", Mistake::NeverTriesAgain, 1},
                                           Planted{"TellsTheToken", Mistake::TellsTheToken, 1},
                                           Planted{"RedeemsUnbooked", Mistake::RedeemsUnbooked, 7},
                                           Planted{"PaysBackTwice", Mistake::PaysBackTwice, 20},
                                           Planted{"PointsStayTaken", Mistake::PointsStayTaken, 187},
                                           Planted{"SendsWithoutBounds", Mistake::SendsWithoutBounds, 283},
                                           Planted{"LastTakerHasTheCart", Mistake::LastTakerHasTheCart, 1053},
                                           Planted{"UnknownIsFailed", Mistake::UnknownIsFailed, 6},
                                           Planted{"StandsBesideAll", Mistake::StandsBesideAll, 326}),
                         [](const auto &planted) { return std::string(planted.param.name); });

} // namespace
} // namespace crema::simulation
