// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QByteArray>

namespace crema::platform {

/// Whether a webhook came from whoever has the secret, and now: `header` is the value of Stripe-Signature
/// (`t=…,v1=…[,v1=…]`), v1 the hexadecimal HMAC-SHA-256 of `t.body` under the whole text of the secret. Any v1 may fit,
/// other schemes say nothing. What is older than five minutes is refused, and what comes from the future as well.
[[nodiscard]] bool isSignedByStripe(QByteArrayView body, QByteArrayView header, QByteArrayView secret, UtcTime now);

} // namespace crema::platform
