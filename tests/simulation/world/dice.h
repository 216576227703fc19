// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"

#include <random>

namespace crema::simulation {

/// All chance of a world comes from its seed.
class Dice final : public Randomness
{
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_engine());
    }
    /// From `low` to `high`, both included.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    /// True in `perMille` of 1,000 cases.
    [[nodiscard]] bool chance(std::int64_t perMille) { return between(0, 999) < perMille; }
    template<class List>
    [[nodiscard]] const auto &oneOf(const List &list)
    {
        return list.at(static_cast<decltype(list.size())>(between(0, static_cast<std::int64_t>(list.size()) - 1)));
    }
    /// A die of its own, so that more throws here change nothing elsewhere.
    [[nodiscard]] Dice fork() { return Dice(m_engine()); }

private:
    std::mt19937_64 m_engine;
};

} // namespace crema::simulation
