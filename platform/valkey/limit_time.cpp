// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/limit_time.h"

namespace crema::platform {
namespace {

const QByteArray findTime = R"(
local now = tonumber(ARGV[1])
if now < 0 then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
)";

} // namespace

QByteArray limitTimeWord(LimitTime time, std::int64_t monotonicMs)
{
    return QByteArray::number(qlonglong(time == LimitTime::OfCaller ? monotonicMs : -1));
}

ValkeyScript limitScript(const char *lua)
{
    return ValkeyScript(findTime + lua);
}

} // namespace crema::platform
