// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at of a till.
#include "models/operations/operation_types.h"
#include "sync/store/deletion_guard.h"
#include "tests/simulation/world/answer_of.h"
#include "tests/simulation/world/sim_register.h"

#include <algorithm>

namespace crema::simulation {

QString SimRegister::objectionToView() const
{
    if (!isOpen() || !m_client->state().openShift)
        return {};
    // A backup of everything shows what was when it was made, until the platform is heard: nothing here tells
    // otherwise.
    if (m_syncsFirst && !hasSyncedAgain())
        return {};
    const Shift &shift = *m_client->state().openShift;
    const std::int64_t taken = m_taken.value(shift.id);
    const std::int64_t moved = m_moved.value(shift.id);
    if (m_inDoubt.contains(shift.id))
        return {};
    if (shift.movedTotal.minor() != moved)
        return QStringLiteral("the shift shows %1 moved when it were %2").arg(shift.movedTotal.minor()).arg(moved);
    if (shift.cashTotal.minor() == taken)
        return {};
    return QStringLiteral("the shift shows %1 in cash when %2 were paid").arg(shift.cashTotal.minor()).arg(taken);
}

QString SimRegister::objectionToJournal()
{
    return isOpen() ? m_journal.objectionTo(*m_client) : QString();
}

QString SimRegister::objectionToCopy() const
{
    return m_differed && !m_rotted ? QStringLiteral("held something else than the platform") : QString();
}

QString SimRegister::objectionToCatalog()
{
    if (m_world.plan.massDelete == 0 || m_hasAgreed || !isOpen())
        return {};
    const auto count = answerOf(m_client->productCount());
    if (!count || !*count)
        return {};
    m_mostArticles = std::max(m_mostArticles, **count);
    // Those that the person was not allowed to make go with the answer, and a platform that was put back forgets it.
    const auto &operations = m_world.platform.database().state.operations;
    const std::int64_t refused = std::count_if(operations.cbegin(), operations.cend(), [](const auto &stored) {
        return stored.value.type == operation::productCreate &&
               stored.value.acknowledgement.outcome == Outcome::Refused;
    });
    m_refusedArticles = std::max(m_refusedArticles, refused);
    using Guard = sync::DeletionGuard;
    const std::int64_t unasked =
        std::max(Guard::fewRows, std::min(Guard::mostRows, m_mostArticles * Guard::mostPercent / 100));
    if (**count >= m_mostArticles - unasked - m_refusedArticles)
        return {};
    return QStringLiteral("%1 of %2 articles are left").arg(**count).arg(m_mostArticles);
}

bool SimRegister::needsSomebody() const
{
    return !m_client || !m_client->state().open || m_client->state().deletion ||
           m_client->state().link == sync::Link::NeedsSignIn || m_client->state().link == sync::Link::Stopped;
}

bool SimRegister::isAtRest() const
{
    if (m_isGone)
        return true;
    // What costs least is asked first: worlds are looked at twice a second until they rest.
    if (!isOpen() || m_isComingIn || m_client->state().load || !m_network.isCaughtUp())
        return false;
    const bool isSame = !m_rotted || (!m_client->state().comparison.isOpen && isComparedSinceRot());
    return isSame && isHeardOf() && isCountersigned() && !TillWatch::isSearchStale(*m_client) && !hasUnanswered();
}

bool SimRegister::hasUnanswered() const
{
    const sync::QueueCounts &queue = m_client->state().queue;
    return queue.unsent() > 0 || (queue.receipted > 0 && queue.receipted > waitingForSomebody());
}

std::int64_t SimRegister::waitingForSomebody() const
{
    constexpr int most = 1'000;
    const auto list = answerOf(m_client->attention(most));
    if (!list || !*list)
        return 0;
    const auto &operations = m_world.platform.database().state.operations;
    return std::count_if((*list)->waiting.cbegin(), (*list)->waiting.cend(), [&](const sync::WaitingItem &item) {
        const auto stored = operations.constFind(item.operation);
        return stored != operations.constEnd() && stored->value.acknowledgement.outcome == Outcome::Waiting;
    });
}

bool SimRegister::isComparedSinceRot() const
{
    const std::optional<UtcTime> at = m_client->state().comparison.at;
    return at && at != m_comparedBeforeRot;
}

bool SimRegister::isHeardOf() const
{
    const auto &health = m_world.platform.database().state.health;
    const auto told = health.constFind(origin().entry.device);
    return m_world.plan.unheard != Plan::Unheard::No || (told != health.constEnd() && told->second.waiting == 0);
}

bool SimRegister::isCountersigned() const
{
    const std::optional<QByteArray> newest = m_journal.newestHash();
    const auto &heads = m_world.platform.database().state.journalHeads;
    return newest && (newest->isEmpty() || std::any_of(heads.cbegin(), heads.cend(), [&newest](const auto &head) {
                          return head.value.head.hash == *newest;
                      }));
}

QString SimRegister::objectionNow()
{
    if (m_objection.isEmpty())
        m_objection = objectionToView();
    if (m_objection.isEmpty())
        m_objection = objectionToCopy();
    if (m_objection.isEmpty())
        m_objection = objectionToJournal();
    if (m_objection.isEmpty())
        m_objection = m_network.objection();
    if (!m_objection.isEmpty() || !isOpen() || m_disk.files().changingCalls() == m_lookedAt)
        return m_objection;
    m_objection = objectionToCatalog();
    // What the disk made of rows is found and mended in the till's own time; then all of it has to be right again.
    const sync::StoreComparison &comparison = m_client->state().comparison;
    if (m_rotted && isComparedSinceRot() && !comparison.isOpen && comparison.different.isEmpty())
        m_rotted = m_differed = false;
    if (m_objection.isEmpty() && !m_rotted)
        m_objection = m_watch.look(*m_client);
    m_lookedAt = m_disk.files().changingCalls();
    return m_objection;
}

} // namespace crema::simulation
