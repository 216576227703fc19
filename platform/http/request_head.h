// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/http/limits.h"
#include "platform/http/request.h"

#include <optional>

namespace crema::http {

/// What the door needs to know of a head besides the request itself.
struct RequestHead {
    Request request;                           ///< without body, id, address and parameters
    std::optional<std::int64_t> contentLength; ///< bytes; never together with isChunked
    bool isChunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
};

/// Looks for the end of a head in bytes that are still arriving.
struct HeadScan {
    qsizetype length = -1;          ///< bytes up to and with the empty line; −1 while it is not there
    std::optional<Problem> problem; ///< the bytes cannot become a head: answer now, wait for nothing
};
/// `bytes` begins at the request line. `from` is where an earlier scan of the same head stopped (0 at first).
[[nodiscard]] HeadScan scanHead(QByteArrayView bytes, qsizetype from, const Limits &limits);

/// The gate: reads a complete head, empty line included, or says which rule it breaks. It is stricter than
/// RFC 9112: everything that two readers could understand differently (and so be used to smuggle a request past a
/// proxy) is refused, however common it is. Every Problem has a code "request.…"; statusOf() gives its status.
[[nodiscard]] Result<RequestHead> readHead(QByteArrayView bytes, const Limits &limits);

} // namespace crema::http
