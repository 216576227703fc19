// SPDX-License-Identifier: GPL-3.0-or-later
// A till that is carried to another shop, or gets another number (ADR 046).
#include "models/selling/shift_rules.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

namespace crema::simulation {

LocationId SimRegister::here() const
{
    const bool isKnown = m_client && m_client->state().location;
    return isKnown ? m_client->state().location->id : origin().location.id;
}

std::optional<RegisterId> SimRegister::registerNow() const
{
    const bool isKnown = m_client && m_client->state().registerInfo;
    return isKnown ? std::optional(m_client->state().registerInfo->id) : std::nullopt;
}

bool SimRegister::isLeaving() const
{
    return m_leaves && m_leaves == registerNow() && m_world.scheduler.nowMs() < m_leavesUntilMs;
}

void SimRegister::prepareToLeave(std::int64_t forMs)
{
    m_watch.mayMove();
    if (!isOpen())
        return;
    m_leavesUntilMs = m_world.scheduler.nowMs() + forMs;
    m_leaves = registerNow();
    if (m_client->state().openShift) {
        // Whoever leaves counts what is there: a large difference would wait for a manager.
        m_mayNotClose = false;
        const auto closed = answerOf(m_client->closeShift(expectedCash(*m_client->state().openShift)));
        note(closed && *closed
                 ? "closes its shift to leave"
                 : "closes no shift to leave: " + (closed ? closed->error().code.toUtf8() : QByteArray()));
        m_mayNotClose = closed && !*closed && closed->error().code == QLatin1String("auth.not_allowed");
        m_journal.documentWasMade();
    }
    restartIfDead();
}

void SimRegister::hearOfMove(bool isRough)
{
    m_watch.mayMove();
    if (!isOpen())
        return;
    stop();
    if (m_disk.files().isDead()) {
        restartIfDead();
        return;
    }
    note("is started again, because it is to move");
    start();
    if (isRough && isOpen())
        crash(m_erasureDice.chance(500) ? Crash::Kill : Crash::PowerCut, true);
}

void SimRegister::sellWhereItIs()
{
    if (!isOpen())
        return;
    if (!m_client->state().openShift)
        changeShift();
    if (isOpen())
        sell();
    restartIfDead();
}

} // namespace crema::simulation
