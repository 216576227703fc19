// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <QCoroTask>

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

/// One HTTP exchange. Redirects are never followed; a proxy is never used for loopback addresses.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;

    /// Any HTTP answer is a value, whatever its status. Errors (kind Unavailable): `network.unreachable`,
    /// `network.timeout`, `network.answer_too_large`, `network.tls`. For a write they all mean: unknown.
    [[nodiscard]] virtual QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) = 0;
};

} // namespace crema::sync
