// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace crema {

/// The only source of random bytes in product code; the simulation gives a seeded one.
class Randomness
{
public:
    virtual ~Randomness() = default;

    /// Fills the whole span; the programs' source is fit for keys.
    virtual void fill(std::span<std::byte> bytes) = 0;

    /// A number below `bound` (which is at least 1), every value equally likely.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
};

} // namespace crema
