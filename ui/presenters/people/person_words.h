// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/person.h"

#include <QString>

namespace crema {

/// "Manager", for people.
[[nodiscard]] QString roleName(Role role);

/// What somebody with this role does, in a sentence.
[[nodiscard]] QString roleMeaning(Role role);

/// What a permission lets somebody do: "Change prices".
[[nodiscard]] QString permissionName(Permission permission);

} // namespace crema
