// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply_roles.h"

#include "models/base/planted.h"
#include "models/operations/bodies.h"
#include "models/operations/refusals.h"
#include "models/people/role_rules.h"

namespace crema {
namespace {

/// The role as it is to be kept.
Result<OwnRole> acceptable(const Operation &operation, Aggregates &aggregates, MergeMode mode,
                           const std::optional<OwnRole> &before, const OwnRole &after)
{
    const Result<OwnRole> checked = checkedRole(after);
    if (!checked || CREMA_PLANTED(PutsInWhatIsNotHeld))
        return checked;
    const auto actor = operation.actor ? aggregates.person(*operation.actor) : std::nullopt;
    if (!actor && mode == MergeMode::Replay)
        return checked;
    // Whom the platform does not know has nothing at all.
    const Result<void> allowed = checkRoleGrant(actor.value_or(Person()), before, *checked);
    return allowed ? checked : Result<OwnRole>(failure(allowed.error()));
}

} // namespace

Effect applyRoleCreate(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const Result<OwnRole> body = body::readRoleCreate(operation);
    if (!body)
        return unreadableFor(body.error());
    if (aggregates.role(body->id))
        return subjectIsThere();
    const Result<OwnRole> role = acceptable(operation, aggregates, mode, std::nullopt, *body);
    if (!role)
        return refusedFor(role.error());
    aggregates.save(*role);
    return {};
}

Effect applyRoleEdit(const Operation &operation, Aggregates &aggregates, MergeMode mode)
{
    const EditableFields &allowed = body::roleFields();
    const Result<Edit> edit = readEdit(operation.body, allowed);
    if (!edit)
        return unreadableFor(edit.error());
    const std::optional<OwnRole> current = aggregates.role(RoleId(operation.subject.id));
    if (!current)
        return subjectIsGone();
    const MergeResult merge = mergeEdit(codec::toJson(*current), *edit, allowed, mode);
    const Result<OwnRole> merged = codec::readRole(merge.entity);
    if (!merged)
        return refusedFor(merged.error());
    const Result<OwnRole> role = acceptable(operation, aggregates, mode, current, *merged);
    if (!role)
        return refusedFor(role.error());
    if (!(*role == *current))
        aggregates.save(*role);
    return {merge.conflicts.isEmpty() ? Outcome::Applied : Outcome::Conflict, std::nullopt, merge.conflicts, {}};
}

} // namespace crema
