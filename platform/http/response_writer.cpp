// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/response_writer.h"

#include "platform/http/problem_document.h"

#include <QDateTime>
#include <QLocale>

namespace crema::http {
namespace {

QByteArrayView reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

// RFC 9110 section 5.6.7. Formatting costs more than the rest of a small answer, so the last second is kept.
QByteArray dateOf(UtcTime now)
{
    thread_local std::int64_t lastSecond = -1;
    thread_local QByteArray text;
    const std::int64_t second = now.msSinceEpoch() / 1000;
    if (second != lastSecond) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        text = QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss").toLatin1() + " GMT";
        lastSecond = second;
    }
    return text;
}

void appendHeader(QByteArray &bytes, QByteArrayView name, QByteArrayView value)
{
    bytes += name;
    bytes += ": ";
    bytes += value;
    bytes += "\r\n";
}

/// What keeps a browser that was led here from showing an answer as a page, framing it, keeping it, or telling others
/// its address (docs/security.md, 3.2 and 3.4).
constexpr char guardingHeaders[] = "X-Content-Type-Options: nosniff\r\n"
                                   "Content-Security-Policy: default-src 'none'; base-uri 'none'; object-src 'none'; "
                                   "frame-ancestors 'none'\r\n"
                                   "Referrer-Policy: no-referrer\r\n"
                                   "Cross-Origin-Resource-Policy: same-origin\r\n";

Framing framingOf(const Response &response, const WireContext &context)
{
    if (context.isHead || response.status == 204 || response.status == 304)
        return Framing::None;
    if (response.events)
        return Framing::UntilClose;
    if (response.source)
        return context.isHttp10 ? Framing::UntilClose : Framing::Chunked;
    return Framing::Length;
}

void appendFraming(QByteArray &bytes, Framing framing, const Response &response, qsizetype bodySize)
{
    const bool hasSize = !response.events && !response.source && response.status != 204 && response.status != 304;
    if (framing == Framing::Chunked)
        appendHeader(bytes, "Transfer-Encoding", "chunked");
    else if (hasSize)
        appendHeader(bytes, "Content-Length", QByteArray::number(bodySize));
}

bool isSafe(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) {
        const auto value = static_cast<unsigned char>(c);
        return (value >= 0x20 && value != 0x7f) || c == '\t';
    });
}

} // namespace

bool hasSafeHeaders(const Response &response)
{
    return std::ranges::all_of(response.headers, [](const Response::Header &header) {
        return !header.first.isEmpty() && isSafe(header.first) && isSafe(header.second) &&
               !header.first.contains(' ') && !header.first.contains(':');
    });
}

WireResponse writeResponse(const Response &response, const WireContext &context)
{
    Q_ASSERT(hasSafeHeaders(response));
    const QByteArray body = response.problemValue
                                ? problemDocument(*response.problemValue, response.status, context.requestId)
                                : response.body;

    WireResponse wire;
    wire.status = response.status;
    wire.framing = framingOf(response, context);
    wire.keepAlive = context.keepAlive && !response.closeConnection && wire.framing != Framing::UntilClose;

    QByteArray &bytes = wire.bytes;
    bytes.reserve(512 + body.size());
    bytes += "HTTP/1.1 ";
    bytes += QByteArray::number(response.status);
    bytes += ' ';
    bytes += reasonOf(response.status);
    bytes += "\r\n";
    appendHeader(bytes, "Date", dateOf(context.now));
    appendHeader(bytes, "X-Request-Id", context.requestId.toByteArray(QUuid::WithoutBraces));
    if (!context.question.isEmpty())
        appendHeader(bytes, "Crema-Question", context.question);
    bytes += guardingHeaders;
    if (context.isSecure)
        appendHeader(bytes, "Strict-Transport-Security", "max-age=31536000"); // RFC 6797: a year
    if (response.header("Cache-Control").isEmpty())
        appendHeader(bytes, "Cache-Control", response.header("ETag").isEmpty() ? "no-store" : "private, no-cache");
    if (response.problemValue) {
        appendHeader(bytes, "Content-Type", problemContentType);
        appendHeader(bytes, "Vary", "Accept-Language");
    }
    for (const Response::Header &header : response.headers)
        appendHeader(bytes, header.first, header.second);
    appendFraming(bytes, wire.framing, response, body.size());
    if (!wire.keepAlive)
        appendHeader(bytes, "Connection", "close");
    else if (context.isHttp10)
        appendHeader(bytes, "Connection", "keep-alive");
    bytes += "\r\n";
    if (wire.framing == Framing::Length)
        bytes += body;
    return wire;
}

QByteArray writeChunk(const QByteArray &piece)
{
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

QByteArray writeEvent(const Event &event)
{
    // A lone CR ends a line for the reader too, and what follows it would be read as a field.
    const auto isBreak = [](char c) { return c == '\r' || c == '\n'; };
    Q_ASSERT(std::ranges::none_of(event.name + event.id, isBreak));
    QByteArray data = event.data;
    data.replace("\r\n", "\n").replace('\r', '\n');
    QByteArray text;
    if (!event.name.isEmpty())
        text += "event: " + event.name + '\n';
    if (!event.id.isEmpty())
        text += "id: " + event.id + '\n';
    for (const QByteArray &line : data.split('\n'))
        text += "data: " + line + '\n';
    text += '\n';
    return text;
}

} // namespace crema::http
