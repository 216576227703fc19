// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace crema::platform {

/// Loads a record once; what the unit knows of it already goes first.
template<class Map, class Key, class Load>
auto loadOnce(Map &map, const Key &key, Load load)
{
    if (const auto *known = map.find(key))
        return known->value;
    const auto stored = load();
    if (!stored)
        return map.loaded(key, std::nullopt).value;
    return map.loaded(key, stored->value, stored->revision).value;
}

} // namespace crema::platform
