// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/door.h"

namespace crema::http {

/// Runs the handler of a route behind its checks: who is it, may they, and nothing thrown gets past here.
class RouteRunner
{
public:
    explicit RouteRunner(const DoorParts &parts) : m_parts(parts) {}

    /// On a worker.
    [[nodiscard]] Response run(const Route &route, const Request &request) const;

    /// On the door's thread; nothing when a worker has to do it.
    [[nodiscard]] std::optional<Response> runFromMemory(const Route &route, const Request &request) const;

    /// The next piece of a streamed body; what it throws becomes a Problem. On a worker.
    [[nodiscard]] Result<QByteArray> nextPiece(BodySource &source) const;

    /// The answer to one subscriber too many.
    [[nodiscard]] Response tooManyStreams() const;

    /// The answer to a bug: 500 with the request id, and a log line that names the request.
    [[nodiscard]] Response bugResponse(const char *what, const Request &request, const QString &routeName) const;

private:
    [[nodiscard]] Response handle(const Route &route, const Request &request) const;
    [[nodiscard]] Result<Caller> callerOf(const Route &route, const Request &request) const;

    const DoorParts &m_parts;
};

} // namespace crema::http
