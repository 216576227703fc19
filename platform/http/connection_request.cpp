// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection.h"

#include "models/base/uuid7.h"
#include "platform/http/door_core.h"
#include "platform/http/request_language.h"

#include <boost/asio/post.hpp>

#include <QCoreApplication>

#include <netinet/tcp.h>
#include <sys/socket.h>

namespace crema::http {
namespace {

Problem busyProblem()
{
    return {ProblemKind::Unavailable,
            QStringLiteral("platform.busy"),
            QCoreApplication::translate("Door", "The platform has more to do than it can take on right now."),
            QCoreApplication::translate("Door", "Try again in a moment."),
            {}};
}

Problem noSuchPathProblem()
{
    return {ProblemKind::NotFound,
            QStringLiteral("request.no_such_path"),
            QCoreApplication::translate("Door", "The platform answers nothing at this address."),
            QCoreApplication::translate("Door", "Compare the address with the API document."),
            {}};
}

Problem methodNotAllowedProblem()
{
    return {ProblemKind::Invalid,
            QStringLiteral("request.method_not_allowed"),
            QCoreApplication::translate("Door", "This address exists, but not for this method."),
            QCoreApplication::translate("Door", "The header field Allow names the methods that it takes."),
            {}};
}

std::int64_t bodyLimitOf(const Router::Match &match, const Limits &limits)
{
    const auto *found = std::get_if<Router::Found>(&match);
    return found && found->route->info.bodyLimit >= 0 ? found->route->info.bodyLimit : limits.bodyBytes;
}

Response tooManyRequestsResponse(std::int64_t waitMs)
{
    const Problem problem{
        ProblemKind::Unavailable,
        QStringLiteral("request.rate_limited"),
        QCoreApplication::translate("Door", "More was asked from here than the platform gives to one client."),
        QCoreApplication::translate("Door", "Ask again later; the header field Retry-After says when."),
        {}};
    return Response::problem(problem).withHeader(QByteArrayLiteral("Retry-After"), retryAfter(waitMs));
}

Response busyResponse(const Limits &limits)
{
    return Response::problem(busyProblem())
        .withHeader(QByteArrayLiteral("Retry-After"), QByteArray::number(qlonglong(limits.retryAfterS)))
        .withHeader(QByteArrayLiteral("Crema-Spread"), QByteArray::number(qlonglong(limits.spreadS)));
}

} // namespace

QByteArrayView Connection::acceptLanguage() const
{
    return m_head ? m_head->request.header("accept-language") : QByteArrayView();
}

bool Connection::readHeadStep()
{
    const HeadScan scan = scanHead(m_in, m_scanned, m_core.limits);
    if (scan.problem) {
        refuse(*scan.problem);
        return false;
    }
    if (scan.length < 0) {
        // The last bytes may be the beginning of the empty line.
        m_scanned = std::max<qsizetype>(0, m_in.size() - 1);
        waitForRest();
        return false;
    }
    Result<RequestHead> head = readHead(QByteArrayView(m_in).first(scan.length), m_core.limits);
    m_in.remove(0, scan.length);
    m_scanned = 0;
    if (!head) {
        refuse(head.error());
        return false;
    }
    m_head = std::move(*head);
    m_head->request.id = makeUuid7(m_core.parts.clock.now(), m_core.parts.randomness);
    m_head->request.remoteAddress =
        senderBehind(m_core.parts.proxies, m_address, m_head->request.header("x-forwarded-for"));
    m_keepAlive = m_head->keepAlive && !m_isStopping;
    return beginBody();
}

bool Connection::beginBody()
{
    const RequestLanguage language(acceptLanguage());
    m_match = m_core.parts.router.match(m_head->request.method, m_head->request.path);
    m_bodyLimit = bodyLimitOf(m_match, m_core.limits);
    if (m_head->contentLength.value_or(0) > m_bodyLimit) {
        refuse(tooLargeProblem(m_bodyLimit));
        return false;
    }
    if (m_head->isChunked)
        m_chunks = std::make_unique<ChunkedBody>(m_bodyLimit);
    m_phase = Phase::Body;
    const bool hasBody = m_head->isChunked || m_head->contentLength.value_or(0) > 0;
    if (!hasBody)
        return true;
    setDeadline(m_core.limits.bodyMs);
    if (m_head->expectsContinue && m_in.isEmpty()) {
        // Small enough for the socket's buffer, and nothing else is being written now.
        boost::system::error_code code;
        constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
        (void)m_channel.write(QByteArrayView(interim.data(), qsizetype(interim.size())), code);
    }
    return true;
}

// A client that writes a request in parts, as Qt's does, holds the last part until the ones before it are acknowledged
// (Nagle's algorithm). By itself the kernel takes 40 ms over that, in the hope of an answer to send along.
void Connection::waitForRest()
{
    constexpr int on = 1;
    ::setsockopt(m_channel.socket().native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    waitForBytes();
}

bool Connection::readBodyStep()
{
    const RequestLanguage language(acceptLanguage());
    if (m_head->isChunked)
        return readChunks();
    QByteArray &body = m_head->request.body;
    const qsizetype wanted = m_head->contentLength.value_or(0);
    const qsizetype taken = std::min(wanted - body.size(), m_in.size());
    if (taken > 0) {
        if (!growBody(taken))
            return false;
        body += QByteArrayView(m_in).first(taken);
        m_in.remove(0, taken);
    }
    if (body.size() < wanted) {
        waitForRest();
        return false;
    }
    dispatch();
    return true;
}

bool Connection::readChunks()
{
    const qsizetype before = m_chunks->size();
    const Result<qsizetype> used = m_chunks->read(m_in);
    if (!used) {
        refuse(used.error());
        return false;
    }
    m_in.remove(0, *used);
    if (!growBody(m_chunks->size() - before))
        return false;
    if (!m_chunks->isComplete()) {
        waitForRest();
        return false;
    }
    m_head->request.body = m_chunks->takeBody();
    dispatch();
    return true;
}

// All bodies together have a bound too; without it, many clients with allowed bodies could fill the memory.
bool Connection::growBody(qsizetype bytes)
{
    if (m_core.bufferedBodyBytes + bytes > m_core.limits.bufferedBodyBytes) {
        m_core.metrics.countTurnedAway();
        m_keepAlive = false;
        respond(busyResponse(m_core.limits));
        return false;
    }
    m_core.bufferedBodyBytes += bytes;
    m_countedBody += bytes;
    return true;
}

void Connection::releaseBody()
{
    m_core.bufferedBodyBytes -= std::exchange(m_countedBody, 0);
    m_chunks.reset();
}

void Connection::dispatch()
{
    m_phase = Phase::Working;
    m_requestStart = now();
    if (isHeldUp())
        return;
    if (auto *found = std::get_if<Router::Found>(&m_match)) {
        const Route &route = *found->route;
        m_head->request.parameters = std::move(found->parameters);
        if (const std::optional<Response> response = m_core.runner.runFromMemory(route, m_head->request))
            respond(*response);
        else
            dispatchToWorker(route);
        return;
    }
    if (const auto *notAllowed = std::get_if<Router::MethodNotAllowed>(&m_match))
        respond(Response::problem(methodNotAllowedProblem()).withHeader(QByteArrayLiteral("Allow"), notAllowed->allow));
    else
        respond(Response::problem(noSuchPathProblem()));
}

bool Connection::isHeldUp()
{
    const Request &request = m_head->request;
    const RateLimits::Sender sender = m_core.rates.senderOf(request.bearerToken(), request.remoteAddress);
    const std::int64_t waitMs = m_core.rates.waitMs(sender, msOf(m_requestStart));
    if (waitMs == 0) {
        m_sender = sender;
        return false;
    }
    m_core.metrics.countHeldUp();
    respond(tooManyRequestsResponse(waitMs));
    return true;
}

void Connection::dispatchToWorker(const Route &route)
{
    // The worker only reads the request, and this side leaves it alone until the answer is back.
    const bool isTaken = m_core.pool.tryPost([self = shared_from_this(), &route]() mutable {
        Response response = self->m_core.runner.run(route, self->m_head->request);
        boost::asio::io_context &io = self->m_core.io;
        boost::asio::post(io, [self = std::move(self), response = std::move(response)] {
            if (self->m_phase == Phase::Working)
                self->respond(response);
            else if (response.source)
                self->m_core.releaseOnWorker(response.source);
        });
    });
    if (isTaken)
        return;
    m_core.metrics.countTurnedAway();
    respond(busyResponse(m_core.limits));
}

void Connection::refuse(const Problem &problem)
{
    m_keepAlive = false;
    m_match = Router::NoSuchPath{};
    if (!m_head) {
        m_head.emplace();
        m_head->request.id = makeUuid7(m_core.parts.clock.now(), m_core.parts.randomness);
    }
    m_requestStart = now();
    respond(Response::problem(problem));
}

} // namespace crema::http
