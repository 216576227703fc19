// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/roles_presenter.h"

#include "models/people/role_rules.h"
#include "sync/client/reading_right.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::RolesPresenter)
};

tl::unexpected<Problem> unfitting(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, u"change.value"_s, message, hint);
}

tl::unexpected<Problem> nothingFits(const QString &words)
{
    return failure(ProblemKind::NotFound, u"role.unknown"_s,
                   Texts::tr("No role of your own is called \"%1\".").arg(words),
                   Texts::tr("Run \"crema role list\" to see them."));
}

tl::unexpected<Problem> severalFit(const QString &words)
{
    return failure(ProblemKind::Invalid, u"role.ambiguous"_s, Texts::tr("More than one role fits \"%1\".").arg(words),
                   Texts::tr("Write more of the name, or the id from \"crema role list\"."));
}

Result<void> setEntitlement(Rights &rights, Permission permission, const QString &value)
{
    if (value != u"allow"_s && value != u"approval"_s && value != u"deny"_s) {
        return unfitting(Texts::tr("\"%1\" is not how somebody stands to a right.").arg(value),
                         Texts::tr("Write allow, approval or deny."));
    }
    rights.allowed.removeAll(permission);
    rights.withApproval.removeAll(permission);
    if (value == u"allow"_s)
        rights.allowed.append(permission);
    else if (value == u"approval"_s)
        rights.withApproval.append(permission);
    return {};
}

Result<void> setDiscount(Rights &rights, const QString &value)
{
    bool isNumber = false;
    const double percent = value.toDouble(&isNumber);
    if (!isNumber || percent < 0 || percent > 100)
        return unfitting(Texts::tr("\"%1\" is no share of a sale.").arg(value),
                         Texts::tr("Write a percentage from 0 to 100, for example 12.5."));
    rights.discountLimit = static_cast<std::int32_t>(std::lround(percent * 100));
    return {};
}

Result<void> setRefund(Rights &rights, const QString &value)
{
    if (value.compare(u"manager"_s, Qt::CaseInsensitive) == 0) {
        rights.refundLimit.reset();
        return {};
    }
    bool isNumber = false;
    const qlonglong units = value.toLongLong(&isNumber);
    if (!isNumber || units < 0 || units > largestRefundLimit)
        return unfitting(Texts::tr("\"%1\" is no limit of what is paid back.").arg(value),
                         Texts::tr("Write whole units of the shop's currency, for example 50, or manager: as much as "
                                   "managers."));
    rights.refundLimit = units;
    return {};
}

/// What a new role begins with.
Result<OwnRole> begunFrom(const QString &from, const QList<HeldRole> &known)
{
    OwnRole role;
    if (const auto builtIn = roleFromText(from.trimmed().toLower())) {
        role.base = *builtIn;
        role.rights = rightsOf(*builtIn);
        return role;
    }
    const auto own = std::ranges::find_if(known, [&](const HeldRole &other) {
        return other.role.name.compare(from.trimmed(), Qt::CaseInsensitive) == 0;
    });
    if (own == known.end()) {
        return unfitting(Texts::tr("There is no role \"%1\".").arg(from),
                         Texts::tr("Write a built-in role such as barista, or the name of one of your own."));
    }
    role.base = own->role.base;
    role.rights = own->role.rights;
    return role;
}

HeldRole withHolders(const OwnRole &role, const QList<Person> &people)
{
    HeldRole held{role, {}};
    for (const Person &person : people) {
        if (person.role == role.id)
            held.holders.append(person.name);
    }
    return held;
}

} // namespace

