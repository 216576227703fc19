// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "platform/http/event_stream.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace crema::http {

/// A body that is made piece by piece while the client reads. next() runs on a worker, one call at a time, and only
/// when the piece before has been sent, so a slow client holds no worker and at most one piece of memory.
class BodySource
{
public:
    virtual ~BodySource() = default;
    /// The next piece; an empty one ends the body. A Problem cuts the connection, because the status is already out.
    [[nodiscard]] virtual Result<QByteArray> next() = 0;
};

/// What a handler answers. Plain value, built by the named makers below.
class Response
{
public:
    using Header = std::pair<QByteArray, QByteArray>;

    int status = 200;
    std::vector<Header> headers; ///< without Content-Length, Date, Connection and X-Request-Id
    QByteArray body;
    std::shared_ptr<BodySource> source;      ///< instead of `body`
    std::optional<EventSubscription> events; ///< instead of `body`
    std::optional<Problem> problemValue;     ///< instead of `body`; written as a problem document at the edge
    bool closeConnection = false;

    [[nodiscard]] static Response json(const QJsonObject &object, int status = 200);
    /// Bytes that are JSON already, such as a row that the database built.
    [[nodiscard]] static Response jsonBytes(const QByteArray &bytes, int status = 200);
    [[nodiscard]] static Response bytes(const QByteArray &body, const QByteArray &contentType, int status = 200);
    [[nodiscard]] static Response noContent();
    /// 201 with `Location`.
    [[nodiscard]] static Response created(const QByteArray &location, const QJsonObject &object);
    [[nodiscard]] static Response notModified(const QByteArray &etag);
    /// An RFC 9457 problem document; the status follows from the problem (problem_document.h).
    [[nodiscard]] static Response problem(const Problem &problem);
    [[nodiscard]] static Response problem(const Problem &problem, int status);
    [[nodiscard]] static Response stream(std::shared_ptr<BodySource> source, const QByteArray &contentType);
    [[nodiscard]] static Response eventStream(const EventSubscription &subscription);

    /// Sets a header field, replacing one of the same name. A name or value that could break the answer apart
    /// (CR, LF, NUL, a control character) is a bug of the caller: the client gets 500 and the bug is logged.
    Response &setHeader(const QByteArray &name, const QByteArray &value);
    [[nodiscard]] Response withHeader(const QByteArray &name, const QByteArray &value) &&;
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// The value of `Retry-After` for a wait in milliseconds: whole seconds, at least 1.
[[nodiscard]] QByteArray retryAfter(std::int64_t waitMs);

} // namespace crema::http
