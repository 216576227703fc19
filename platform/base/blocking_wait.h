// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace crema::platform {

/// Waiting that holds its thread up, for the few places that have nothing else to do: start and end of the program.
class BlockingWait
{
public:
    virtual ~BlockingWait() = default;
    /// `ms` is at least 0.
    virtual void waitMs(std::int64_t ms) = 0;
};

class SystemBlockingWait final : public BlockingWait
{
public:
    void waitMs(std::int64_t ms) override;
};

} // namespace crema::platform
