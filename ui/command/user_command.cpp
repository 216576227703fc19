// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/authenticator_verbs.h"
#include "ui/command/commands.h"
#include "ui/command/password_code_verbs.h"
#include "ui/command/sign_in_at_platform.h"
#include "ui/command/wire_values.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::UserCommand)
};

QList<Column> columns()
{
    return {{u"name"_s, Texts::tr("Name")},
            {u"email"_s, Texts::tr("E-mail")},
            {u"role"_s, Texts::tr("Role")},
            {u"id"_s, Texts::tr("Id")}};
}

Answer answerFor(const Person &person)
{
    return {.schema = u"person/1"_s, .object = personJson(person), .columns = columns()};
}

QCoro::Task<Result<Answer>> login(Session &session)
{
    const Result<QString> password = session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Password"));
    if (!password)
        co_return failure(password.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const QString email = session.invocation().argument(0);
    const auto person = co_await signInAtPlatform(session, (*services)->people, email, *password);
    if (!person)
        co_return failure(person.error());
    co_return answerFor(*person);
}

QCoro::Task<Result<Answer>> switchByPin(Session &session)
{
    const Result<QString> pin = session.secret(u"pin-file", u"CREMA_PIN"_s, Texts::tr("PIN"));
    if (!pin)
        co_return failure(pin.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const auto person = co_await (*services)->people.switchByPin(session.invocation().argument(0), *pin);
    if (!person)
        co_return failure(person.error());
    co_return answerFor(*person);
}

QCoro::Task<Result<Answer>> showPerson(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const presenters::PeoplePresenter &people = (*services)->people;
    if (people.signedIn())
        co_return answerFor(*people.signedIn());
    if (!people.isEnrolled())
        co_return failure(ProblemKind::NotSignedIn, u"device.not_enrolled"_s,
                          Texts::tr("The owner works on this device until it is enrolled."),
                          Texts::tr("Run: crema device enroll --platform URL --code CODE"));
    co_return failure(ProblemKind::NotSignedIn, u"auth.signed_out"_s, Texts::tr("Nobody is signed in here."),
                      Texts::tr("Run: crema user login EMAIL"));
}

QCoro::Task<Result<Answer>> listPeople(Session &session)
{
    const auto services = co_await session.services(StoreAccess::Read);
    if (!services)
        co_return failure(services.error());
    const auto people = co_await (*services)->people.list();
    if (!people)
        co_return failure(people.error());
    Answer answer{.shape = Answer::Shape::List, .schema = u"person-list/1"_s, .columns = columns()};
    for (const Person &person : *people)
        answer.items.append(personJson(person));
    co_return answer;
}

} // namespace

Noun userNoun()
{
    Noun noun{.name = u"user"_s,
              .summary = Texts::tr("sign in, switch by PIN, show who is signed in"),
              .verbs = {{.name = u"login"_s,
                         .summary = Texts::tr("Signs a person in at the platform."),
                         .examples = {{u"crema user login ada@example.com"_s, Texts::tr("Asks for the password.")},
                                      {u"crema user login ada@example.com --password-file secret"_s, {}}},
                         .arguments = {{.name = u"EMAIL"_s, .help = Texts::tr("the person's e-mail address")}},
                         .flags = {passwordFlag(), codeFlag()},
                         .common = {u"no-input"_s},
                         .notes = Texts::tr("The password can also stand in CREMA_PASSWORD, a code in CREMA_CODE."),
                         .handler = login},
                        {.name = u"pin"_s,
                         .summary = Texts::tr("Switches to a person by PIN. Works offline."),
                         .examples = {{u"crema user pin ada"_s, Texts::tr("Asks for the PIN.")},
                                      {u"crema user pin ada --pin-file secret"_s, {}}},
                         .arguments = {{.name = u"WHO"_s,
                                        .help = Texts::tr("a part of the name or e-mail; else who is signed in"),
                                        .optional = true}},
                         .flags = {{.name = u"pin-file"_s,
                                    .kind = Flag::Kind::File,
                                    .value = u"FILE"_s,
                                    .help = Texts::tr("holds the PIN; \"-\" is standard input")}},
                         .common = {u"no-input"_s},
                         .notes = Texts::tr("The PIN can also stand in CREMA_PIN."),
                         .handler = switchByPin},
                        {.name = u"show"_s,
                         .summary = Texts::tr("Shows who is signed in here."),
                         .examples = {{u"crema user show --json"_s, {}}},
                         .handler = showPerson},
                        {.name = u"list"_s,
                         .summary = Texts::tr("Lists who works at this location."),
                         .examples = {{u"crema user list"_s, {}}},
                         .common = {u"sort"_s, u"limit"_s},
                         .handler = listPeople}}};
    noun.verbs += passwordCodeVerbs();
    noun.verbs += authenticatorVerbs();
    return noun;
}

} // namespace crema::command
