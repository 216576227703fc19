// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/output_file.h"
#include "ui/command/session.h"
#include "ui/command/wire_values.h"
#include "ui/presenters/customers/private_file.h"
#include "ui/presenters/people/badge_picture.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::PersonCommand)
};

QList<Column> columns()
{
    return {{u"name"_s, Texts::tr("Name")},          {u"email"_s, Texts::tr("E-mail")}, {u"role"_s, Texts::tr("Role")},
            {u"active"_s, Texts::tr("May sign in")}, {u"has_pin"_s, Texts::tr("PIN")},  {u"id"_s, Texts::tr("Id")}};
}

QJsonObject listedJson(const Person &person)
{
    QJsonObject json = personJson(person);
    json.insert(u"has_pin"_s, !person.pinHash.isEmpty());
    json.insert(u"has_badge"_s, !person.badgeHash.isEmpty());
    return json;
}

Answer answerFor(const Person &person)
{
    return {.schema = u"person/1"_s, .object = listedJson(person), .columns = columns()};
}

/// What was recorded here and is on its way.
Result<Answer> recorded(const Result<Person> &person)
{
    if (!person)
        return failure(person.error());
    Answer answer = answerFor(*person);
    answer.object.insert(u"state"_s, u"queued"_s);
    return answer;
}

QCoro::Task<Result<Answer>> listPersons(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto people = co_await (*services)->persons.list();
    if (!people)
        co_return failure(people.error());
    const QString filter = session.invocation().text(u"filter").value_or(QString());
    Answer answer{.shape = Answer::Shape::List, .schema = u"person-list/1"_s, .columns = columns()};
    for (const Person &person : *people) {
        if (person.isErased())
            continue;
        if (person.name.contains(filter, Qt::CaseInsensitive) || person.email.contains(filter, Qt::CaseInsensitive))
            answer.items.append(listedJson(person));
    }
    co_return answer;
}

QCoro::Task<Result<Answer>> showPerson(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto person = co_await (*services)->persons.byWords(session.invocation().argument(0));
    if (!person)
        co_return failure(person.error());
    co_return answerFor(*person);
}

QCoro::Task<Result<Answer>> createPerson(Session &session)
{
    const Invocation &invocation = session.invocation();
    presenters::NewPerson person;
    person.name = invocation.text(u"name").value_or(QString());
    person.email = invocation.text(u"email").value_or(QString());
    person.role = invocation.text(u"role").value_or(QString());
    person.locations = invocation.all(u"location");
    if (invocation.has(u"pin-file")) {
        const Result<QString> pin = session.secret(u"pin-file", u"CREMA_NEW_PIN"_s, Texts::tr("New PIN"));
        if (!pin)
            co_return failure(pin.error());
        person.pin = *pin;
    }
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recorded(co_await (*services)->persons.create(person));
}

QCoro::Task<Result<Answer>> editPerson(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recorded(co_await (*services)->persons.edit(invocation.argument(0), invocation.arguments.mid(1)));
}

QCoro::Task<Result<Answer>> setPin(Session &session)
{
    QString pin;
    if (!session.invocation().has(u"none")) {
        const Result<QString> typed = session.secret(u"pin-file", u"CREMA_NEW_PIN"_s, Texts::tr("New PIN"));
        if (!typed)
            co_return failure(typed.error());
        pin = *typed;
        if (pin.isEmpty())
            co_return failure(ProblemKind::Invalid, u"pin.rules"_s, Texts::tr("The PIN is empty."),
                              Texts::tr("To take it away: crema person set-pin WHO --none"));
    }
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recorded(co_await (*services)->persons.setPin(session.invocation().argument(0), pin));
}

