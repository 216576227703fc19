// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/response.h"

#include "platform/http/problem_document.h"

#include <QJsonDocument>

#include <algorithm>

namespace crema::http {

Response Response::json(const QJsonObject &object, int status)
{
    return jsonBytes(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Response Response::jsonBytes(const QByteArray &bytes, int status)
{
    return Response::bytes(bytes, QByteArrayLiteral("application/json"), status);
}

Response Response::bytes(const QByteArray &body, const QByteArray &contentType, int status)
{
    Response response;
    response.status = status;
    response.body = body;
    response.headers.emplace_back(QByteArrayLiteral("Content-Type"), contentType);
    return response;
}

Response Response::noContent()
{
    Response response;
    response.status = 204;
    return response;
}

Response Response::created(const QByteArray &location, const QJsonObject &object)
{
    return json(object, 201).withHeader(QByteArrayLiteral("Location"), location);
}

Response Response::notModified(const QByteArray &etag)
{
    Response response;
    response.status = 304;
    response.headers.emplace_back(QByteArrayLiteral("ETag"), etag);
    return response;
}

Response Response::problem(const Problem &problem)
{
    return Response::problem(problem, statusOf(problem));
}

Response Response::problem(const Problem &problem, int status)
{
    Response response;
    response.status = status;
    response.problemValue = problem;
    return response;
}

Response Response::stream(std::shared_ptr<BodySource> source, const QByteArray &contentType)
{
    Response response;
    response.source = std::move(source);
    response.headers.emplace_back(QByteArrayLiteral("Content-Type"), contentType);
    return response;
}

Response Response::eventStream(const EventSubscription &subscription)
{
    Response response;
    response.events = subscription;
    response.headers.emplace_back(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/event-stream"));
    response.headers.emplace_back(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

Response &Response::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (Header &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0) {
            header.second = value;
            return *this;
        }
    }
    headers.emplace_back(name, value);
    return *this;
}

Response Response::withHeader(const QByteArray &name, const QByteArray &value) &&
{
    setHeader(name, value);
    return std::move(*this);
}

QByteArray Response::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (QByteArrayView(header.first).compare(name, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

QByteArray retryAfter(std::int64_t waitMs)
{
    return QByteArray::number(qint64(std::max<std::int64_t>(1, (waitMs + 999) / 1000)));
}

} // namespace crema::http
