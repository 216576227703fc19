// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/role_rules.h"
#include "sync/client/client_private.h"
#include "sync/store/role_recording.h"

namespace crema::sync {
namespace {

Result<OwnRole> roleOf(LocalStore &local, RoleId id)
{
    const auto role = local.rows().role(id);
    return role ? Result<OwnRole>(*role) : Result<OwnRole>(failure(roleUnknownProblem()));
}

} // namespace

QCoro::Task<Result<QList<OwnRole>>> Client::roles()
{
    return Private::read(d, [](LocalStore &local) -> Result<QList<OwnRole>> { return rolesOf(local); });
}

QCoro::Task<Result<OwnRole>> Client::createRole(OwnRole role)
{
    return Private::write(d, [role](LocalStore &local) -> Result<OwnRole> {
        const Result<RoleId> id = recordNewRole(local, role);
        return id ? roleOf(local, *id) : Result<OwnRole>(failure(id.error()));
    });
}

QCoro::Task<Result<OwnRole>> Client::editRole(OwnRole before, OwnRole after)
{
    return Private::write(d, [before, after](LocalStore &local) -> Result<OwnRole> {
        const Result<void> edited = recordRoleEdit(local, before, after);
        return edited ? roleOf(local, before.id) : Result<OwnRole>(failure(edited.error()));
    });
}

} // namespace crema::sync
