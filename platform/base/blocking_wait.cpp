// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/blocking_wait.h"

#include <poll.h>

namespace crema::platform {

void SystemBlockingWait::waitMs(std::int64_t ms)
{
    ::poll(nullptr, 0, static_cast<int>(ms));
}

} // namespace crema::platform
