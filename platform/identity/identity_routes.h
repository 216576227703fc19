// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/http/request.h"
#include "platform/identity/sessions.h"
#include "platform/identity/sign_in.h"

namespace crema::platform {

/// `POST /api/v1/auth/login`: a person signs in on an enrolled device. `GET /.well-known/jwks.json`: the public keys
/// of access tokens.
void addIdentityRoutes(http::Router &router, DomainCore &core, SignIn &signIn);

/// `{access_token, token_type, expires_in}` of these claims.
[[nodiscard]] QJsonObject tokenJson(const DomainCore &core, const AccessClaims &claims);

/// The same for somebody who is signed in on the device of `caller`, where its store is, with the refresh token that
/// brings the next ones.
[[nodiscard]] QJsonObject signedInJson(const DomainCore &core, Connection &connection, const Person &person,
                                       const http::Caller &caller, const SessionGrant &grant);

/// Answers somebody who is not let in, and tells the log.
[[nodiscard]] http::Response refusedSignIn(const DomainCore &core, const SignIn::Refusal &refusal,
                                           const http::Request &request, DeviceId device);

/// The permissions as texts.
[[nodiscard]] QStringList permissionTexts(const Person &person);

} // namespace crema::platform
