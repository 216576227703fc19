// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/sign_in_at_platform.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::SignIn)
};

} // namespace

QCoro::Task<Result<Person>> signInAtPlatform(Session &session, presenters::PeoplePresenter &people, QString email,
                                             QString password)
{
    const Result<Person> person = co_await people.login(email, password, {});
    if (person || person.error().code != u"auth.code_needed"_s)
        co_return person;
    const Result<QString> code = session.secret(u"code-file", u"CREMA_CODE"_s, Texts::tr("Code of the authenticator"));
    if (!code)
        co_return failure(code.error());
    co_return co_await people.login(email, password, *code);
}

Result<Person> accountHere(const presenters::PeoplePresenter &people)
{
    const std::optional<Person> person = people.signedIn();
    if (person && !person->email.isEmpty())
        return *person;
    return failure(ProblemKind::NotSignedIn, u"auth.signed_out"_s,
                   Texts::tr("Nobody with an account is signed in here."), Texts::tr("Run: crema user login EMAIL"));
}

Flag passwordFlag()
{
    return {.name = u"password-file"_s,
            .kind = Flag::Kind::File,
            .value = u"FILE"_s,
            .help = Texts::tr("holds the password; \"-\" is standard input")};
}

Flag codeFlag()
{
    return {.name = u"code-file"_s,
            .kind = Flag::Kind::File,
            .value = u"FILE"_s,
            .help = Texts::tr("holds the authenticator's code; \"-\" is standard input")};
}

} // namespace crema::command
