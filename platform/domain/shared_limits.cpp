// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/shared_limits.h"

#include "platform/identity/valkey_attempt_backoff.h"

namespace crema::platform {
namespace {

constexpr std::int64_t secretMs = 1'000;

} // namespace

SharedLimits::SharedLimits(Valkey *valkey, AccessTokens &tokens, const Clock &clock)
    : m_valkey(valkey), m_tokens(tokens), m_clock(clock), m_keys(secret()), m_secretAtMs(clock.monotonicMs())
{}

QByteArray SharedLimits::secret() const
{
    return m_tokens.secretsFor("limits", m_clock.now()).first();
}

MakeAttemptBackoff SharedLimits::backoffs() const
{
    if (!m_valkey)
        return &makeProcessBackoff;
    return [this](const QByteArray &purpose, const AttemptBackoff::Shape &shape) -> std::unique_ptr<AttemptBackoff> {
        return std::make_unique<ValkeyAttemptBackoff>(*m_valkey, m_keys, purpose, shape);
    };
}

http::RateLimits *SharedLimits::rateLimits(const http::Limits &limits)
{
    if (!m_valkey)
        return nullptr;
    m_rates = std::make_unique<ValkeyRateLimits>(limits, *m_valkey, m_keys);
    m_valkey->addRound([this] {
        renewSecret();
        m_rates->exchange();
    });
    return m_rates.get();
}

// It changes with the key that signs tokens, at every process in the same moment but for this second. Here rather than
// where it is needed, since the keys are sometimes read anew.
void SharedLimits::renewSecret()
{
    if (m_clock.monotonicMs() - m_secretAtMs < secretMs)
        return;
    m_secretAtMs = m_clock.monotonicMs();
    m_keys.setSecret(secret());
}

} // namespace crema::platform