QCoro::Task<Result<Answer>> makeBadge(Session &session, QString typed)
{
    const Result<OutputFile> file = OutputFile::make(session.environment(), typed);
    if (!file)
        co_return failure(file.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<IssuedBadge> badge = co_await (*services)->persons.makeBadge(session.invocation().argument(0));
    if (!badge)
        co_return failure(badge.error());
    const QByteArray picture = badgeSvg(badge->person.name, badge->code);
    if (file->isStandardOutput())
        co_return Answer{.shape = Answer::Shape::Text, .text = picture};
    if (const Result<void> written = writePrivateFile(file->path(), picture); !written)
        co_return failure(written.error());
    Result<Answer> answer = recorded(badge->person);
    answer->object.insert(u"path"_s, file->path());
    answer->sentence = Texts::tr("The badge of %1 is in %2.", "a file").arg(badge->person.name, file->path());
    co_return answer;
}

QCoro::Task<Result<Answer>> setBadge(Session &session)
{
    const Invocation &invocation = session.invocation();
    const QString typed = invocation.text(u"out").value_or(QString());
    if (typed.isEmpty() != invocation.has(u"none")) {
        const QString mend = Texts::tr("Write: crema person badge WHO --out FILE, or crema person badge WHO --none");
        co_return failure(ProblemKind::Invalid, u"usage.flags"_s, Texts::tr("Either --out or --none is needed."), mend);
    }
    if (!typed.isEmpty())
        co_return co_await makeBadge(session, typed);
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recorded(co_await (*services)->persons.takeBadge(invocation.argument(0)));
}

QCoro::Task<Result<Answer>> invitePerson(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    Result<Answer> answer = recorded(co_await (*services)->persons.invite(session.invocation().argument(0)));
    if (answer)
        answer->sentence =
            Texts::tr("An invitation is on its way to %1.").arg(answer->object.value(u"email"_s).toString());
    co_return answer;
}

QCoro::Task<Result<Answer>> setActive(Session &session, bool active)
{
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    co_return recorded(co_await (*services)->persons.setActive(session.invocation().argument(0), active));
}

QCoro::Task<Result<Answer>> disablePerson(Session &session)
{
    return setActive(session, false);
}

QCoro::Task<Result<Answer>> enablePerson(Session &session)
{
    return setActive(session, true);
}

QCoro::Task<Result<Answer>> erasePerson(Session &session)
{
    const QString id = session.invocation().argument(0);
    const auto reason = eraseReasonFromText(session.invocation().text(u"reason").value_or(QString()));
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto person = co_await (*services)->persons.byId(id);
    if (!person)
        co_return failure(person.error());
    const QString question = Texts::tr("Erase everything that is known of %1, here and everywhere? It cannot be taken "
                                       "back; what they sold and did stays without their name.");
    if (const Result<void> confirmed = session.confirm(question.arg(person->name)); !confirmed)
        co_return failure(confirmed.error());
    Result<Answer> answer = recorded(co_await (*services)->persons.erase(id, reason.value_or(EraseReason::Requested)));
    if (answer)
        answer->warnings.append(
            Texts::tr("Erased here. Other devices and the platform follow once this device has sent it."));
    co_return answer;
}

Flag pinFlag()
{
    return {.name = u"pin-file"_s,
            .kind = Flag::Kind::File,
            .value = u"FILE"_s,
            .help = Texts::tr("holds the PIN; \"-\" is standard input")};
}

Verb createVerb()
{
    return {.name = u"create"_s,
            .summary = Texts::tr("Adds a person. Works offline."),
            .examples = {{u"crema person create --name 'Bea Brandt' --role barista --pin-file secret"_s, {}}},
            .flags = {{.name = u"name"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("what colleagues call them"),
                       .required = true},
                      {.name = u"role"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"ROLE"_s,
                       .help = Texts::tr("what they do here: admin, manager, barista, warehouse, office, or the name "
                                         "of a role of your own"),
                       .required = true},
                      {.name = u"email"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"TEXT"_s,
                       .help = Texts::tr("the address they sign in with")},
                      {.name = u"location"_s,
                       .kind = Flag::Kind::Text,
                       .value = u"CODE"_s,
                       .help = Texts::tr("where they work, or everywhere; else where this device is"),
                       .repeated = true},
                      pinFlag()},
            .common = {u"no-input"_s},
            .notes = Texts::tr("Nobody gives a right that they do not hold. A password is set on the platform: "
                               "crema-platform user set-password."),
            .handler = createPerson};
}

Verb pinVerb(const Argument &who)
{
    return {.name = u"set-pin"_s,
            .summary = Texts::tr("Gives a person a new PIN. Works offline."),
            .examples = {{u"crema person set-pin bea"_s, Texts::tr("Asks for the PIN.")},
                         {u"crema person set-pin bea --none"_s, Texts::tr("Takes the PIN away.")}},
            .arguments = {who},
            .flags = {pinFlag(), {.name = u"none"_s, .kind = Flag::Kind::Switch, .help = Texts::tr("no PIN any more")}},
            .common = {u"no-input"_s},
            .notes =
                Texts::tr("The PIN can also stand in CREMA_NEW_PIN. It counts here at once, and on the other tills "
                          "after they have synced."),
            .handler = setPin};
}

Verb badgeVerb(const Argument &who)
{
    return {.name = u"badge"_s,
            .summary = Texts::tr("Makes a person a badge to sign in with. Works offline."),
            .examples = {{u"crema person badge bea --out bea.svg"_s, Texts::tr("A picture to print.")},
                         {u"crema person badge bea --none"_s, Texts::tr("Takes the badge away.")}},
            .arguments = {who},
            .flags = {{.name = u"out"_s,
                       .kind = Flag::Kind::File,
                       .value = u"FILE"_s,
                       .help = Texts::tr("gets the picture (SVG); only you may read it")},
                      {.name = u"none"_s, .kind = Flag::Kind::Switch, .help = Texts::tr("no badge any more")}},
            .notes = Texts::tr("The badge before counts no more. The new one counts here at once, and on the other "
                               "tills after they have synced."),
            .handler = setBadge};
}

Verb eraseVerb()
{
    return {.name = u"erase"_s,
            .summary = Texts::tr("Forgets everything that is known of somebody who left, for good. Works offline."),
            .examples = {{u"crema person erase 0193f6a0-0000-7000-8000-00000000001f --yes"_s, {}}},
            .arguments = {{.name = u"ID"_s, .help = Texts::tr("the id of the person")}},
            .flags = {{.name = u"reason"_s,
                       .kind = Flag::Kind::Choice,
                       .value = u"REASON"_s,
                       .help = Texts::tr("why; requested when left out"),
                       .choices = {eraseReasonText(EraseReason::Requested), eraseReasonText(EraseReason::NotNeeded)}}},
            .common = {u"yes"_s},
            .notes = Texts::tr("Only of somebody who may not sign in: crema person disable. What they sold and did "
                               "stays, without their name."),
            .handler = erasePerson};
}

} // namespace

