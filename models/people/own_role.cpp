// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/own_role.h"

namespace crema {

QString roleText(const RoleRef &role)
{
    const auto builtIn = role.builtIn();
    return builtIn ? roleText(*builtIn) : role.own()->toString();
}

std::optional<RoleRef> roleRefFromText(QStringView text)
{
    if (const auto builtIn = roleFromText(text))
        return RoleRef(*builtIn);
    const auto own = RoleId::fromString(text);
    return own ? std::optional(RoleRef(*own)) : std::nullopt;
}

} // namespace crema
