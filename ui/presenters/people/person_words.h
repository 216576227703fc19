// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/role_rules.h"

#include <QLocale>
#include <QString>

namespace crema {

/// "Manager", for people.
[[nodiscard]] QString roleName(Role role);
/// The same of any role; `roles` are the company's own that are known here.
[[nodiscard]] QString roleName(const RoleRef &role, const QList<OwnRole> &roles);

/// What somebody with this role does, in a sentence.
[[nodiscard]] QString roleMeaning(Role role);

/// What somebody with this own role does, in a sentence.
[[nodiscard]] QString roleMeaning(const OwnRole &role);

/// "Allowed", "With a colleague's PIN", "Denied".
[[nodiscard]] QString entitlementName(Entitlement entitlement);
/// "12.5 %" of ten-thousandths.
[[nodiscard]] QString shareText(std::int32_t tenThousandths, const QLocale &locale);
/// The permissions' names in a line; "–" for none.
[[nodiscard]] QString permissionNames(const QList<Permission> &permissions);

/// What a permission lets somebody do: "Change prices".
[[nodiscard]] QString permissionName(Permission permission);

} // namespace crema
