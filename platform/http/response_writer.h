// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"
#include "platform/http/response.h"

#include <QUuid>

namespace crema::http {

/// What the bytes of an answer depend on besides the answer.
struct WireContext {
    QUuid requestId;
    UtcTime now;
    bool isHead = false; ///< the answer to HEAD: the head of the answer to GET
    bool isHttp10 = false;
    bool keepAlive = true;
    bool isSecure = false;   ///< it goes through TLS
    QByteArrayView question; ///< Request::question(); points into the request
};

/// How the body follows the head.
enum class Framing {
    Length,     ///< Content-Length, body in the same bytes
    Chunked,    ///< from a BodySource, HTTP/1.1
    UntilClose, ///< from a BodySource to HTTP/1.0, and event streams
    None,       ///< HEAD, 204, 304
};

struct WireResponse {
    QByteArray bytes; ///< the head, and the body too with Framing::Length
    int status = 200;
    Framing framing = Framing::Length;
    bool keepAlive = true;
};

/// True when no name or value of the answer could break out of its line.
[[nodiscard]] bool hasSafeHeaders(const Response &response);

/// Asserts hasSafeHeaders(): the door replaces any other answer by 500 first.
[[nodiscard]] WireResponse writeResponse(const Response &response, const WireContext &context);

/// One chunk of a chunked body; the closing one for an empty piece.
[[nodiscard]] QByteArray writeChunk(const QByteArray &piece);

/// One event as server-sent events have it on the wire.
[[nodiscard]] QByteArray writeEvent(const Event &event);

} // namespace crema::http
