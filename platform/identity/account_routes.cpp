// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/account_routes.h"

#include "models/base/json_fields.h"
#include "models/security/password_rule.h"
#include "platform/company/stored_reference.h"
#include "platform/http/json_body.h"
#include "platform/identity/identity_routes.h"
#include "platform/identity/second_factor.h"
#include "platform/identity/sessions.h"
#include "platform/sync/record_rows.h"

namespace crema::platform {
namespace {

struct PasswordBody {
    QString present;
    QString next;
};

Result<PasswordBody> readPasswords(const QJsonObject &json)
{
    JsonFields fields(json);
    const PasswordBody body{fields.text(QStringLiteral("password"), 1, 1000),
                            fields.text(QStringLiteral("new_password"), 1, 1000)};
    return fields.result(body, QStringLiteral("request.malformed"));
}

Result<QString> readText(const QJsonObject &json, const QString &name)
{
    JsonFields fields(json);
    const QString text = fields.text(name, 1, 1000);
    return fields.result(text, QStringLiteral("request.malformed"));
}

template<class Work>
auto inTransaction(DomainCore &core, Work work)
{
    return retrying([&] {
        const auto connection = core.pool.borrow();
        Transaction transaction(*connection);
        auto result = work(transaction, core.clock.now());
        transaction.commit();
        return result;
    });
}

class AccountRoutes
{
public:
    AccountRoutes(DomainCore &core, SignIn &signIn) : m_core(core), m_signIn(signIn) {}

    http::Response setPassword(const http::Request &request, const http::Context &context)
    {
        const auto body = http::readJson(request).and_then(&readPasswords);
        if (!body)
            return http::Response::problem(body.error());
        const DeviceId device = *context.caller.deviceId;
        const auto shown = prove(body->present, request, context);
        if (!shown)
            return refusedSignIn(m_core, shown.error(), request, device);
        const Person &person = shown->person;
        if (const Result<void> checked = checkPassword(body->next, ownWordsOf(person.name, person.email)); !checked)
            return http::Response::problem(checked.error());
        const auto hash = m_signIn.hash(body->next);
        if (!hash)
            return refusedSignIn(m_core, hash.error(), request, device);
        const auto session =
            context.caller.sessionId ? std::optional(SessionId(*context.caller.sessionId)) : std::nullopt;
        const auto setAt = inTransaction(m_core, [&](Transaction &transaction, UtcTime now) -> std::optional<UtcTime> {
            if (!SignIn::hold(transaction, *shown, device))
                return std::nullopt;
            transaction.run("identity/save_credential", {person.id, *hash, now});
            endSessionsOf(transaction, person.id, SessionEnd::PasswordSet, now, session);
            writeAudit(transaction, {auditOf(QStringLiteral("person.set_password"), request, context, now)});
            return now;
        });
        if (!setAt)
            return refusedSignIn(m_core, SignIn::refusal(), request, device);
        return http::Response::json({{QStringLiteral("set_at"), setAt->toString()}});
    }

    http::Response offerAuthenticator(const http::Request &request, const http::Context &context)
    {
        const auto password = http::readJson(request).and_then(
            [](const QJsonObject &json) { return readText(json, QStringLiteral("password")); });
        if (!password)
            return http::Response::problem(password.error());
        const auto shown = prove(*password, request, context);
        if (!shown)
            return refusedSignIn(m_core, shown.error(), request, *context.caller.deviceId);
        const Result<TotpOffer> offer = inTransaction(m_core, [&](Transaction &transaction, UtcTime now) {
            return offerTotp(transaction, shown->person, now, m_core.randomness);
        });
        if (!offer)
            return http::Response::problem(offer.error());
        return http::Response::json({{QStringLiteral("secret"), offer->secret}, {QStringLiteral("uri"), offer->uri}});
    }

    http::Response confirmAuthenticator(const http::Request &request, const http::Context &context)
    {
        const auto code = http::readJson(request).and_then(
            [](const QJsonObject &json) { return readText(json, QStringLiteral("code")); });
        if (!code)
            return http::Response::problem(code.error());
        const SignInAttempt attempt{
            emailOf(*context.caller.personId), {}, *context.caller.deviceId, request.remoteAddress, *code, request.id};
        if (const auto may = m_signIn.mayShowCode(attempt); !may)
            return refusedSignIn(m_core, may.error(), request, attempt.device);
        const Result<QStringList> recovery = inTransaction(m_core, [&](Transaction &transaction, UtcTime now) {
            Result<QStringList> codes =
                confirmTotp(transaction, *context.caller.personId, *code, now, m_core.randomness);
            if (codes)
                writeAudit(transaction, {auditOf(QStringLiteral("person.set_up_totp"), request, context, now)});
            return codes;
        });
        if (!recovery) {
            if (recovery.error().code == QLatin1String("auth.wrong_code"))
                m_signIn.noteWrongCode(attempt, *context.caller.personId);
            return http::Response::problem(recovery.error());
        }
        return http::Response::json({{QStringLiteral("recovery_codes"), QJsonArray::fromStringList(*recovery)}});
    }

private:
    /// Who is signed in shows their password again.
    SignIn::Answer<SignIn::Shown> prove(const QString &password, const http::Request &request,
                                        const http::Context &context)
    {
        const QString email = emailOf(*context.caller.personId);
        return m_signIn.provePassword(
            {email, password, *context.caller.deviceId, request.remoteAddress, {}, request.id});
    }

    QString emailOf(PersonId id)
    {
        return inTransaction(m_core,
                             [&](Transaction &transaction, UtcTime) { return loadPerson(transaction, id).email; });
    }

    static AuditEntry auditOf(const QString &action, const http::Request &request, const http::Context &context,
                              UtcTime now)
    {
        const PersonId person = *context.caller.personId;
        return {context.caller.deviceId->value(),           now,          person, action,
                {QStringLiteral("person"), person.value()}, std::nullopt, {},     request.id};
    }

    DomainCore &m_core;
    SignIn &m_signIn;
};

} // namespace

void addAccountRoutes(http::Router &router, DomainCore &core, SignIn &signIn)
{
    const auto routes = std::make_shared<AccountRoutes>(core, signIn);
    const auto add = [&](const QString &name, const QString &path, auto handler) {
        router.add({name, http::Method::Post, path, http::Credential::Person, {}, -1, http::OpenTo::Entry},
                   guarded(core, [routes, handler](const http::Request &request, http::Context &context) {
                       return (*routes.*handler)(request, context);
                   }));
    };
    add(QStringLiteral("set_password"), QStringLiteral("/api/v1/auth/password"), &AccountRoutes::setPassword);
    add(QStringLiteral("offer_authenticator"), QStringLiteral("/api/v1/auth/totp"), &AccountRoutes::offerAuthenticator);
    add(QStringLiteral("confirm_authenticator"), QStringLiteral("/api/v1/auth/totp/confirm"),
        &AccountRoutes::confirmAuthenticator);
}

} // namespace crema::platform
