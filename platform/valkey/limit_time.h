// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/valkey/valkey.h"

namespace crema::platform {

/// By whose clock a shared limit runs. Those of several machines agree only about the server's; one process alone may
/// say the time itself, as tests do that turn their clock.
enum class LimitTime { OfServer, OfCaller };

/// As the scripts take it: a negative number leaves the time to the server.
[[nodiscard]] QByteArray limitTimeWord(LimitTime time, std::int64_t monotonicMs);

/// A script that finds `now` in milliseconds, by such a first argument.
[[nodiscard]] ValkeyScript limitScript(const char *lua);

} // namespace crema::platform