Result<void> applyRoleChange(OwnRole &role, const QString &change)
{
    const qsizetype equals = change.indexOf(u'=');
    if (equals < 1)
        return failure(ProblemKind::Invalid, u"change.unreadable"_s, Texts::tr("\"%1\" is not a change.").arg(change),
                       Texts::tr("Write FIELD=VALUE, for example prices.edit=approval."));
    const QString name = change.left(equals).trimmed().toLower();
    const QString value = change.mid(equals + 1).trimmed();
    if (name == u"name") {
        role.name = value;
        return {};
    }
    if (name == u"discount")
        return setDiscount(role.rights, value);
    if (name == u"refund")
        return setRefund(role.rights, value);
    if (const auto permission = permissionFromText(name))
        return setEntitlement(role.rights, *permission, value.toLower());
    QStringList names;
    for (const Permission permission : allPermissions)
        names.append(permissionText(permission));
    return failure(ProblemKind::Invalid, u"change.unknown_field"_s,
                   Texts::tr("A role has no field \"%1\" to change.").arg(name),
                   Texts::tr("It has: name, discount, refund, %1.").arg(names.join(u", "_s)));
}

QCoro::Task<Result<QList<HeldRole>>> RolesPresenter::list() const
{
    sync::Client &client = m_client;
    if (const Result<void> right = sync::mayRead(client.state(), Reading::People); !right)
        co_return failure(right.error());
    const Result<QList<Person>> people = co_await client.everybody();
    if (!people)
        co_return failure(people.error());
    const Result<QList<OwnRole>> roles = co_await client.roles();
    if (!roles)
        co_return failure(roles.error());
    QList<HeldRole> held;
    for (const OwnRole &role : *roles)
        held.append(withHolders(role, *people));
    co_return held;
}

QCoro::Task<Result<HeldRole>> RolesPresenter::held(Result<OwnRole> role) const
{
    if (!role)
        co_return failure(role.error());
    const OwnRole kept = *role;
    sync::Client &client = m_client;
    const Result<QList<Person>> people = co_await client.everybody();
    if (!people)
        co_return failure(people.error());
    co_return withHolders(kept, *people);
}

QCoro::Task<Result<HeldRole>> RolesPresenter::byWords(QString words) const
{
    const Result<QList<HeldRole>> roles = co_await list();
    if (!roles)
        co_return failure(roles.error());
    QList<HeldRole> found;
    for (const HeldRole &held : *roles) {
        const bool isIt = held.role.id.toString() == words || held.role.name.compare(words, Qt::CaseInsensitive) == 0;
        if (isIt)
            co_return held;
        if (held.role.name.contains(words, Qt::CaseInsensitive))
            found.append(held);
    }
    if (found.isEmpty())
        co_return nothingFits(words);
    if (found.size() > 1)
        co_return severalFit(words);
    co_return found.first();
}

QCoro::Task<Result<HeldRole>> RolesPresenter::create(QString name, QString from, QStringList changes) const
{
    sync::Client &client = m_client;
    const Result<QList<HeldRole>> known = co_await list();
    if (!known)
        co_return failure(known.error());
    const Result<OwnRole> begun = begunFrom(from, *known);
    if (!begun)
        co_return failure(begun.error());
    OwnRole role = *begun;
    role.name = name;
    for (const QString &change : changes) {
        if (const Result<void> applied = applyRoleChange(role, change); !applied)
            co_return failure(applied.error());
    }
    co_return co_await held(co_await client.createRole(role));
}

QCoro::Task<Result<HeldRole>> RolesPresenter::edit(QString words, QStringList changes) const
{
    sync::Client &client = m_client;
    const Result<HeldRole> before = co_await byWords(words);
    if (!before)
        co_return failure(before.error());
    OwnRole after = before->role;
    for (const QString &change : changes) {
        if (const Result<void> applied = applyRoleChange(after, change); !applied)
            co_return failure(applied.error());
    }
    co_return co_await held(co_await client.editRole(before->role, after));
}

QCoro::Task<Result<HeldRole>> RolesPresenter::setRetired(QString words, bool retired) const
{
    sync::Client &client = m_client;
    const Result<HeldRole> before = co_await byWords(words);
    if (!before)
        co_return failure(before.error());
    OwnRole after = before->role;
    after.retired = retired;
    co_return co_await held(co_await client.editRole(before->role, after));
}

} // namespace crema::presenters
