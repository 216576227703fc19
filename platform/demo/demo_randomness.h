// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <random>

namespace crema::platform {

/// The same bytes at every run: for made-up data only, never for keys or codes.
class DemoRandomness final : public Randomness
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_engine());
    }

private:
    std::mt19937_64 m_engine{20261120};
};

} // namespace crema::platform
