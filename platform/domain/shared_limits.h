// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "platform/identity/access_tokens.h"
#include "platform/identity/attempt_backoff.h"
#include "platform/valkey/limit_keys.h"
#include "platform/valkey/valkey_rate_limits.h"

namespace crema::platform {

/// What the processes of a platform count together where there is Valkey, and each by itself where there is none.
class SharedLimits
{
public:
    /// `valkey` may be null. All outlive this; rounds of `valkey` end before this goes.
    SharedLimits(Valkey *valkey, AccessTokens &tokens, const Clock &clock);

    /// What it makes does not outlive this.
    [[nodiscard]] MakeAttemptBackoff backoffs() const;
    /// Null without Valkey. Once, and before its rounds begin.
    [[nodiscard]] http::RateLimits *rateLimits(const http::Limits &limits);

private:
    [[nodiscard]] QByteArray secret() const;
    void renewSecret();

    Valkey *m_valkey;
    AccessTokens &m_tokens;
    const Clock &m_clock;
    LimitKeys m_keys;
    std::unique_ptr<ValkeyRateLimits> m_rates;
    std::int64_t m_secretAtMs;
};

} // namespace crema::platform
