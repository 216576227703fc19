// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/limits.h"
#include "platform/http/refusal.h"
#include "platform/http/request.h"

#include <optional>

namespace crema::http {

/// Reads the target of a request line into target, path and query of the request. An absolute target
/// ("http://host/path") is accepted when `host`, the value of the header field, names the same host.
[[nodiscard]] std::optional<Refusal> readTarget(QByteArrayView target, QByteArrayView host, const Limits &limits,
                                                Request &request);

/// Host as RFC 9110 section 7.2 has it: a name or number, with or without a port.
[[nodiscard]] bool isHost(QByteArrayView host);

} // namespace crema::http
