// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/identity_routes.h"

#include "models/base/json_fields.h"
#include "models/feed/entity_codec.h"
#include "platform/base/log.h"
#include "platform/database/transaction.h"
#include "platform/http/json_body.h"
#include "platform/identity/address_hold.h"
#include "platform/identity/second_factor.h"
#include "platform/sync/record_rows.h"

#include <algorithm>

namespace crema::platform {
namespace {

constexpr int longestCode = 40;

struct LoginBody {
    QString email;
    QString password;
    QString code;
};

Result<LoginBody> readLogin(const QJsonObject &json)
{
    JsonFields fields(json);
    const LoginBody body{fields.text(QStringLiteral("email"), 1, 254), fields.text(QStringLiteral("password"), 1, 1000),
                         fields.optionalText(QStringLiteral("code"), longestCode).value_or(QString())};
    return fields.result(body, QStringLiteral("request.malformed"));
}

/// Nothing when the password, the person or the device is not what it was when it was shown.
std::optional<SessionGrant> begin(Connection &connection, DeviceId device, const SignIn::Shown &shown,
                                  const QString &typedEmail, const QUuid &requestId, UtcTime now,
                                  Randomness &randomness)
{
    const Person &person = shown.person;
    return retrying([&]() -> std::optional<SessionGrant> {
        Transaction transaction(connection);
        if (!SignIn::hold(transaction, shown, device))
            return std::nullopt;
        const SessionGrant grant = beginSession(transaction, person.id, device, now, randomness, requestId);
        const SubjectRef subject{QStringLiteral("person"), person.id.value()};
        QList<AuditEntry> entries{{device.value(),
                                   now,
                                   person.id,
                                   QStringLiteral("person.sign_in"),
                                   subject,
                                   std::nullopt,
                                   {{QStringLiteral("session"), grant.session.toString()}},
                                   requestId}};
        if (trustAddress(transaction, person, typedEmail, now)) {
            entries.append({device.value(),
                            now,
                            person.id,
                            QStringLiteral("person.trust_address"),
                            subject,
                            std::nullopt,
                            {},
                            requestId});
        }
        writeAudit(transaction, entries);
        transaction.commit();
        return grant;
    });
}

/// Who checks our tokens themselves keeps the keys for as long as a new one waits before it signs.
http::Response giveTokenKeys(DomainCore &core)
{
    http::Response response = http::Response::json(core.tokens.keySet(core.clock.now()));
    response.setHeader("Cache-Control", "public, max-age=" + QByteArray::number(TokenKeyRing::announcedMs / 1000));
    return response;
}

bool isAuthenticatorNeeded(Connection &connection, const Person &person)
{
    Transaction transaction(connection);
    return mustSetUpTotp(transaction, person);
}

http::Response login(DomainCore &core, SignIn &signIn, const http::Request &request, const http::Context &context)
{
    const auto body = http::readJson(request).and_then(&readLogin);
    if (!body)
        return http::Response::problem(body.error());
    const DeviceId device = *context.caller.deviceId;
    const auto shown =
        signIn.signIn({body->email, body->password, device, request.remoteAddress, body->code, request.id});
    if (!shown)
        return refusedSignIn(core, shown.error(), request, device);
    const auto connection = core.pool.borrow();
    const auto grant = begin(*connection, device, *shown, body->email, request.id, core.clock.now(), core.randomness);
    if (!grant)
        return refusedSignIn(core, SignIn::refusal(), request, device);
    return http::Response::json(signedInJson(core, *connection, shown->person, context.caller, *grant));
}

} // namespace

QJsonObject tokenJson(const DomainCore &core, const AccessClaims &claims)
{
    const UtcTime now = core.clock.now();
    return {{QStringLiteral("access_token"), QString::fromLatin1(core.tokens.issue(claims, now))},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), qint64((claims.expiresAt.msSinceEpoch() - now.msSinceEpoch()) / 1000)}};
}

QJsonObject signedInJson(const DomainCore &core, Connection &connection, const Person &person,
                         const http::Caller &caller, const SessionGrant &grant)
{
    const DeviceId device = *caller.deviceId;
    const Rows rows = connection.run("devices/load_device", {device});
    AccessClaims claims{device,
                        person.id,
                        caller.locations.isEmpty() ? LocationId(rows.uuid(0, 1)) : caller.locations.first(),
                        RegisterId(rows.uuid(0, 2)),
                        permissionTexts(person),
                        std::min(core.clock.now().plusMs(AccessTokens::lifetimeS * 1000), grant.endsAt)};
    claims.session = grant.session;
    QJsonObject json = tokenJson(core, claims);
    json.insert(QStringLiteral("refresh_token"), QString::fromLatin1(grant.refreshToken));
    json.insert(QStringLiteral("session"), grant.session.toString());
    json.insert(QStringLiteral("session_ends_at"), grant.endsAt.toString());
    json.insert(QStringLiteral("person"), codec::toJson(person));
    json.insert(QStringLiteral("authenticator_needed"), isAuthenticatorNeeded(connection, person));
    return json;
}

http::Response refusedSignIn(const DomainCore &core, const SignIn::Refusal &refusal, const http::Request &request,
                             DeviceId device)
{
    // Whose account it was stays out of the log; the device and the address are enough to find who guesses.
    core.log.write(LogLevel::Warning, "auth.refused",
                   LogFields()
                       .add("device", device.value())
                       .add("address", QStringView(request.remoteAddress))
                       .add("reason", QStringView(refusal.problem.code))
                       .add("request_id", request.id));
    http::Response refused = http::Response::problem(refusal.problem);
    if (refusal.retryAfterMs > 0)
        refused.setHeader("Retry-After", http::retryAfter(refusal.retryAfterMs));
    return refused;
}

QStringList permissionTexts(const Person &person)
{
    QStringList texts;
    for (const Permission permission : person.permissions)
        texts.append(permissionText(permission));
    return texts;
}

void addIdentityRoutes(http::Router &router, DomainCore &core, SignIn &signIn)
{
    router.add({QStringLiteral("sign_in"),
                http::Method::Post,
                QStringLiteral("/api/v1/auth/login"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&](const http::Request &request, http::Context &context) {
                   return login(core, signIn, request, context);
               }));
    router.add({QStringLiteral("get_token_keys"),
                http::Method::Get,
                QStringLiteral("/.well-known/jwks.json"),
                http::Credential::None,
                {},
                -1,
                http::OpenTo::Anybody},
               guarded(core, [&](const http::Request &, http::Context &) { return giveTokenKeys(core); }));
}

} // namespace crema::platform
