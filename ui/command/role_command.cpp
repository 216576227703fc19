// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_codec.h"
#include "ui/command/commands.h"
#include "ui/command/session.h"
#include "ui/presenters/services.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;
using presenters::HeldRole;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::RoleCommand)
};

QList<Column> roleColumns()
{
    return {{u"name"_s, Texts::tr("Name")},
            {u"base"_s, Texts::tr("Made from")},
            {u"holder_count"_s, Texts::tr("People")},
            {u"retired"_s, Texts::tr("Retired")},
            {u"discount_limit"_s, Texts::tr("Takes off, 1/10,000")},
            {u"refund_limit"_s, Texts::tr("Pays back")},
            {u"id"_s, Texts::tr("Id")}};
}

QJsonObject roleJson(const HeldRole &held)
{
    QJsonObject json = codec::toJson(held.role);
    json.insert(u"schema"_s, u"role/1"_s);
    if (!held.role.rights.refundLimit)
        json.insert(u"refund_limit"_s, QJsonValue());
    json.insert(u"holder_count"_s, held.holders.size());
    json.insert(u"holders"_s, QJsonArray::fromStringList(held.holders));
    return json;
}

Answer roleAnswer(const HeldRole &held)
{
    return {.schema = u"role/1"_s, .object = roleJson(held), .columns = roleColumns()};
}

/// What was recorded here and is on its way.
Result<Answer> recordedRole(const Result<HeldRole> &held)
{
    if (!held)
        return failure(held.error());
    Answer answer = roleAnswer(*held);
    answer.object.insert(u"state"_s, u"queued"_s);
    return answer;
}

QCoro::Task<Result<Answer>> listRoles(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto roles = co_await (*services)->roles.list();
    if (!roles)
        co_return failure(roles.error());
    const QString filter = session.invocation().text(u"filter").value_or(QString());
    Answer answer{.shape = Answer::Shape::List, .schema = u"role-list/1"_s, .columns = roleColumns()};
    for (const HeldRole &held : *roles) {
        if (held.role.name.contains(filter, Qt::CaseInsensitive))
            answer.items.append(roleJson(held));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> showRole(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto role = co_await (*services)->roles.byWords(session.invocation().argument(0));
    if (!role)
        co_return failure(role.error());
    co_return roleAnswer(*role);
}

QCoro::Task<Result<Answer>> createRole(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recordedRole(co_await (*services)->roles.create(invocation.text(u"name").value_or(QString()),
                                                              invocation.text(u"from").value_or(QString()),
                                                              invocation.arguments));
}

QCoro::Task<Result<Answer>> editRole(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recordedRole(co_await (*services)->roles.edit(invocation.argument(0), invocation.arguments.mid(1)));
}

QCoro::Task<Result<Answer>> setRetired(Session &session, bool retired)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recordedRole(co_await (*services)->roles.setRetired(session.invocation().argument(0), retired));
}

QCoro::Task<Result<Answer>> retireRole(Session &session)
{
    return setRetired(session, true);
}

QCoro::Task<Result<Answer>> restoreRole(Session &session)
{
    return setRetired(session, false);
}

Argument roleChanges(bool optional)
{
    return {.name = u"FIELD=VALUE"_s,
            .help = Texts::tr("what to change, and to what"),
            .optional = optional,
            .repeated = true};
}

QString changeNotes()
{
    return Texts::tr(
        "Fields: name, discount (the percentage that is taken off a sale without asking anybody), refund (what is "
        "paid back at once without asking anybody, in whole units, or manager: as much as managers), and each right, "
        "such as prices.edit, with allow, approval (with a colleague's PIN) or deny. Nobody puts "
        "into a role what they may not do themselves.");
}

} // namespace

Noun roleNoun()
{
    const Argument which{.name = u"ROLE"_s, .help = Texts::tr("an id, or a part of the name that fits one role")};
    return {
        .name = u"role"_s,
        .summary = Texts::tr("list, show, make and change roles of your own"),
        .verbs = {{.name = u"list"_s,
                   .summary = Texts::tr("Lists the roles that the company made itself."),
                   .examples = {{u"crema role list"_s, {}}},
                   .common = {u"filter"_s, u"sort"_s, u"limit"_s},
                   .handler = listRoles},
                  {.name = u"show"_s,
                   .summary = Texts::tr("Shows one role, what it gives and who has it."),
                   .examples = {{u"crema role show 'shift lead' --json"_s, {}}},
                   .arguments = {which},
                   .handler = showRole},
                  {.name = u"create"_s,
                   .summary = Texts::tr("Makes a role. Works offline."),
                   .examples = {{u"crema role create --name Lead --from barista stock.adjust=allow discount=20"_s, {}}},
                   .arguments = {roleChanges(true)},
                   .flags = {{.name = u"name"_s,
                              .kind = Flag::Kind::Text,
                              .value = u"TEXT"_s,
                              .help = Texts::tr("what people call it"),
                              .required = true},
                             {.name = u"from"_s,
                              .kind = Flag::Kind::Text,
                              .value = u"ROLE"_s,
                              .help = Texts::tr("whose rights it begins with: admin, manager, barista, warehouse, "
                                                "office, or the name of one of your own"),
                              .required = true}},
                   .notes = changeNotes(),
                   .handler = createRole},
                  {.name = u"edit"_s,
                   .summary = Texts::tr("Changes a role, for everybody who has it. Works offline."),
                   .examples = {{u"crema role edit 'shift lead' prices.edit=approval"_s, {}}},
                   .arguments = {which, roleChanges(false)},
                   .notes = changeNotes(),
                   .handler = editRole},
                  {.name = u"retire"_s,
                   .summary = Texts::tr("Takes a role out of what is given. Works offline."),
                   .examples = {{u"crema role retire 'summer help'"_s, {}}},
                   .arguments = {which},
                   .notes = Texts::tr("Who has it keeps it until they get another one. Back with: crema role "
                                      "restore"),
                   .handler = retireRole},
                  {.name = u"restore"_s,
                   .summary = Texts::tr("Brings a retired role back. Works offline."),
                   .examples = {{u"crema role restore 'summer help'"_s, {}}},
                   .arguments = {which},
                   .handler = restoreRole}}};
}

} // namespace crema::command
