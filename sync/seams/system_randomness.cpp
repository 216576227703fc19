// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_randomness.h"

#include <QtGlobal>

#include <cerrno>
#include <sys/random.h>

namespace crema::sync {

void SystemRandomness::fill(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR)
            continue;
        // Without random bytes no id and no key may be made: end here rather than go on with zeros.
        if (count <= 0)
            qFatal("getrandom failed");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

} // namespace crema::sync
