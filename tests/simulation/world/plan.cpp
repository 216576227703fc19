// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/plan.h"

#include <algorithm>

namespace crema::simulation {

Plan Plan::draw(Dice &dice)
{
    Plan plan;
    plan.locations = dice.chance(700) ? 1 : static_cast<int>(dice.between(2, 3));
    plan.registers = dice.chance(700) ? static_cast<int>(dice.between(1, 2)) : static_cast<int>(dice.between(3, 6));
    plan.registers = std::max(plan.registers, plan.locations);
    plan.actions = dice.chance(950) ? static_cast<int>(dice.between(4, 30)) : static_cast<int>(dice.between(30, 200));
    // Most of a long time is waiting for the next idle round.
    plan.busyMs = dice.chance(850) ? dice.between(10'000, 90'000) : dice.between(90'000, 900'000);
    const auto sometimes = [&dice](int most) { return dice.chance(500) ? 0 : static_cast<int>(dice.between(0, most)); };
    plan.lost = sometimes(300);
    plan.lostAfter = sometimes(300);
    plan.doubled = sometimes(500);
    plan.delayed = sometimes(500);
    plan.cut = sometimes(150);
    plan.portal = sometimes(100);
    plan.storm = sometimes(200);
    plan.replayed = sometimes(150);
    plan.serialization = sometimes(200);
    plan.lostBefore = sometimes(100);
    plan.lostAfterCommit = sometimes(100);
    plan.interleave = sometimes(200);
    plan.kill = sometimes(150);
    plan.powerCut = sometimes(100);
    plan.clockStep = sometimes(100);
    plan.fullDisk = sometimes(50);
    plan.failedSync = sometimes(50);
    plan.longTransaction = sometimes(150);
    plan.partition = sometimes(100);
    plan.platformRestart = sometimes(50);
    plan.sameEdit = sometimes(250);
    plan.platformRestore = sometimes(40);
    plan.clone = sometimes(60);
    plan.staleBackup = sometimes(80);
    plan.personMoves = sometimes(300);
    plan.absence = sometimes(300);
    plan.freshStart = sometimes(500);
    plan.waitsLong = dice.chance(100);
    plan.rot = sometimes(140);
    plan.failedRead = sometimes(30);
    plan.secondProgram = sometimes(30);
    plan.shutOut = sometimes(30);
    plan.letIn = plan.shutOut > 0 ? sometimes(200) : 0;
    plan.import = dice.chance(30) ? 60 : 0;
    // Sealing a file is slow on purpose. Beside a platform that is put back a till may show its shift without what
    // another one sent of it for a while (docs/reliability.md, 'Open').
    plan.handOver = dice.chance(100) ? 500 : 0;
    if (plan.handOver > 0)
        plan.platformRestore = 0;
    plan.twoPlatforms = dice.chance(250);
    plan.smallPages = dice.chance(150);
    constexpr std::int64_t dayMs = 86'400'000;
    plan.awayMs = dice.chance(80) ? dice.between(20, 120) * dayMs : 0;
    plan.unheard = dice.chance(100) ? static_cast<Plan::Unheard>(dice.between(1, 4)) : Plan::Unheard::No;
    plan.massDelete = sometimes(40);
    plan.roleChange = sometimes(50);
    plan.behindMs = dice.chance(300) ? dice.between(1, 400) : 0;
    // From a die of its own: worlds in which nobody changes people are as they were.
    Dice people = Dice(dice).fork();
    plan.people = people.chance(200) ? static_cast<int>(people.between(50, 400)) : 0;
    plan.roles = plan.people > 0 && people.chance(500);
    Dice settings = people.fork();
    plan.settings = settings.chance(250) ? static_cast<int>(settings.between(30, 250)) : 0;
    Dice erasures = settings.fork();
    plan.erasures = erasures.chance(250) ? static_cast<int>(erasures.between(100, 600)) : 0;
    Dice moves = erasures.fork();
    plan.moves = moves.chance(250) ? static_cast<int>(moves.between(30, 250)) : 0;
    // A platform that was put back to before a move needs somebody who says it again (ADR 046).
    if (plan.moves > 0)
        plan.platformRestore = 0;
    Dice returns = moves.fork();
    plan.returns = returns.chance(350) ? static_cast<int>(returns.between(50, 400)) : 0;
    Dice cash = returns.fork();
    plan.cash = cash.chance(250) ? static_cast<int>(cash.between(50, 400)) : 0;
    Dice gifts = cash.fork();
    plan.gifts = gifts.chance(300) ? static_cast<int>(gifts.between(100, 500)) : 0;
    Dice carts = cash.fork();
    plan.carts = carts.chance(250) ? static_cast<int>(carts.between(50, 400)) : 0;
    Dice promotions = Dice(carts).fork().fork();
    plan.promotions = promotions.chance(200) ? static_cast<int>(promotions.between(200, 700)) : 0;
    Dice bundles = carts.fork();
    plan.bundles = bundles.chance(200) ? static_cast<int>(bundles.between(50, 400)) : 0;
    Dice points = Dice(carts).fork().fork();
    plan.points = points.chance(250) ? static_cast<int>(points.between(50, 400)) : 0;
    Dice merges = Dice(points).fork();
    plan.merges = merges.chance(200) ? static_cast<int>(merges.between(50, 400)) : 0;
    // Where a platform is put back, the provider knows more than it: that somebody has to look at (ADR 061). And a till
    // whose payments are not settled goes nowhere, because its shift stays open. The desk looks every second, which is
    // much in weeks in which nobody is there.
    Dice online = carts.fork().fork();
    if (plan.platformRestore == 0 && plan.moves == 0 && plan.awayMs == 0 && online.chance(500)) {
        plan.online = static_cast<int>(online.between(100, 600));
        plan.unheardOf = online.chance(700) ? static_cast<int>(online.between(50, 500)) : 0;
    }
    return plan;
}

} // namespace crema::simulation
