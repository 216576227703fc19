// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

namespace crema::sync {

/// The clocks of this machine; timers need an event loop on the calling thread.
class SystemClock final : public Clock
{
public:
    SystemClock();

    [[nodiscard]] UtcTime now() const override;
    [[nodiscard]] std::int64_t monotonicMs() const override;
    [[nodiscard]] QUuid bootId() const override { return m_bootId; }
    [[nodiscard]] std::unique_ptr<Timer> after(std::int64_t delayMs, std::function<void()> action) override;

private:
    QUuid m_bootId;
};

} // namespace crema::sync
