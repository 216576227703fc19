// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/role_recording.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/people/role_rules.h"
#include "sync/store/documents.h"
#include "sync/store/people_recording.h"

#include <algorithm>

namespace crema::sync {
namespace {

SubjectRef subjectOf(RoleId role)
{
    return {entity::role.toString(), role.value()};
}

/// The role as it is kept. Two that are called the same are told apart by nobody; made on two devices at once they are
/// there all the same.
Result<OwnRole> recordable(LocalStore &store, const std::optional<OwnRole> &before, const OwnRole &role)
{
    if (const Result<void> enrolled = requireEnrolled(store); !enrolled)
        return failure(enrolled.error());
    const Result<OwnRole> checked = checkedRole(role);
    if (!checked)
        return checked;
    // Two of one name can be changed and retired like others.
    if (before && before->name.compare(checked->name, Qt::CaseInsensitive) == 0)
        return checked;
    const QList<OwnRole> roles = rolesOf(store);
    const bool isTaken = std::ranges::any_of(roles, [&](const OwnRole &other) {
        return other.id != checked->id && other.name.compare(checked->name, Qt::CaseInsensitive) == 0;
    });
    return isTaken ? Result<OwnRole>(failure(roleNameTakenProblem(checked->name))) : checked;
}

} // namespace

QList<OwnRole> rolesOf(LocalStore &store)
{
    QList<OwnRole> roles;
    const QList<QByteArray> documents = store.rows().references(entity::role);
    for (const QByteArray &document : documents) {
        if (const Result<OwnRole> role = codec::readRole(objectOf(document)))
            roles.append(*role);
    }
    std::ranges::sort(roles, [](const OwnRole &a, const OwnRole &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return roles;
}

Result<RoleId> recordNewRole(LocalStore &store, OwnRole role)
{
    if (role.id.isNull())
        role.id = makeId<RoleId>(store.clock().now(), store.randomness());
    const Result<OwnRole> checked = recordable(store, std::nullopt, role);
    if (!checked)
        return failure(checked.error());
    Operation operation = store.newOperation(operation::roleCreate, subjectOf(role.id), body::toJson(*checked));
    operation.schema = body::schemaOf(*checked);
    if (const Result<void> recorded = store.record(operation); !recorded)
        return failure(recorded.error());
    return role.id;
}

Result<void> recordRoleEdit(LocalStore &store, const OwnRole &before, const OwnRole &after)
{
    const Result<OwnRole> checked = recordable(store, before, after);
    if (!checked)
        return failure(checked.error());
    const Edit edit = body::roleEdit(before, *checked);
    if (edit.isEmpty())
        return {};
    Operation operation = store.newOperation(operation::roleEdit, subjectOf(before.id), editToJson(edit));
    operation.schema = body::schemaOfRoleEdit(edit);
    return store.record(operation);
}

} // namespace crema::sync
