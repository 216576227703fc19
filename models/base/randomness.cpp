// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/randomness.h"

#include <QtGlobal>

#include <array>
#include <bit>
#include <limits>

namespace crema {

std::uint64_t Randomness::below(std::uint64_t bound)
{
    Q_ASSERT(bound > 0);
    // Values past the last whole multiple of the bound would make small results likelier: draw again.
    const std::uint64_t limit =
        std::numeric_limits<std::uint64_t>::max() - std::numeric_limits<std::uint64_t>::max() % bound;
    for (;;) {
        std::array<std::byte, 8> bytes{};
        fill(bytes);
        const auto value = std::bit_cast<std::uint64_t>(bytes);
        if (value < limit)
            return value % bound;
    }
}

} // namespace crema
