// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

namespace crema::sync {

/// Random bytes of the kernel (getrandom), fit for keys.
class SystemRandomness final : public Randomness
{
public:
    void fill(std::span<std::byte> bytes) override;
};

} // namespace crema::sync
