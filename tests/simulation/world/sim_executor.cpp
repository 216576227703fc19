// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/sim_executor.h"

#include <QCoreApplication>
#include <QEvent>

namespace crema::simulation {

SimExecutor::~SimExecutor()
{
    finish();
}

void SimExecutor::post(std::function<void()> job, sync::Urgency urgency)
{
    const bool isLater = urgency == sync::Urgency::Behind && (m_longestMs > 0 || !m_behind.empty());
    if (!isLater) {
        if (urgency == sync::Urgency::Alone)
            finish();
        job();
        return;
    }
    m_behind.push_back(std::move(job));
    schedule();
}

void SimExecutor::finish()
{
    while (!m_behind.empty())
        runFirst();
}

void SimExecutor::schedule()
{
    if (m_ticket || m_behind.empty())
        return;
    m_ticket = m_scheduler.after(m_dice.between(0, m_longestMs), [this] {
        m_ticket.reset();
        runFirst();
    });
}

void SimExecutor::runFirst()
{
    if (m_ticket)
        m_scheduler.cancel(*std::exchange(m_ticket, std::nullopt));
    const std::function<void()> job = std::move(m_behind.front());
    m_behind.pop_front();
    schedule(); // what the answer leads to comes behind what waits already
    job();
    // Whoever awaits the answer goes on now.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace crema::simulation
