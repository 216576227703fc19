// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <QCoroTask>

#include <functional>
#include <memory>

namespace crema::sync {

struct HttpRequest {
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int timeoutMs = 30'000;                      ///< for the whole exchange
    qsizetype maxAnswerBytes = 32 * 1024 * 1024; ///< a longer answer is cut off and counts as failed
};

struct HttpAnswer {
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// A stream of server-sent events that is open or being opened. Destroying it ends it; nothing is told afterwards.
class EventStream
{
public:
    virtual ~EventStream() = default;
};

/// Both are called on the thread that asked, never before follow() has returned.
struct EventListener {
    std::function<void(const QByteArray &name)> heard; ///< an event came; the first one says that the stream is good
    std::function<void()> ended;                       ///< once: refused, cut off, silent for too long, or over
};

/// One HTTP exchange. Redirects are never followed; a proxy is never used for loopback addresses.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;

    /// Any HTTP answer is a value, whatever its status. Errors (kind Unavailable): `network.unreachable` and
    /// `network.tls`, which mean that nothing was sent; `network.cut`, `network.timeout` and
    /// `network.answer_too_large`, which mean for a write: unknown.
    [[nodiscard]] virtual QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) = 0;

    /// Server-sent events; `timeoutMs` is how long the stream may be silent. Null where this way has none: whoever
    /// listens polls then.
    [[nodiscard]] virtual std::unique_ptr<EventStream> follow(const HttpRequest &request,
                                                              const EventListener &listener);
};

inline std::unique_ptr<EventStream> HttpTransport::follow(const HttpRequest &, const EventListener &)
{
    return nullptr;
}

} // namespace crema::sync
