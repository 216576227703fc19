// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <optional>

namespace crema {

/// Tells the second half of a double press from a press of its own where the first one brought something else under
/// the finger: one press does one thing. The clock outlives it.
class PressGuard final
{
public:
    /// What is pressed this soon after a press that counted is its second half.
    static constexpr std::int64_t spanMs = 300;

    explicit PressGuard(const Clock &clock) : m_clock(clock) {}

    /// Whether this press counts. `pressMs` is when it was made, in milliseconds of any one clock, where that is known:
    /// a slow machine handles the second half long after the first one.
    [[nodiscard]] bool takes(std::optional<std::int64_t> pressMs = {})
    {
        const std::int64_t now = m_clock.monotonicMs();
        const bool isHandledAtOnce = m_takenMs && now - *m_takenMs < spanMs;
        const bool isMadeAtOnce = pressMs && m_pressMs && *pressMs != *m_pressMs && *pressMs - *m_pressMs < spanMs;
        if (isHandledAtOnce || isMadeAtOnce)
            return false;
        m_takenMs = now;
        m_pressMs = pressMs;
        return true;
    }

private:
    const Clock &m_clock;
    std::optional<std::int64_t> m_takenMs;
    std::optional<std::int64_t> m_pressMs;
};

} // namespace crema
