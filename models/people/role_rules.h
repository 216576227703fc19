// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/people/approval.h"

namespace crema {

/// What a built-in role gives.
[[nodiscard]] Rights rightsOf(Role role);
/// What somebody has, whether or not they may sign in.
[[nodiscard]] Rights rightsOf(const Person &person);
[[nodiscard]] Entitlement entitlementIn(const Rights &rights, Permission permission);
/// Whether whoever has `outer` has all of `inner`: for each thing at least as much, and as high a limit.
[[nodiscard]] bool isWithin(const Rights &inner, const Rights &outer);

/// The person with what their own role gives now. A role that is not known here gives nothing; a built-in one leaves
/// the person as they are.
[[nodiscard]] Person withRole(Person person, const std::optional<OwnRole> &role);

/// The role as it is kept: its name without blanks around it, each right once and in order. Errors: `role.rules` with
/// the fields.
[[nodiscard]] Result<OwnRole> checkedRole(const OwnRole &role);

/// Whether `actor` may make `after` of `before` (nothing: a new role). Nobody puts into a role what they do not have,
/// nor changes one that gives more than they have. Errors: `role.beyond_rights`.
[[nodiscard]] Result<void> checkRoleGrant(const Person &actor, const std::optional<OwnRole> &before,
                                          const OwnRole &after);

/// Whether the roles that somebody with these rights gives include this one.
[[nodiscard]] bool mayGrant(const Person &actor, const OwnRole &role);

/// There is no such role: `role.unknown`.
[[nodiscard]] Problem roleUnknownProblem();
/// It is given to nobody any more: `role.retired`.
[[nodiscard]] Problem roleRetiredProblem(const QString &name);
/// Another role is called so: `role.name_taken`.
[[nodiscard]] Problem roleNameTakenProblem(const QString &name);

} // namespace crema
