// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QUuid>

#include <functional>
#include <memory>

namespace crema {

/// A running timer; destroying it cancels what has not fired yet.
class Timer
{
public:
    virtual ~Timer() = default;
};

/// Time, in every form product code needs it: the wall clock, a clock that never steps, and waiting.
class Clock
{
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual UtcTime now() const = 0;

    /// Milliseconds since the machine started; never goes back within one boot.
    [[nodiscard]] virtual std::int64_t monotonicMs() const = 0;

    /// Changes with every start of the machine, so that monotonic times of two boots are never compared.
    [[nodiscard]] virtual QUuid bootId() const = 0;

    /// Calls `action` once on the calling thread after `delayMs` (at least 0), unless the timer is destroyed first.
    [[nodiscard]] virtual std::unique_ptr<Timer> after(std::int64_t delayMs, std::function<void()> action) = 0;
};

} // namespace crema
