// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/valkey_attempt_backoff.h"

#include <algorithm>

namespace crema::platform {
namespace {

/// How many failures there are, and how long ago the last one was.
const ValkeyScript &readScript()
{
    static const ValkeyScript script = limitScript(R"(
local held = redis.call('HMGET', KEYS[1], 'failures', 'last')
local failures = tonumber(held[1] or 0)
return {failures, math.max(0, now - tonumber(held[2] or now))}
)");
    return script;
}

/// One more; gives how many there are. What is quiet for so long is gone by itself.
const ValkeyScript &addScript()
{
    static const ValkeyScript script = limitScript(R"(
local quiet = tonumber(ARGV[2])
local held = redis.call('HMGET', KEYS[1], 'failures', 'last')
local failures = tonumber(held[1] or 0)
if now - tonumber(held[2] or now) >= quiet then
  failures = 0
end
failures = failures + 1
redis.call('HSET', KEYS[1], 'failures', failures, 'last', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {failures}
)");
    return script;
}

const ValkeyScript &forgetScript()
{
    static const ValkeyScript script = limitScript("return redis.call('DEL', KEYS[1])");
    return script;
}

} // namespace

std::optional<QList<std::int64_t>> ValkeyAttemptBackoff::run(const ValkeyScript &script, const QString &key,
                                                             std::int64_t monotonicMs)
{
    return m_valkey.run(script, {m_keys.nameOf(m_kind, key.toUtf8())},
                        {limitTimeWord(m_time, monotonicMs), QByteArray::number(qlonglong(quietMs))});
}

std::int64_t ValkeyAttemptBackoff::waitMs(const QString &key, std::int64_t monotonicMs)
{
    const auto read = run(readScript(), key, monotonicMs);
    if (!read || read->size() != 2)
        return m_own.waitMs(key, monotonicMs);
    return std::max<std::int64_t>(0, m_shape.waitAfter(static_cast<int>(read->at(0))) - read->at(1));
}

int ValkeyAttemptBackoff::addFailure(const QString &key, std::int64_t monotonicMs)
{
    const int own = m_own.addFailure(key, monotonicMs);
    const auto added = run(addScript(), key, monotonicMs);
    if (!added || added->size() != 1)
        return own;
    const int failures = static_cast<int>(added->first());
    return m_shape.growsWith(failures) ? failures : 0;
}

void ValkeyAttemptBackoff::forget(const QString &key)
{
    m_own.forget(key);
    // What stays there because Valkey is away goes within the hour, and makes nobody wait for longer than a while.
    (void)run(forgetScript(), key, 0);
}

} // namespace crema::platform
