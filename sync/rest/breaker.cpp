// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rest/breaker.h"

#include <algorithm>
#include <bit>

namespace crema::sync {

void Breaker::began(std::int64_t nowMs)
{
    if (m_inARow > 0)
        m_probeAtMs = nowMs + pauseMs();
}

void Breaker::succeeded()
{
    remember(false);
    if (m_open) {
        // The probe came through: what was before it does not count any more.
        m_last = 0;
        m_seen = 0;
    }
    m_open = false;
    m_inARow = 0;
    m_probeAtMs = 0;
}

void Breaker::failed(std::int64_t nowMs)
{
    remember(true);
    ++m_inARow;
    const bool halfOfWindow = m_seen == window && std::popcount(m_last) * 2 >= window;
    m_open = m_open || m_inARow >= failuresInARow || halfOfWindow;
    m_probeAtMs = nowMs + pauseMs();
}

void Breaker::remember(bool failed)
{
    constexpr std::uint32_t mask = (1U << window) - 1;
    m_last = ((m_last << 1) | (failed ? 1U : 0U)) & mask;
    m_seen = std::min(m_seen + 1, window);
}

std::int64_t Breaker::pauseMs() const
{
    const int doublings = std::clamp(m_inARow - 1, 0, 4);
    return std::min(longestPauseMs, firstPauseMs << doublings);
}

} // namespace crema::sync
