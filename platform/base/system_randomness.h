// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

namespace crema::platform {

/// The kernel's random bytes; any thread may call it.
class SystemRandomness final : public Randomness
{
public:
    void fill(std::span<std::byte> bytes) override;
};

} // namespace crema::platform
