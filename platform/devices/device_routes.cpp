// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/device_routes.h"

#include "models/base/json.h"
#include "models/base/json_fields.h"
#include "models/feed/entity_codec.h"
#include "models/security/tokens.h"
#include "platform/devices/device_epochs.h"
#include "platform/devices/enrolment.h"
#include "platform/devices/readmission.h"
#include "platform/http/json_body.h"
#include "platform/identity/identity_routes.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

struct TokenBody {
    DeviceId device;
    std::optional<std::int64_t> epoch; ///< of the store that asks; nothing: that of its enrolment
    QString nonce;
    QByteArray signature;
};

Result<TokenBody> readTokenBody(const QJsonObject &json)
{
    JsonFields fields(json);
    TokenBody body;
    body.device = fields.id<DeviceId>(QStringLiteral("device"));
    body.epoch = fields.optionalInteger(QStringLiteral("epoch"), 1, json::maxInteger);
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

http::Response enrolDevice(DomainCore &core, AttemptBackoff &limit, const http::Request &request)
{
    const std::int64_t nowMs = core.clock.monotonicMs();
    if (const std::int64_t waitMs = limit.waitMs(request.remoteAddress, nowMs); waitMs > 0) {
        return http::Response::problem(tooManyAttempts(waitMs)).withHeader("Retry-After", http::retryAfter(waitMs));
    }
    const auto body = http::readJson(request).and_then(&readEnrolmentRequest);
    if (!body)
        return http::Response::problem(body.error());
    const auto connection = core.pool.borrow();
    const Result<Enrolment> enrolment =
        retrying([&] { return enrol(*connection, *body, core.clock.now(), core.randomness, request.id); });
    if (!enrolment) {
        limit.addFailure(request.remoteAddress, nowMs);
        return http::Response::problem(enrolment.error());
    }
    return http::Response::json(enrolmentJson(core, *enrolment));
}

http::Response letBackIn(DomainCore &core, AttemptBackoff &limit, const http::Request &request)
{
    const std::int64_t nowMs = core.clock.monotonicMs();
    if (const std::int64_t waitMs = limit.waitMs(request.remoteAddress, nowMs); waitMs > 0)
        return http::Response::problem(tooManyAttempts(waitMs)).withHeader("Retry-After", http::retryAfter(waitMs));
    const auto body = http::readJson(request).and_then(&readReadmissionRequest);
    if (!body)
        return http::Response::problem(body.error());
    const Result<void> readmitted = readmit(core.sync, *body, core.clock.now(), request.id);
    if (!readmitted) {
        limit.addFailure(request.remoteAddress, nowMs);
        return http::Response::problem(readmitted.error());
    }
    return http::Response::json({{QStringLiteral("device"), body->device.toString()}});
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

/// What a store is told that is to go elsewhere. It is over when the store shows that it sells there.
QJsonValue moveJson(DomainCore &core, const TokenBody &body, const std::optional<StorePlace> &place)
{
    const std::optional<DeviceRecord> device = core.sync.device(body.device);
    if (!device || !device->move)
        return QJsonValue::Null;
    if (place && place->registerId == device->move->registerId) {
        core.sync.endMove(body.device, device->move->claim);
        return QJsonValue::Null;
    }
    const auto claim = moveClaimOf(*core.sync.begin(), body.device, *device->move, *body.epoch);
    if (!claim)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("claim"), claim->toString(QUuid::WithoutBraces)},
                       {QStringLiteral("register"), device->move->registerId.toString()},
                       {QStringLiteral("location"), codec::toJson(core.sync.location(device->move->location))}};
}

