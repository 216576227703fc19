// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody may do, give or forget what they may not, whatever the order in which it comes (ADR 030, 033, 037, 044).
#include "tests/simulation/world/platform_watch.h"

#include "models/feed/entity_codec.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/people/role_rules.h"
#include "tests/simulation/world/template_world.h"

#include <algorithm>

namespace crema::simulation {

namespace {

bool isAmongApplied(const platform::StoredOperation &operation)
{
    const Outcome outcome = operation.acknowledgement.outcome;
    return outcome == Outcome::Applied || outcome == Outcome::Conflict;
}

} // namespace

/// With what their role gives there.
Person PlatformWatch::personIn(const MemoryState &state, PersonId id)
{
    const Person person = state.people.value(id).value;
    const auto own = person.role.own();
    if (!own)
        return person;
    const auto role = state.roles.constFind(*own);
    return withRole(person, role == state.roles.constEnd() ? std::nullopt : std::optional(role->value));
}

/// Nobody holds a permission that was not given to them by somebody who held it (ADR 030).
void PlatformWatch::lookAtPeople()
{
    const MemoryState &now = m_database.state;
    for (auto it = now.people.constBegin(); it != now.people.constEnd(); ++it) {
        const Person person = personIn(now, it.key());
        // The back office gives and takes the role of whoever works at the tills.
        if (person.id == TemplateWorld::instance().person.id)
            continue;
        const QList<Permission> held = personIn(m_before, it.key()).permissions;
        QList<Permission> gained;
        for (const Permission permission : person.permissions) {
            if (!held.contains(permission))
                gained.append(permission);
        }
        if (!gained.isEmpty())
            lookAtGain(person.name, gained);
    }
}

/// No role lets somebody do what nobody who wrote it could do (ADR 037).
void PlatformWatch::lookAtRoles()
{
    for (const auto &[role, revision] : std::as_const(m_database.state.roles)) {
        const QList<Permission> before = m_before.roles.value(role.id).value.rights.allowed;
        QList<Permission> gained;
        for (const Permission permission : role.rights.allowed) {
            if (!before.contains(permission))
                gained.append(permission);
        }
        if (!gained.isEmpty())
            lookAtGain(role.name, gained);
    }
}

/// Role, places and whether somebody may sign in are what one person decided, never a mixture of two (ADR 030): an edit
/// of them is taken whole, or changes none of them.
void PlatformWatch::lookAtRights(const platform::StoredOperation &operation)
{
    const PersonId id(operation.subject.id);
    const Result<Operation> content = readOperation(operation.payload);
    if (operation.type == operation::roleEdit && isAmongApplied(operation) && content)
        lookAtRightsOfRole(*content);
    if (operation.type != operation::personEdit || !isAmongApplied(operation) || !content ||
        !m_before.people.contains(id))
        return;
    lookAtWhole(*content, codec::toJson(m_before.people.value(id).value),
                codec::toJson(m_database.state.people.value(id).value),
                {QStringLiteral("role"), QStringLiteral("active"), QStringLiteral("locations")});
}

/// The same of what a role gives (ADR 037).
void PlatformWatch::lookAtRightsOfRole(const Operation &operation)
{
    const RoleId id(operation.subject.id);
    if (m_before.roles.contains(id)) {
        lookAtWhole(operation, codec::toJson(m_before.roles.value(id).value),
                    codec::toJson(m_database.state.roles.value(id).value),
                    {QStringLiteral("allowed"), QStringLiteral("with_approval"), QStringLiteral("discount_limit"),
                     QStringLiteral("refund_limit"), QStringLiteral("retired")});
    }
}

void PlatformWatch::lookAtWhole(const Operation &operation, const QJsonObject &before, const QJsonObject &now,
                                const QStringList &rights)
{
    const QJsonObject fields = operation.body.value(QStringLiteral("fields")).toObject();
    bool isTaken = false;
    bool isWhole = true;
    for (const QString &right : rights) {
        if (!fields.contains(right))
            continue;
        isTaken = isTaken || before.value(right) != now.value(right);
        // What is left out says the same as null.
        const QJsonValue given = fields.value(right).toObject().value(QStringLiteral("to"));
        isWhole = isWhole && (now.contains(right) ? now.value(right) : QJsonValue(QJsonValue::Null)) == given;
    }
    if (isTaken && !isWhole)
        object(QStringLiteral("a part of what somebody gave to %1 was taken").arg(operation.subject.id.toString()));
}

void PlatformWatch::lookAtGain(const QString &name, const QList<Permission> &gained)
{
    const MemoryState &now = m_database.state;
    const auto holds = [&](const MemoryState &state, PersonId id) {
        const Person giver = personIn(state, id);
        return std::all_of(gained.begin(), gained.end(),
                           [&](Permission permission) { return giver.permissions.contains(permission); });
    };
    bool isGiven = false;
    const auto lookAt = [&](const platform::StoredOperation &operation) {
        const bool isAboutRoles = operation.type.startsWith(QStringLiteral("role."));
        const bool isAboutPeople = isAboutRoles || operation.type.startsWith(QStringLiteral("person.")) ||
                                   operation.type == operation::attentionResolve;
        if (!isAboutPeople || !isAmongApplied(operation))
            return;
        const Result<Operation> content = readOperation(operation.payload);
        if (!content || !content->actor)
            return;
        const PersonId actor = *content->actor;
        // Who writes the role that they have themselves is judged by what it gave before.
        const bool isOwn = isAboutRoles && personIn(now, actor).role == RoleId(operation.subject.id);
        isGiven = isGiven || (!isOwn && holds(now, actor)) || holds(m_before, actor);
    };
    for (auto it = now.operations.constBegin(); it != now.operations.constEnd(); ++it) {
        const auto old = m_before.operations.constFind(it.key());
        if (old == m_before.operations.constEnd() || old->revision != it->revision)
            lookAt(it->value);
    }
    if (!isGiven)
        object(QStringLiteral("%1 got rights from nobody who holds them").arg(name));
}

/// What took effect with somebody's approval did so because they hold what it asks (ADR 033), or the actor does.
void PlatformWatch::lookAtApproval(const platform::StoredOperation &operation)
{
    if (!isAmongApplied(operation) || operation::isFact(operation.type))
        return;
    const Result<Operation> content = readOperation(operation.payload);
    const std::optional<Permission> asked = permissionForOperation(operation.type);
    if (!content || !content->approvedBy || !asked)
        return;
    const auto holds = [&](const MemoryState &state, const std::optional<PersonId> &id) {
        return id && personIn(state, *id).may(*asked);
    };
    const auto either = [&](const std::optional<PersonId> &id) {
        return holds(m_before, id) || holds(m_database.state, id);
    };
    const bool isSelf = content->approvedBy == content->actor;
    if (!either(content->actor) && (isSelf || !either(content->approvedBy)))
        object(QStringLiteral("%1 took effect with the approval of somebody who may not").arg(operation.type));
}

/// Nobody is erased who may still sign in, unless the same transaction kept them from that first (ADR 044).
void PlatformWatch::lookAtErasure(const platform::StoredOperation &operation,
                                  const QList<platform::StoredOperation> &fresh)
{
    const Person person = m_before.people.value(PersonId(operation.subject.id)).value;
    if (operation.type != operation::personErase || !isAmongApplied(operation) || !person.active || person.isErased())
        return;
    const bool isAlone = std::none_of(fresh.begin(), fresh.end(), [&](const platform::StoredOperation &other) {
        return other.id != operation.id &&
               (other.subject == operation.subject || other.type == operation::attentionResolve);
    });
    if (isAlone)
        object(QStringLiteral("somebody was erased who may still sign in"));
}

} // namespace crema::simulation
