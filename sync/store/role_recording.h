// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/own_role.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// The roles of the company that this device knows, also the retired ones; by name.
[[nodiscard]] QList<OwnRole> rolesOf(LocalStore &store);

/// Record changes of roles; each function is called inside LocalStore::write(). Errors: `device.not_enrolled`,
/// `role.name_taken`, and those of models/people/role_rules.h.

/// The id is made when it is null.
[[nodiscard]] Result<RoleId> recordNewRole(LocalStore &store, OwnRole role);
[[nodiscard]] Result<void> recordRoleEdit(LocalStore &store, const OwnRole &before, const OwnRole &after);

} // namespace crema::sync
