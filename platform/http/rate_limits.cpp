// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/rate_limits.h"

#include <algorithm>
#include <limits>

namespace crema::http {

bool RateLimits::isThisMachine(const QString &address)
{
    return address == QLatin1String("::1") || address.startsWith(QLatin1String("127."));
}

ProcessRateLimits::ProcessRateLimits(const Limits &limits, Randomness &randomness)
    : m_seed(randomness.below(std::numeric_limits<std::uint64_t>::max())), m_requestUs(limits.requestUs),
      m_clients(limits.clientWorkMs, limits.workBurstS), m_addresses(limits.addressWorkMs, limits.workBurstS)
{}

RateLimits::Sender ProcessRateLimits::senderOf(QByteArrayView token, const QString &address) const
{
    const quint64 place = qHash(address, m_seed);
    Sender sender{token.isEmpty() ? place : qHash(token, m_seed), place};
    if (isThisMachine(address))
        sender.address = 0;
    return sender;
}

std::int64_t ProcessRateLimits::waitMs(const Sender &sender, std::int64_t monotonicMs)
{
    const std::int64_t own = m_clients.waitMs(sender.client, monotonicMs);
    return sender.address == 0 ? own : std::max(own, m_addresses.waitMs(sender.address, monotonicMs));
}

void ProcessRateLimits::charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs)
{
    const std::int64_t us = std::max<std::int64_t>(busyUs, 0) + m_requestUs;
    m_clients.charge(sender.client, us, monotonicMs);
    if (sender.address != 0)
        m_addresses.charge(sender.address, us, monotonicMs);
}

} // namespace crema::http
