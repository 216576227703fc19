// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/sign_in_at_platform.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SessionCommand)
};

/// Where the person of --person is signed in at the platform, else whoever is signed in here, after signing in there.
QCoro::Task<Result<QList<PersonSession>>> askedSessions(Session &session, presenters::Services &services,
                                                        QString password)
{
    presenters::PeoplePresenter &people = services.people;
    std::optional<PersonId> asked;
    if (const std::optional<QString> words = session.invocation().text(u"person")) {
        const Result<Person> found = co_await services.persons.byWords(*words);
        if (!found)
            co_return failure(found.error());
        asked = found->id;
    }
    const Result<Person> account = accountHere(people);
    if (!account)
        co_return failure(account.error());
    const Result<Person> person = co_await signInAtPlatform(session, people, account->email, password);
    if (!person)
        co_return failure(person.error());
    co_return co_await people.sessions(asked);
}

Result<QString> passwordOf(Session &session)
{
    return session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Password"));
}

Answer listOf(const QList<PersonSession> &sessions)
{
    Answer answer{.shape = Answer::Shape::List,
                  .schema = u"session-list/1"_s,
                  .columns = {{u"device_name"_s, Texts::tr("Device")},
                              {u"register"_s, Texts::tr("Register")},
                              {u"begun_at"_s, Texts::tr("Signed in")},
                              {u"used_at"_s, Texts::tr("Last used")},
                              {u"is_this"_s, Texts::tr("This one")},
                              {u"id"_s, Texts::tr("Id")}}};
    for (const PersonSession &each : sessions)
        answer.items.append(codec::toJson(each));
    return answer;
}

QCoro::Task<Result<Answer>> listSessions(Session &session)
{
    const Result<QString> password = passwordOf(session);
    if (!password)
        co_return failure(password.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto sessions = co_await askedSessions(session, **services, *password);
    if (!sessions)
        co_return failure(sessions.error());
    co_return listOf(*sessions);
}

/// Which of them are meant. Errors: `session.unknown`.
Result<QList<PersonSession>> meant(const Invocation &invocation, const QList<PersonSession> &sessions)
{
    const bool others = invocation.has(u"others");
    QList<PersonSession> chosen;
    for (const PersonSession &each : sessions) {
        if (others ? !each.isThis : each.id.toString() == invocation.argument(0))
            chosen.append(each);
    }
    if (chosen.isEmpty() && !others)
        return failure(ProblemKind::NotFound, u"session.unknown"_s,
                       (invocation.has(u"person") ? Texts::tr("That person has no session \"%1\".")
                                                  : Texts::tr("You have no session \"%1\"."))
                           .arg(invocation.argument(0)),
                       Texts::tr("Run: crema session list"));
    return chosen;
}

Result<void> checkArguments(const Invocation &invocation)
{
    if (invocation.has(u"others") != invocation.arguments.isEmpty())
        return failure(ProblemKind::Invalid, u"usage.argument_value"_s,
                       Texts::tr("Say which session ends: its id, or --others for all but this one."),
                       Texts::tr("Write: crema session end ID, or crema session end --others"));
    return {};
}

QCoro::Task<Result<Answer>> endSessions(Session &session)
{
    if (const Result<void> checked = checkArguments(session.invocation()); !checked)
        co_return failure(checked.error());
    const Result<QString> password = passwordOf(session);
    if (!password)
        co_return failure(password.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::PeoplePresenter &people = (*services)->people;
    const auto sessions = co_await askedSessions(session, **services, *password);
    if (!sessions)
        co_return failure(sessions.error());
    const Result<QList<PersonSession>> chosen = meant(session.invocation(), *sessions);
    if (!chosen)
        co_return failure(chosen.error());
    for (const PersonSession &each : *chosen) {
        const Result<void> ended = co_await people.endSession(each.id);
        // One that ended by itself meanwhile is as it was meant to be.
        if (!ended && ended.error().code != u"session.unknown"_s)
            co_return failure(ended.error());
    }
    co_return listOf(*chosen);
}

} // namespace

Noun sessionNoun()
{
    const Flag person{.name = u"person"_s,
                      .kind = Flag::Kind::Text,
                      .value = u"WHO"_s,
                      .help = Texts::tr("of somebody else, by name, address or id; for who manages people")};
    const QString secrets = Texts::tr("The password can also stand in CREMA_PASSWORD, a code in CREMA_CODE.");
    return {
        .name = u"session"_s,
        .summary = Texts::tr("list and end where you or others are signed in"),
        .verbs = {{.name = u"list"_s,
                   .summary = Texts::tr("Lists where you are signed in, or a person whom you name. Asks the platform."),
                   .examples = {{u"crema session list"_s, Texts::tr("Asks for the password.")},
                                {u"crema session list --person Jonas"_s, Texts::tr("Where Jonas is signed in.")},
                                {u"crema session list --password-file secret --json"_s, {}}},
                   .flags = {person, passwordFlag(), codeFlag()},
                   .common = {u"no-input"_s, u"sort"_s, u"limit"_s},
                   .notes = secrets,
                   .handler = listSessions},
                  {.name = u"end"_s,
                   .summary = Texts::tr("Signs you out elsewhere, or a person whom you name, and lists where it did."),
                   .examples = {{u"crema session end --others"_s, Texts::tr("Leaves the one of this device.")},
                                {u"crema session end 0199c4d2-7a10-7000-8000-000000000001"_s, {}}},
                   .arguments = {{.name = u"ID"_s, .help = Texts::tr("an id of crema session list"), .optional = true}},
                   .flags = {{.name = u"others"_s,
                              .kind = Flag::Kind::Switch,
                              .help = Texts::tr("all but the one of this device")},
                             person,
                             passwordFlag(),
                             codeFlag()},
                   .common = {u"no-input"_s},
                   .notes = secrets,
                   .handler = endSessions}}};
}

} // namespace crema::command
