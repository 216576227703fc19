// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <vector>

namespace crema::desktop {

/// A clock that stands still, so that a picture is the same each time; it goes on, and what waits is done, when told.
class StillClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return UtcTime(1'795'171'320'000).plusMs(m_passedMs); }
    [[nodiscard]] std::int64_t monotonicMs() const override { return 1'000'000 + m_passedMs; }
    [[nodiscard]] QUuid bootId() const override { return {}; }
    [[nodiscard]] std::unique_ptr<Timer> after(std::int64_t delayMs, std::function<void()> action) override;

    /// Does everything that waits for less than a second; no time passes.
    void settle();
    /// Lets time pass and does what is due by then.
    void pass(std::int64_t ms);

private:
    struct Waiting;
    std::vector<std::weak_ptr<Waiting>> m_waiting;
    std::int64_t m_passedMs = 0;
};

} // namespace crema::desktop