http::Response giveToken(DomainCore &core, DeviceSession &session, const http::Request &request)
{
    const auto body = http::readJson(request).and_then(&readTokenBody);
    if (!body)
        return http::Response::problem(body.error());
    auto claims = session.answer(core.sync, body->device, body->nonce, body->signature, core.clock.now());
    if (!claims) {
        // A network that doubles a question must not look as if the device were not accepted any more.
        constexpr int tooEarly = 425;
        if (claims.error().code == QLatin1String("device.challenge_used"))
            return http::Response::problem(claims.error(), tooEarly);
        return http::Response::problem(claims.error());
    }
    if (!body->epoch)
        return http::Response::json(tokenJson(core, *claims));
    // A store that knows less than the platform heard from it is an older copy (sync.md rule 29): it looks at this.
    const std::optional<StorePlace> place = core.sync.place(body->device, *body->epoch);
    if (place) {
        claims->registerId = place->registerId;
        // A store that is still to move, or a copy that stayed, goes on with the feed of its own place.
        claims->location = place->location ? place->location : claims->location;
    }
    QJsonObject answer = tokenJson(core, *claims);
    answer.insert(QStringLiteral("store"),
                  QJsonObject{{QStringLiteral("epoch"), qint64(*body->epoch)},
                              {QStringLiteral("feed_epoch"), qint64(core.sync.feedEpoch())},
                              {QStringLiteral("known"), place.has_value()},
                              {QStringLiteral("move"), moveJson(core, *body, place)},
                              {QStringLiteral("highest_sequence"), qint64(place ? place->highestSequence : 0)}});
    return http::Response::json(answer);
}

http::Response claimEpoch(DomainCore &core, const http::Request &request, const http::Context &context)
{
    const auto body = http::readJson(request);
    if (!body)
        return http::Response::problem(body.error());
    const Result<EpochClaim> claim = readEpochClaim(*body);
    if (!claim)
        return http::Response::problem(claim.error());
    JsonFields fields(*body);
    const QString signature = fields.text(QStringLiteral("signature"), 1, 200);
    if (claim->device != *context.caller.deviceId)
        fields.add(QStringLiteral("device"),
                   QCoreApplication::translate("crema::platform::DeviceRoutes", "A device claims for itself only."));
    const Result<QByteArray> signedBy =
        fields.result(fromBase64Url(signature).value_or(QByteArray()), QStringLiteral("request.malformed"));
    if (!signedBy)
        return http::Response::problem(signedBy.error());
    const Result<EpochGiven> given =
        giveEpoch(core.sync, *claim, *signedBy, core.clock.now(), core.randomness, request.id);
    if (!given)
        return http::Response::problem(given.error());
    core.events.publish("feed:" + audienceOf(given->registerEntry.location).toLatin1(), {{}, "changes", {}});
    return http::Response::json(toJson(*given));
}

} // namespace

void addDeviceRoutes(http::Router &router, DomainCore &core, DeviceSession &session, AttemptBackoff &enrolLimit)
{
    const auto open = [](const QString &name, const QString &path) {
        return http::RouteInfo{name, http::Method::Post, path, http::Credential::None, {}, -1, http::OpenTo::Anybody};
    };
    router.add(open(QStringLiteral("enroll_device"), QStringLiteral("/api/v1/devices/enroll")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return enrolDevice(core, enrolLimit, request);
               }));
    router.add(open(QStringLiteral("readmit_device"), QStringLiteral("/api/v1/devices/readmit")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return letBackIn(core, enrolLimit, request);
               }));
    router.add(open(QStringLiteral("challenge_device"), QStringLiteral("/api/v1/devices/challenge")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return challenge(core, session, request);
               }));
    router.add(open(QStringLiteral("give_device_token"), QStringLiteral("/api/v1/devices/token")),
               guarded(core, [&](const http::Request &request, http::Context &) {
                   return giveToken(core, session, request);
               }));
    router.add({QStringLiteral("claim_device_epoch"),
                http::Method::Post,
                QStringLiteral("/api/v1/devices/epoch"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core](const http::Request &request, http::Context &context) {
                   return claimEpoch(core, request, context);
               }));
}

} // namespace crema::platform
