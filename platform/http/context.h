// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "platform/http/caller.h"

namespace crema::http {

struct RouteInfo;

/// What a handler is given besides the request. It lives as long as the call.
struct Context {
    const Clock &clock;
    Randomness &randomness;
    const RouteInfo &route;
    Caller caller; ///< empty for routes without a credential
};

} // namespace crema::http
