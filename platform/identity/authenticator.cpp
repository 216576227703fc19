// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/authenticator.h"

#include "models/people/authenticator_rule.h"
#include "platform/company/config_service.h"
#include "platform/company/stored_reference.h"
#include "platform/identity/device_revocations.h"
#include "platform/identity/ended_sessions.h"
#include "platform/identity/second_factor.h"
#include "platform/identity/sessions.h"
#include "platform/sync/feed_writer.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

http::Caller callerOf(const AccessClaims &claims)
{
    http::Caller caller;
    caller.deviceId = claims.device;
    caller.personId = claims.person;
    if (claims.session)
        caller.sessionId = claims.session->value();
    caller.permissions = QSet<QString>(claims.permissions.cbegin(), claims.permissions.cend());
    if (claims.location)
        caller.locations = {*claims.location};
    return caller;
}

Problem noToken()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("identity.not_signed_in"),
            QCoreApplication::translate("crema::platform::Authenticator", "This address answers only after sign-in."),
            QCoreApplication::translate("crema::platform::Authenticator", "Send an access token."),
            {}};
}

/// What a device does for itself goes on whoever stands before it, and so does selling by PIN.
bool isOpenWithoutAuthenticator(const http::RouteInfo &route)
{
    return route.openTo == http::OpenTo::Device || route.openTo == http::OpenTo::Entry;
}

/// Asked at each request: the setting counts for who is signed in already, and setting one up opens all at once.
bool lacksAuthenticator(DomainCore &core, PersonId person)
{
    // Nearly always nobody has to have one.
    if (core.config.values().text(shop_setting::requireAuthenticator) == shop_setting::nobody)
        return false;
    const auto connection = core.pool.borrow();
    Transaction transaction(*connection);
    return mustSetUpTotp(transaction, loadPerson(transaction, person));
}

} // namespace

http::Authenticate makeAuthenticate(DomainCore &core)
{
    return [&core](const http::Request &request, const http::RouteInfo &route) -> Result<http::Caller> {
        const QByteArrayView token = request.bearerToken();
        if (token.isEmpty())
            return failure(noToken());
        const Result<AccessClaims> claims = core.tokens.read(token, core.clock.now());
        if (!claims)
            return failure(claims.error());
        if (core.revocations.isShutOut(claims->device, core.clock.monotonicMs()))
            return failure(shutOut());
        if (claims->session && core.endedSessions.hasEnded(*claims->session))
            return failure(sessionEnded());
        if (claims->session && claims->person && !isOpenWithoutAuthenticator(route) &&
            lacksAuthenticator(core, *claims->person))
            return failure(authenticatorNeeded());
        return callerOf(*claims);
    };
}

http::AuthenticateFromMemory makeAuthenticateFromMemory(DomainCore &core)
{
    return [&core](const http::Request &request, const http::RouteInfo &) -> std::optional<http::Caller> {
        const auto claims = core.tokens.known(request.bearerToken(), core.clock.now());
        const auto isShutOut =
            claims ? core.revocations.isKnownAsShutOut(claims->device, core.clock.monotonicMs()) : std::nullopt;
        if (isShutOut != false || (claims->session && core.endedSessions.isKnownAsEnded(*claims->session) != false))
            return std::nullopt;
        return callerOf(*claims);
    };
}

QStringList audiencesOf(const http::Caller &caller)
{
    QStringList audiences{companyAudience()};
    for (const LocationId &location : caller.locations)
        audiences.append(audienceOf(location));
    if (caller.deviceId)
        audiences.append(audienceOf(*caller.deviceId));
    return audiences;
}

QStringList locationTexts(const http::Caller &caller)
{
    QStringList texts;
    for (const LocationId &location : caller.locations)
        texts.append(location.toString());
    return texts;
}

} // namespace crema::platform
