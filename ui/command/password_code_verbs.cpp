// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/password_code_verbs.h"

#include "ui/command/session.h"
#include "ui/presenters/services.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::PasswordCodeVerbs)
};

Answer told(const QString &email, const QString &sentence, const QString &next)
{
    return {.schema = u"password/1"_s,
            .object = {{u"email"_s, email}},
            .columns = {{u"email"_s, Texts::tr("E-mail")}},
            .sentence = sentence,
            .next = next};
}

QCoro::Task<Result<Answer>> mailCode(Session &session)
{
    const QString email = session.invocation().argument(0);
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<void> asked = co_await (*services)->people.askForPasswordCode(email);
    if (!asked)
        co_return failure(asked.error());
    co_return told(email, Texts::tr("If somebody has the address %1, a code is on its way to it.").arg(email),
                   u"crema user reset-password "_s + email);
}

QCoro::Task<Result<Answer>> resetPassword(Session &session)
{
    const QString email = session.invocation().argument(0);
    const Result<QString> code = session.secret(u"code-file", u"CREMA_CODE"_s, Texts::tr("Code of the mail"));
    if (!code)
        co_return failure(code.error());
    const Result<QString> password =
        session.secret(u"new-password-file", u"CREMA_NEW_PASSWORD"_s, Texts::tr("New password"));
    if (!password)
        co_return failure(password.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    const Result<void> set = co_await (*services)->people.setPasswordByCode(email, *code, *password);
    if (!set)
        co_return failure(set.error());
    co_return told(email,
                   Texts::tr("%1 signs in with the new password; everywhere else they are signed out.").arg(email),
                   u"crema user login "_s + email);
}

} // namespace

QList<Verb> passwordCodeVerbs()
{
    const Argument email{.name = u"EMAIL"_s, .help = Texts::tr("the person's e-mail address")};
    return {{.name = u"mail-code"_s,
             .summary = Texts::tr("Mails a code to set a password with. Asks the platform."),
             .examples = {{u"crema user mail-code ada@example.com"_s, {}}},
             .arguments = {email},
             .notes = Texts::tr("It is good for an hour. The answer is the same where nobody has the address."),
             .handler = mailCode},
            {.name = u"reset-password"_s,
             .summary = Texts::tr("Sets a password with a code that was mailed. Asks the platform."),
             .examples = {{u"crema user reset-password ada@example.com"_s,
                           Texts::tr("Asks for the code and the new password.")}},
             .arguments = {email},
             .flags = {{.name = u"code-file"_s,
                        .kind = Flag::Kind::File,
                        .value = u"FILE"_s,
                        .help = Texts::tr("holds the code of the mail; \"-\" is standard input")},
                       {.name = u"new-password-file"_s,
                        .kind = Flag::Kind::File,
                        .value = u"FILE"_s,
                        .help = Texts::tr("holds the new password; \"-\" is standard input")}},
             .common = {u"no-input"_s},
             .notes = Texts::tr("The code can also stand in CREMA_CODE, the new password in CREMA_NEW_PASSWORD."),
             .handler = resetPassword}};
}

} // namespace crema::command
