// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace crema::sync {

/// Whether one address of the platform is worth a try (sync.md rule 22). It opens after 5 failures in a row, or when
/// half of the last 20 exchanges failed; then one probe at a time finds out whether it is back. Times are milliseconds
/// of the monotonic clock. It decides between addresses only: nothing local and no person's wish ever waits for it.
class Breaker
{
public:
    static constexpr int failuresInARow = 5;
    static constexpr int window = 20;
    static constexpr std::int64_t firstPauseMs = 5'000;
    static constexpr std::int64_t longestPauseMs = 60'000;

    /// An exchange begins: until it ends or the pause is over, no other takes the place of the probe.
    void began(std::int64_t nowMs);
    void succeeded();
    void failed(std::int64_t nowMs);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int failures() const { return m_inARow; } ///< in a row
    /// When an address that failed is tried first again; the pause doubles with each failure.
    [[nodiscard]] std::int64_t probeAtMs() const { return m_probeAtMs; }
    [[nodiscard]] bool isHealthy(std::int64_t nowMs) const { return m_inARow == 0 || nowMs >= m_probeAtMs; }

private:
    void remember(bool failed);
    [[nodiscard]] std::int64_t pauseMs() const;

    std::uint32_t m_last = 0; ///< the last exchanges, the newest in the lowest bit; 1 is a failure
    int m_seen = 0;
    int m_inARow = 0;
    std::int64_t m_probeAtMs = 0;
    bool m_open = false;
};

} // namespace crema::sync
