// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey_rate_limits.h"

#include <algorithm>

namespace crema::platform {
namespace {

/// Of one call: some tenths of a millisecond of the server.
constexpr qsizetype mostOfACall = 200;
/// Waiting for a round: more senders than a round ever sees, also where the server is slow.
constexpr qsizetype mostDue = 50'000;

// For each key what was used so far and when that was so; a key goes when its store is full again. Numbers are
// written out whole: Lua would shorten large ones.
const ValkeyScript &useScript()
{
    static const ValkeyScript script = limitScript(R"(
local rate = tonumber(ARGV[2])
local result = {}
for i, key in ipairs(KEYS) do
  local held = redis.call('HMGET', key, 'used', 'at')
  local used = tonumber(held[1] or 0)
  local at = tonumber(held[2] or now)
  used = math.max(0, used - math.max(0, now - at) * rate) + tonumber(ARGV[i + 2])
  if used > 0 then
    redis.call('HSET', key, 'used', string.format('%.0f', used), 'at', string.format('%.0f', math.max(at, now)))
    redis.call('PEXPIRE', key, string.format('%.0f', math.ceil(used / rate) + 1000))
  end
  result[i] = used
end
return result
)");
    return script;
}

} // namespace

ValkeyRateLimits::ValkeyRateLimits(const http::Limits &limits, Valkey &valkey, const LimitKeys &keys, LimitTime time)
    : m_valkey(valkey), m_keys(keys), m_time(time),
      m_requestUs(limits.requestUs), m_clients{QByteArrayLiteral("client"),
                                               {limits.clientWorkMs, limits.workBurstS},
                                               {}},
      m_addresses{QByteArrayLiteral("address"), {limits.addressWorkMs, limits.workBurstS}, {}}
{}

http::RateLimits::Sender ValkeyRateLimits::senderOf(QByteArrayView token, const QString &address) const
{
    const quint64 place = m_keys.numberOf(address.toUtf8());
    Sender sender{token.isEmpty() ? place : m_keys.numberOf(token), place};
    if (isThisMachine(address))
        sender.address = 0;
    return sender;
}

// What happens while Valkey is away is not told later: by then these stores will have filled up for a while.
void ValkeyRateLimits::tell(Kind &kind, quint64 key, std::int64_t us)
{
    if (kind.stores.isBound() && m_valkey.isUp() && (kind.due.size() < mostDue || kind.due.contains(key)))
        kind.due[key] += us;
}

// Whom this process has not seen yet, another one may know: the next round asks.
std::int64_t ValkeyRateLimits::wait(Kind &kind, quint64 key, std::int64_t nowMs)
{
    if (!kind.stores.knows(key))
        tell(kind, key, 0);
    return kind.stores.waitMs(key, nowMs);
}

std::int64_t ValkeyRateLimits::waitMs(const Sender &sender, std::int64_t monotonicMs)
{
    const std::lock_guard lock(m_mutex);
    m_nowMs = std::max(m_nowMs, monotonicMs);
    const std::int64_t own = wait(m_clients, sender.client, monotonicMs);
    return sender.address == 0 ? own : std::max(own, wait(m_addresses, sender.address, monotonicMs));
}

void ValkeyRateLimits::use(Kind &kind, quint64 key, std::int64_t us, std::int64_t nowMs)
{
    kind.stores.charge(key, us, nowMs);
    tell(kind, key, us);
}

void ValkeyRateLimits::charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs)
{
    const std::int64_t us = std::max<std::int64_t>(busyUs, 0) + m_requestUs;
    const std::lock_guard lock(m_mutex);
    m_nowMs = std::max(m_nowMs, monotonicMs);
    use(m_clients, sender.client, us, monotonicMs);
    if (sender.address != 0)
        use(m_addresses, sender.address, us, monotonicMs);
}

void ValkeyRateLimits::exchange()
{
    exchange(m_clients);
    exchange(m_addresses);
}

void ValkeyRateLimits::exchange(Kind &kind)
{
    Due due;
    {
        const std::lock_guard lock(m_mutex);
        due = std::exchange(kind.due, {});
    }
    const QList<quint64> senders = due.keys();
    for (qsizetype begin = 0; begin < senders.size(); begin += mostOfACall) {
        if (!exchange(kind, senders.sliced(begin, std::min(mostOfACall, senders.size() - begin)), due))
            return;
    }
}

bool ValkeyRateLimits::exchange(Kind &kind, const QList<quint64> &senders, const Due &due)
{
    QByteArrayList keys;
    QByteArrayList arguments;
    {
        const std::lock_guard lock(m_mutex);
        arguments = {limitTimeWord(m_time, m_nowMs), QByteArray::number(qlonglong(kind.stores.usPerMs()))};
    }
    for (const quint64 sender : senders) {
        keys.append(m_keys.nameOf(kind.name, sender));
        arguments.append(QByteArray::number(qlonglong(due.value(sender))));
    }
    const auto used = m_valkey.run(useScript(), keys, arguments);
    if (!used || used->size() != senders.size())
        return false;
    const std::lock_guard lock(m_mutex);
    // And what was used here while the server answered.
    for (qsizetype i = 0; i < senders.size(); ++i)
        kind.stores.setUsed(senders.at(i), used->at(i) + kind.due.value(senders.at(i)), m_nowMs);
    return true;
}

} // namespace crema::platform
