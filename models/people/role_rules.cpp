// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people/role_rules.h"

#include "models/text/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

constexpr qsizetype longestRoleName = 60;
constexpr std::int32_t wholeSale = 10'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::RoleRules)
};

/// Each once, in the order in which they are declared: the same rights are the same list.
QList<Permission> inOrder(const QList<Permission> &permissions)
{
    QList<Permission> ordered;
    for (const Permission permission : allPermissions) {
        if (permissions.contains(permission))
            ordered.append(permission);
    }
    return ordered;
}

QList<Permission> approvableBeside(const QList<Permission> &allowed)
{
    QList<Permission> permissions;
    for (const Permission permission : allPermissions) {
        if (mayBeApproved(permission) && !allowed.contains(permission))
            permissions.append(permission);
    }
    return permissions;
}

/// What a built-in role begins one with. The settings of a shop are not known here: those that it begins with are
/// taken.
std::optional<std::int64_t> refundLimitOf(Role role)
{
    switch (role) {
    case Role::Admin:
    case Role::Manager: return std::nullopt;
    case Role::Barista: return SettingValues().number(shop_setting::refundBaristaLimit);
    case Role::Warehouse:
    case Role::Office: return 0;
    }
    Q_UNREACHABLE();
}

/// Of a person the same; who has an own role has what that one says.
std::optional<std::int64_t> refundLimitOf(const Person &person)
{
    if (person.limits)
        return person.limits->refundLimit;
    const auto builtIn = person.role.builtIn();
    return builtIn ? refundLimitOf(*builtIn) : 0;
}

/// Nothing is as much as managers pay back, which no number is above.
bool isRefundWithin(const std::optional<std::int64_t> &inner, const std::optional<std::int64_t> &outer)
{
    return !outer || (inner && *inner <= *outer);
}

Problem beyondRights(const QString &message, const QString &hint)
{
    return {ProblemKind::NotAllowed, QStringLiteral("role.beyond_rights"), message, hint, {}};
}

} // namespace

Rights rightsOf(Role role)
{
    const QList<Permission> allowed = permissionsOf(role);
    return {allowed, approvableBeside(allowed), discountLimit(role), refundLimitOf(role)};
}

Rights rightsOf(const Person &person)
{
    const QList<Permission> withApproval =
        person.limits ? person.limits->withApproval : approvableBeside(person.permissions);
    return {person.permissions, withApproval, discountLimit(person), refundLimitOf(person)};
}

Entitlement entitlementIn(const Rights &rights, Permission permission)
{
    if (rights.allowed.contains(permission))
        return Entitlement::Allowed;
    return rights.withApproval.contains(permission) ? Entitlement::WithApproval : Entitlement::Denied;
}

bool isWithin(const Rights &inner, const Rights &outer)
{
    return inner.discountLimit <= outer.discountLimit && isRefundWithin(inner.refundLimit, outer.refundLimit) &&
           std::ranges::all_of(allPermissions, [&](Permission permission) {
               return entitlementIn(inner, permission) <= entitlementIn(outer, permission);
           });
}

Person withRole(Person person, const std::optional<OwnRole> &role)
{
    const auto own = person.role.own();
    if (!own) {
        person.limits.reset();
        return person;
    }
    const Rights rights = role && role->id == *own ? role->rights : Rights{{}, {}, 0, 0};
    person.permissions = rights.allowed;
    person.limits = RoleLimits{rights.withApproval, rights.discountLimit, rights.refundLimit};
    return person;
}

Result<OwnRole> checkedRole(const OwnRole &role)
{
    OwnRole checked = role;
    checked.name = role.name.simplified();
    checked.rights.allowed = inOrder(role.rights.allowed);
    checked.rights.withApproval = inOrder(role.rights.withApproval);
    checked.rights.withApproval.removeIf([&](Permission each) { return checked.rights.allowed.contains(each); });
    QList<FieldProblem> problems;
    if (checked.name.isEmpty() || checked.name.size() > longestRoleName || !isPlainText(checked.name)) {
        problems.append({QStringLiteral("name"),
                         Texts::tr("Use a name of 1 to %1 characters that can be printed.").arg(longestRoleName)});
    }
    if (roleFromText(checked.name.toLower())) {
        problems.append(
            {QStringLiteral("name"), Texts::tr("A role of every company has this name. Choose another one.")});
    }
    if (!std::ranges::all_of(checked.rights.withApproval, &mayBeApproved)) {
        problems.append({QStringLiteral("with_approval"),
                         Texts::tr("Costs, people, devices and settings are for who may do it alone, or for nobody.")});
    }
    if (checked.rights.discountLimit < 0 || checked.rights.discountLimit > wholeSale)
        problems.append({QStringLiteral("discount_limit"), Texts::tr("Use 0 to 100 %.")});
    const std::int64_t refund = checked.rights.refundLimit.value_or(0);
    if (refund < 0 || refund > largestRefundLimit) {
        problems.append(
            {QStringLiteral("refund_limit"),
             Texts::tr("Use whole units from 0 to %1, or nothing: as much as managers.").arg(largestRefundLimit)});
    }
    if (problems.isEmpty())
        return checked;
    return failure(ProblemKind::Invalid, QStringLiteral("role.rules"), Texts::tr("The role cannot be kept as it is."),
                   Texts::tr("Correct the named fields."), problems);
}

Result<void> checkRoleGrant(const Person &actor, const std::optional<OwnRole> &before, const OwnRole &after)
{
    const Rights held = rightsOf(actor);
    if (before && !isWithin(before->rights, held)) {
        return failure(beyondRights(Texts::tr("%1 may do more than the person who changes it.").arg(before->name),
                                    Texts::tr("Ask somebody who may do as much.")));
    }
    if (!isWithin(after.rights, held)) {
        return failure(beyondRights(Texts::tr("Nobody puts into a role what they may not do themselves."),
                                    Texts::tr("Choose rights and limits within your own, or ask an administrator.")));
    }
    return {};
}

bool mayGrant(const Person &actor, const OwnRole &role)
{
    return actor.may(Permission::PeopleManage) && !role.retired && isWithin(role.rights, rightsOf(actor));
}

Problem roleUnknownProblem()
{
    return {ProblemKind::NotFound,
            QStringLiteral("role.unknown"),
            Texts::tr("There is no such role."),
            Texts::tr("Choose another role, or sync first: it may have been made elsewhere."),
            {}};
}

Problem roleRetiredProblem(const QString &name)
{
    return {ProblemKind::Conflict,
            QStringLiteral("role.retired"),
            Texts::tr("The role %1 is retired and given to nobody any more.").arg(name),
            Texts::tr("Choose another role, or bring this one back first."),
            {}};
}

Problem roleNameTakenProblem(const QString &name)
{
    const QString message = Texts::tr("There is a role called %1 already.").arg(name);
    return {ProblemKind::Conflict,
            QStringLiteral("role.name_taken"),
            message,
            Texts::tr("Use another name, or change that role."),
            {{QStringLiteral("name"), message}}};
}

} // namespace crema
