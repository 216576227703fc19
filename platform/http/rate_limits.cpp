// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/rate_limits.h"

#include <algorithm>
#include <limits>

namespace crema::http {
namespace {

/// Of one half: some 3 MB.
constexpr qsizetype mostSenders = 50'000;

bool isThisMachine(const QString &address)
{
    return address == QLatin1String("::1") || address.startsWith(QLatin1String("127."));
}

} // namespace

RateLimits::RateLimits(const Limits &limits, Randomness &randomness)
    : m_seed(randomness.below(std::numeric_limits<std::uint64_t>::max())), m_requestUs(limits.requestUs),
      m_clients(limits.clientWorkMs, limits.workBurstS), m_addresses(limits.addressWorkMs, limits.workBurstS)
{}

RateLimits::Sender RateLimits::senderOf(QByteArrayView token, const QString &address) const
{
    const quint64 place = qHash(address, m_seed);
    Sender sender{token.isEmpty() ? place : qHash(token, m_seed), place};
    if (isThisMachine(address))
        sender.address = 0;
    return sender;
}

std::int64_t RateLimits::waitMs(const Sender &sender, std::int64_t monotonicMs)
{
    const std::int64_t own = m_clients.waitMs(sender.client, monotonicMs);
    return sender.address == 0 ? own : std::max(own, m_addresses.waitMs(sender.address, monotonicMs));
}

void RateLimits::charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs)
{
    const std::int64_t us = std::max<std::int64_t>(busyUs, 0) + m_requestUs;
    m_clients.charge(sender.client, us, monotonicMs);
    if (sender.address != 0)
        m_addresses.charge(sender.address, us, monotonicMs);
}

RateLimits::Use RateLimits::Stores::useNow(quint64 key, std::int64_t nowMs)
{
    auto found = m_young.constFind(key);
    if (found == m_young.constEnd()) {
        found = m_old.constFind(key);
        if (found == m_old.constEnd())
            return {0, nowMs};
    }
    const std::int64_t refilled = std::max<std::int64_t>(nowMs - found->atMs, 0) * m_rate;
    return {std::max<std::int64_t>(found->usedUs - refilled, 0), nowMs};
}

std::int64_t RateLimits::Stores::waitMs(quint64 key, std::int64_t nowMs)
{
    if (m_rate == 0)
        return 0;
    const std::int64_t over = useNow(key, nowMs).usedUs - m_burstUs;
    return over <= 0 ? 0 : (over + m_rate - 1) / m_rate;
}

void RateLimits::Stores::charge(quint64 key, std::int64_t us, std::int64_t nowMs)
{
    if (m_rate == 0)
        return;
    Use use = useNow(key, nowMs);
    use.usedUs += us;
    if (m_young.size() >= mostSenders && !m_young.contains(key))
        m_old = std::exchange(m_young, {});
    m_young.insert(key, use);
}

} // namespace crema::http
