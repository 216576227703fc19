// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/uuid7.h"

#include <array>
#include <cstddef>

namespace crema {

QUuid makeUuid7(UtcTime now, Randomness &randomness)
{
    std::array<std::byte, 16> bytes{};
    randomness.fill(bytes);
    const auto ms = static_cast<std::uint64_t>(now.msSinceEpoch());
    for (int i = 0; i < 6; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<std::byte>(ms >> (40 - 8 * i));
    bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x70};
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), 16));
}

} // namespace crema
