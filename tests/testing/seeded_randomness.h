// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <random>

namespace crema::testing {

/// The same bytes for the same seed.
class SeededRandomness final : public Randomness
{
public:
    explicit SeededRandomness(std::uint64_t seed = 1) : m_engine(seed) {}

    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_engine());
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace crema::testing