Noun personNoun()
{
    const Argument who{.name = u"WHO"_s, .help = Texts::tr("an id, or a part of name or e-mail that fits one person")};
    return {.name = u"person"_s,
            .summary = Texts::tr("list, show, add, change and erase who works here"),
            .verbs = {{.name = u"list"_s,
                       .summary = Texts::tr("Lists everybody whom this device knows."),
                       .examples = {{u"crema person list --filter bea"_s, {}}},
                       .common = {u"filter"_s, u"sort"_s, u"limit"_s},
                       .handler = listPersons},
                      {.name = u"show"_s,
                       .summary = Texts::tr("Shows one person and what they may do."),
                       .examples = {{u"crema person show bea --json"_s, {}}},
                       .arguments = {who},
                       .handler = showPerson},
                      createVerb(),
                      {.name = u"edit"_s,
                       .summary = Texts::tr("Changes a person. Works offline."),
                       .examples = {{u"crema person edit bea role=manager locations=MAIN,HARBOUR"_s, {}}},
                       .arguments = {who,
                                     {.name = u"FIELD=VALUE"_s,
                                      .help = Texts::tr("what to change, and to what"),
                                      .repeated = true}},
                       .notes = Texts::tr("Fields: name, email, role, locations (codes, or everywhere)."),
                       .handler = editPerson},
                      pinVerb(who),
                      badgeVerb(who),
                      {.name = u"invite"_s,
                       .summary = Texts::tr("Mails a person a code to set a first password with. Asks the platform."),
                       .examples = {{u"crema person invite bea"_s, {}}},
                       .arguments = {who},
                       .notes = Texts::tr("They type it at the lock, or: crema user "
                                          "reset-password"),
                       .handler = invitePerson},
                      {.name = u"disable"_s,
                       .summary = Texts::tr("Keeps a person from signing in. Works offline."),
                       .examples = {{u"crema person disable bea"_s, {}}},
                       .arguments = {who},
                       .notes = Texts::tr("Nothing of theirs is lost: crema person enable lets them in again."),
                       .handler = disablePerson},
                      {.name = u"enable"_s,
                       .summary = Texts::tr("Lets a person sign in again. Works offline."),
                       .examples = {{u"crema person enable bea"_s, {}}},
                       .arguments = {who},
                       .handler = enablePerson},
                      eraseVerb()}};
}

} // namespace crema::command
