// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/system_user.h"

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace crema::platform {

QString systemUserName()
{
    // Not the environment: anybody sets that as they like.
    const uid_t id = getuid();
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> texts{};
    if (getpwuid_r(id, &entry, texts.data(), texts.size(), &found) != 0 || !found)
        return QString::number(id);
    return QString::fromLocal8Bit(found->pw_name);
}

} // namespace crema::platform
