// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/authenticator_verbs.h"

#include "ui/command/qr_text.h"
#include "ui/command/sign_in_at_platform.h"

#include <QCoreApplication>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::AuthenticatorVerbs)
};

/// Who is named, else who is signed in here.
Result<QString> emailOf(const Session &session, const presenters::PeoplePresenter &people)
{
    const QString named = session.invocation().argument(0);
    if (!named.isEmpty())
        return named;
    const Result<Person> account = accountHere(people);
    return account ? Result<QString>(account->email) : Result<QString>(failure(account.error()));
}

/// Whoever is asked for an authenticator before they are let in sets it up right here.
std::optional<Problem> refusalOf(const Result<Person> &signedIn)
{
    if (signedIn || signedIn.error().code == u"auth.authenticator_needed"_s)
        return std::nullopt;
    return signedIn.error();
}

QCoro::Task<Result<Answer>> offer(Session &session)
{
    const Result<QString> password = session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Password"));
    if (!password)
        co_return failure(password.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::PeoplePresenter &people = (*services)->people;
    const Result<QString> email = emailOf(session, people);
    if (!email)
        co_return failure(email.error());
    const Result<Person> person = co_await people.login(*email, *password, {});
    if (const auto refusal = refusalOf(person))
        co_return failure(*refusal);
    const Result<sync::AuthenticatorOffer> offered = co_await people.offerAuthenticator(*password);
    if (!offered)
        co_return failure(offered.error());
    Answer answer{.schema = u"authenticator/1"_s,
                  .object = {{u"secret"_s, offered->secret}, {u"uri"_s, offered->uri}},
                  .columns = {{u"secret"_s, Texts::tr("Secret")}},
                  .next = u"crema user confirm-authenticator"_s};
    answer.sentence =
        Texts::tr("Take a picture of this with the authenticator, or type the secret there: %1").arg(offered->secret);
    // For people only: scripts have the address in their form.
    if (session.environment().outputIsTerminal)
        answer.sentence.prepend(qrText(offered->uri) + u'\n');
    co_return answer;
}

QCoro::Task<Result<Answer>> confirm(Session &session)
{
    const Result<QString> password = session.secret(u"password-file", u"CREMA_PASSWORD"_s, Texts::tr("Password"));
    if (!password)
        co_return failure(password.error());
    const Result<QString> code = session.secret(u"code-file", u"CREMA_CODE"_s, Texts::tr("Code of the authenticator"));
    if (!code)
        co_return failure(code.error());
    const auto services = co_await session.services(StoreAccess::Write);
    if (!services)
        co_return failure(services.error());
    presenters::PeoplePresenter &people = (*services)->people;
    const Result<QString> email = emailOf(session, people);
    if (!email)
        co_return failure(email.error());
    const Result<Person> person = co_await people.login(*email, *password, {});
    if (const auto refusal = refusalOf(person))
        co_return failure(*refusal);
    const Result<QStringList> recovery = co_await people.confirmAuthenticator(*code);
    if (!recovery)
        co_return failure(recovery.error());
    Answer answer{
        .shape = Answer::Shape::List,
        .schema = u"recovery-code-list/1"_s,
        .columns = {{u"code"_s, Texts::tr("Recovery code")}},
        .warnings = {Texts::tr("Keep these codes where only you find them: they are shown once, and each lets "
                               "you in once without the authenticator.")}};
    for (const QString &one : *recovery)
        answer.items.append(QJsonObject{{u"code"_s, one}});
    co_return answer;
}

} // namespace

QList<Verb> authenticatorVerbs()
{
    const Argument email{.name = u"EMAIL"_s, .help = Texts::tr("whose it is (who is signed in)"), .optional = true};
    return {{.name = u"authenticator"_s,
             .summary = Texts::tr("Shows a secret for an authenticator of who is signed in or named."),
             .examples = {{u"crema user authenticator"_s, Texts::tr("Shows a QR code at a terminal.")}},
             .arguments = {email},
             .flags = {passwordFlag()},
             .common = {u"no-input"_s},
             .notes = Texts::tr("It counts once its first code was confirmed; signing in with the password asks for a "
                                "code from then on."),
             .handler = offer},
            {.name = u"confirm-authenticator"_s,
             .summary = Texts::tr("Confirms it with its first code; prints recovery codes."),
             .examples = {{u"crema user confirm-authenticator"_s, Texts::tr("Asks for the password and the code.")}},
             .arguments = {email},
             .flags = {passwordFlag(), codeFlag()},
             .common = {u"no-input"_s},
             .handler = confirm}};
}

} // namespace crema::command
