// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"
#include "platform/identity/sign_in.h"

namespace crema::platform {

/// What people do to their own account, once they show their present password again: `POST /api/v1/auth/password` sets
/// another one, `POST /api/v1/auth/totp` and `POST /api/v1/auth/totp/confirm` set an authenticator up.
void addAccountRoutes(http::Router &router, DomainCore &core, SignIn &signIn);

} // namespace crema::platform
