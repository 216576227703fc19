// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/scheduler.h"

#include <algorithm>

namespace crema::simulation {

Scheduler::Ticket Scheduler::after(std::int64_t delayMs, std::function<void()> action)
{
    const Ticket ticket{m_nowUs + std::max<std::int64_t>(delayMs, 0) * 1'000, m_next++};
    m_events.emplace(ticket, std::move(action));
    return ticket;
}

bool Scheduler::step(std::int64_t untilMs)
{
    if (m_events.empty() || m_events.begin()->first.first > untilMs * 1'000) {
        m_nowUs = std::max(m_nowUs, untilMs * 1'000);
        return false;
    }
    const auto event = m_events.extract(m_events.begin());
    m_nowUs = event.key().first;
    ++m_steps;
    event.mapped()();
    return true;
}

void Trace::add(std::int64_t nowMs, const QByteArray &line)
{
    const QByteArray whole = QByteArray::number(qint64(nowMs)) + ' ' + line + '\n';
    m_hash.addData(whole);
    if (m_isKept)
        m_lines += whole;
}

} // namespace crema::simulation
