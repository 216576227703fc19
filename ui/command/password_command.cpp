// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/commands.h"
#include "ui/command/sign_in_at_platform.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::PasswordCommand)
};

QCoro::Task<Result<Answer>> changePassword(Session &session)
{
    const Result<QString> present =
        session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Present password"));
    if (!present)
        co_return failure(present.error());
    const Result<QString> next =
        session.secret(u"new-password-file", u"CREMA_NEW_PASSWORD"_s, Texts::tr("New password"));
    if (!next)
        co_return failure(next.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::PeoplePresenter &people = (*services)->people;
    const Result<Person> account = accountHere(people);
    if (!account)
        co_return failure(account.error());
    const Result<Person> person = co_await signInAtPlatform(session, people, account->email, *present);
    if (!person)
        co_return failure(person.error());
    const Result<void> set = co_await people.setPassword(*present, *next);
    if (!set)
        co_return failure(set.error());
    co_return Answer{
        .schema = u"password/1"_s,
        .object = {{u"email"_s, person->email}},
        .columns = {{u"email"_s, Texts::tr("E-mail")}},
        .sentence = Texts::tr("%1 signs in with the new password; other devices are signed out.").arg(person->email)};
}

} // namespace

Noun passwordNoun()
{
    return {.name = u"password"_s,
            .summary = Texts::tr("set another password of your own"),
            .verbs = {{.summary = Texts::tr("Sets another password for who is signed in here. Asks the platform."),
                       .examples = {{u"crema password"_s, Texts::tr("Asks for the present one and for the new one.")},
                                    {u"crema password --password-file - --new-password-file -"_s,
                                     Texts::tr("Reads two lines of standard input.")}},
                       .flags = {{.name = u"password-file"_s,
                                  .kind = Flag::Kind::File,
                                  .value = u"FILE"_s,
                                  .help = Texts::tr("holds the present password; \"-\" is standard input")},
                                 {.name = u"new-password-file"_s,
                                  .kind = Flag::Kind::File,
                                  .value = u"FILE"_s,
                                  .help = Texts::tr("holds the new password; \"-\" is standard input")},
                                 codeFlag()},
                       .common = {u"no-input"_s},
                       .notes = Texts::tr("Of standard input each takes one line. The passwords can also stand in "
                                          "CREMA_PASSWORD and CREMA_NEW_PASSWORD, a code in CREMA_CODE."),
                       .handler = changePassword}}};
}

} // namespace crema::command
