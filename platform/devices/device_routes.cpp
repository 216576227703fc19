// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_routes.h"

#include "models/base/json_fields.h"
#include "models/feed/entity_codec.h"
#include "models/security/tokens.h"
#include "platform/database/transaction.h"
#include "platform/devices/enrolment.h"
#include "platform/http/json_body.h"
#include "platform/identity/identity_routes.h"

namespace crema::platform {
namespace {

struct TokenBody {
    DeviceId device;
    QString nonce;
    QByteArray signature;
};

Result<TokenBody> readTokenBody(const QJsonObject &json)
{
    JsonFields fields(json);
    TokenBody body;
    body.device = fields.id<DeviceId>(QStringLiteral("device"));
    body.nonce = fields.text(QStringLiteral("nonce"), 1, 200);
    body.signature = fromBase64Url(fields.text(QStringLiteral("signature"), 1, 200)).value_or(QByteArray());
    return fields.result(body, QStringLiteral("request.malformed"));
}

QJsonObject enrolmentJson(const DomainCore &core, const Enrolment &enrolment)
{
    const AccessClaims claims{enrolment.registerEntry.device,
                              enrolment.person.id,
                              enrolment.location.id,
                              enrolment.registerEntry.id,
                              permissionTexts(enrolment.person),
                              core.clock.now().plusMs(AccessTokens::lifetimeS * 1000)};
    QJsonObject json = tokenJson(core, claims);
    json.insert(QStringLiteral("company"), codec::toJson(enrolment.company));
    json.insert(QStringLiteral("location"), codec::toJson(enrolment.location));
    json.insert(QStringLiteral("register"), codec::toJson(enrolment.registerEntry));
    json.insert(QStringLiteral("person"), codec::toJson(enrolment.person));
    json.insert(QStringLiteral("feed"), QJsonObject{{QStringLiteral("epoch"), qint64(enrolment.feedEpoch)}});
    return json;
}

http::Response enrolDevice(DomainCore &core, AttemptLimit &limit, const http::Request &request)
{
    const std::int64_t nowMs = core.clock.monotonicMs();
    if (!limit.allows(request.remoteAddress, nowMs))
        return http::Response::problem(tooManyAttempts());
    const auto body = http::readJson(request).and_then(&readEnrolmentRequest);
    if (!body)
        return http::Response::problem(body.error());
    const auto connection = core.pool.borrow();
    const Result<Enrolment> enrolment =
        retrying([&] { return enrol(*connection, *body, core.clock.now(), core.randomness); });
    if (!enrolment) {
        limit.addFailure(request.remoteAddress, nowMs);
        return http::Response::problem(enrolment.error());
    }
    return http::Response::json(enrolmentJson(core, *enrolment));
}

http::Response challenge(DomainCore &core, DeviceSession &session, const http::Request &request)
{
    const auto body = http::readJson(request);
    if (!body)
        return http::Response::problem(body.error());
    JsonFields fields(*body);
    const auto id = fields.id<DeviceId>(QStringLiteral("device"));
    const Result<DeviceId> device = fields.result(id, QStringLiteral("request.malformed"));
    if (!device)
        return http::Response::problem(device.error());
    return http::Response::json({{QStringLiteral("nonce"), session.challenge(*device, core.clock.now())}});
}

http::Response giveToken(DomainCore &core, DeviceSession &session, const http::Request &request)
{
    const auto body = http::readJson(request).and_then(&readTokenBody);
    if (!body)
        return http::Response::problem(body.error());
    const auto claims = session.answer(core.sync, body->device, body->nonce, body->signature, core.clock.now());
    if (claims)
        return http::Response::json(tokenJson(core, *claims));
    // A network that doubles a question must not look as if the device were not accepted any more.
    constexpr int tooEarly = 425;
    if (claims.error().code == QLatin1String("device.challenge_used"))
        return http::Response::problem(claims.error(), tooEarly);
    return http::Response::problem(claims.error());
}

} // namespace

void addDeviceRoutes(http::Router &router, DomainCore &core, DeviceSession &session, AttemptLimit &enrolLimit)
{
    const auto open = [](const QString &name, const QString &path) {
        return http::RouteInfo{name, http::Method::Post, path, http::Credential::None, {}, -1};
    };
    router.add(open(QStringLiteral("enroll_device"), QStringLiteral("/api/v1/devices/enroll")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return enrolDevice(core, enrolLimit, request);
               }));
    router.add(open(QStringLiteral("challenge_device"), QStringLiteral("/api/v1/devices/challenge")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return challenge(core, session, request);
               }));
    router.add(open(QStringLiteral("give_device_token"), QStringLiteral("/api/v1/devices/token")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return giveToken(core, session, request);
               }));
}

} // namespace crema::platform
