// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

namespace crema::platform {

/// The machine's clock. now() and monotonicMs() may be called by any thread; after() needs the event loop of the
/// thread that calls it, which in the platform is the main thread.
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

} // namespace crema::platform
