// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/domain/domain_core.h"

namespace crema::platform {

/// Who sends a request, from the access token in its Authorization header. Both need `core` to outlive them.
[[nodiscard]] http::Authenticate makeAuthenticate(DomainCore &core);
[[nodiscard]] http::AuthenticateFromMemory makeAuthenticateFromMemory(DomainCore &core);

/// What a device may follow in the feed: the company, its location and itself.
[[nodiscard]] QStringList audiencesOf(const http::Caller &caller);

/// The ids of the locations whose records a caller may see, as the database takes them.
[[nodiscard]] QStringList locationTexts(const http::Caller &caller);

} // namespace crema::platform
