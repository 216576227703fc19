// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agreement/handler_network.h"

#include <QUrlQuery>

namespace crema::testing {
namespace {

http::Request requestOf(const sync::HttpRequest &asked)
{
    http::Request request;
    request.method = http::methodFromName(asked.method).value();
    request.path = asked.url.path(QUrl::FullyEncoded).toLatin1();
    request.target = request.path;
    if (asked.url.hasQuery())
        request.target += '?' + asked.url.query(QUrl::FullyEncoded).toLatin1();
    const auto items = QUrlQuery(asked.url).queryItems(QUrl::FullyDecoded);
    for (const auto &item : items)
        request.query.append({item.first, item.second});
    request.body = asked.body;
    for (const auto &[name, value] : asked.headers)
        request.addHeader(name, value);
    return request;
}

/// What the handler makes piece by piece, in one.
QByteArray bodyOf(const http::Response &response)
{
    if (!response.source)
        return response.body;
    QByteArray body;
    for (;;) {
        const QByteArray piece = response.source->next().value();
        if (piece.isEmpty())
            return body;
        body += piece;
    }
}

} // namespace

QCoro::Task<Result<sync::HttpAnswer>> HandlerNetwork::send(sync::HttpRequest request)
{
    if (isCut) {
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"), QStringLiteral("cut off"),
                          QString());
    }
    const http::Response response = m_handler(requestOf(request));
    sync::HttpAnswer answer;
    answer.status = response.status;
    for (const auto &[name, value] : response.headers)
        answer.headers.insert(name.toLower(), value);
    answer.body = bodyOf(response);
    co_return answer;
}

} // namespace crema::testing
