// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection.h"

#include "platform/base/log.h"
#include "platform/http/door_core.h"
#include "platform/http/request_language.h"

#include <boost/asio/post.hpp>

namespace crema::http {
namespace {

using boost::system::error_code;

// A full pool is the only thing that a stream waits for by time; it holds no worker meanwhile.
constexpr std::chrono::milliseconds pieceRetry{50};

double secondsSince(std::chrono::steady_clock::time_point start, std::chrono::steady_clock::time_point end)
{
    return std::chrono::duration<double>(end - start).count();
}

} // namespace

void Connection::respond(const Response &response)
{
    const RequestLanguage language(acceptLanguage());
    if (response.events && m_core.eventStreamCount >= m_core.limits.eventStreams) {
        m_core.metrics.countTurnedAway();
        respond(m_core.runner.tooManyStreams());
        return;
    }
    const Request &request = m_head->request;
    const WireContext context{request.id,        m_core.parts.clock.now(),     request.method == Method::Head,
                              request.isHttp10,  m_keepAlive && !m_isStopping, m_channel.isSecure(),
                              request.question()};
    const WireResponse wire = writeResponse(response, context);
    releaseBody();
    m_keepAlive = wire.keepAlive;
    m_framing = wire.framing;
    m_phase = Phase::Writing;
    m_source = response.source;
    logAnswer(wire.status);
    if (response.events && wire.framing == Framing::UntilClose)
        openEvents(*response.events);
    if (m_source && wire.framing != Framing::None)
        m_phase = Phase::Streaming;
    write(wire.bytes);
}

void Connection::logAnswer(int status)
{
    const auto *found = std::get_if<Router::Found>(&m_match);
    const std::chrono::steady_clock::time_point end = now();
    const double seconds = secondsSince(m_requestStart, end);
    if (const auto sender = std::exchange(m_sender, std::nullopt))
        m_core.rates.charge(*sender, static_cast<std::int64_t>(seconds * 1e6), msOf(end));
    m_core.metrics.count(found ? found->route : nullptr, status, seconds);
    if (!m_core.parts.log.takes(platform::LogLevel::Info))
        return;
    // Neither path nor query: both may carry what tells who a customer is.
    platform::LogFields fields;
    fields.add("request_id", m_head->request.id)
        .add("method", methodName(m_head->request.method))
        .add("route", found ? QStringView(found->route->info.name) : QStringView(u"none"))
        .add("status", status)
        .add("microseconds", static_cast<std::int64_t>(seconds * 1e6));
    m_core.parts.log.write(platform::LogLevel::Info, "http.request", fields);
    m_core.flushLogSoon();
}

void Connection::write(const QByteArray &bytes)
{
    m_out = bytes;
    m_outDone = 0;
    m_isWriting = true;
    m_writeStart = now();
    if (m_phase != Phase::Events)
        setDeadline(m_core.limits.writeMs);
    continueWrite();
}

void Connection::continueWrite()
{
    error_code code;
    const std::size_t count = m_channel.write(QByteArrayView(m_out).sliced(m_outDone), code);
    if (code && code != boost::asio::error::would_block) {
        close();
        return;
    }
    m_outDone += code ? 0 : static_cast<qsizetype>(count);
    if (m_outDone == m_out.size()) {
        onWritten();
        return;
    }
    m_channel.socket().async_wait(m_channel.writeWait(), [self = shared_from_this()](const error_code &failed) {
        if (self->m_phase == Phase::Closed)
            return;
        if (failed)
            self->close();
        else
            self->continueWrite();
    });
}

void Connection::onWritten()
{
    m_out.clear();
    m_isWriting = false;
    if (m_phase == Phase::Streaming) {
        pullSource();
    } else if (m_phase == Phase::Events) {
        if (!m_eventQueue.isEmpty())
            write(std::exchange(m_eventQueue, {}));
    } else {
        finishAnswer();
    }
}

void Connection::finishAnswer()
{
    releaseSource();
    m_head.reset();
    if (!m_keepAlive) {
        linger();
        return;
    }
    m_phase = Phase::Idle;
    setDeadline(m_core.limits.idleMs);
    if (m_in.isEmpty()) {
        waitForBytes();
        return;
    }
    // Requests that arrived together are taken one by one from the loop, not one inside the other.
    boost::asio::post(m_core.io, [self = shared_from_this()] {
        if (self->m_phase == Phase::Idle)
            self->process();
    });
}

void Connection::pullSource()
{
    const bool isTaken = m_core.pool.tryPost([self = shared_from_this(), source = m_source]() mutable {
        Result<QByteArray> piece = self->m_core.runner.nextPiece(*source);
        source.reset();
        boost::asio::io_context &io = self->m_core.io;
        boost::asio::post(io, [self = std::move(self), piece = std::move(piece)] { self->onPiece(piece); });
    });
    if (isTaken)
        return;
    auto retry = std::make_shared<boost::asio::steady_timer>(m_core.io, pieceRetry);
    retry->async_wait([self = shared_from_this(), retry](const error_code &) {
        if (self->m_phase == Phase::Streaming)
            self->pullSource();
    });
}

void Connection::onPiece(const Result<QByteArray> &piece)
{
    if (m_phase != Phase::Streaming)
        return;
    if (!piece) {
        // The status is out already; a body that breaks off is how the client learns of it.
        close();
        return;
    }
    const bool isEnd = piece->isEmpty();
    if (isEnd)
        m_phase = Phase::Writing;
    if (m_framing == Framing::Chunked)
        write(isEnd ? QByteArrayLiteral("0\r\n\r\n") : writeChunk(*piece));
    else if (isEnd)
        finishAnswer();
    else
        write(*piece);
}

void Connection::releaseSource()
{
    if (m_source)
        m_core.releaseOnWorker(std::exchange(m_source, nullptr));
}

void Connection::openEvents(const EventSubscription &subscription)
{
    m_core.subscribe(this, subscription.keys);
    m_phase = Phase::Events;
    m_eventKeys = subscription.keys;
    if (subscription.first)
        m_eventQueue = writeEvent(*subscription.first);
    if (subscription.lifetimeMs)
        m_eventsEnd = now() + std::chrono::milliseconds(*subscription.lifetimeMs);
    setDeadline(std::min(m_core.limits.heartbeatMs, subscription.lifetimeMs.value_or(m_core.limits.heartbeatMs)));
    // Reading goes on, only to notice that the client has left.
    waitForBytes();
}

void Connection::sendEvent(const QByteArray &wireEvent)
{
    if (m_phase != Phase::Events)
        return;
    if (!m_isWriting) {
        write(wireEvent);
        return;
    }
    if (m_eventQueue.size() + wireEvent.size() > m_core.limits.eventQueueBytes)
        close();
    else
        m_eventQueue += wireEvent;
}

// Closing at once while the client still sends would reset the connection, and the answer with it.
void Connection::linger()
{
    error_code code;
    m_channel.endSending(code);
    if (code || m_isStopping) {
        close();
        return;
    }
    m_phase = Phase::Lingering;
    m_in.clear();
    setDeadline(m_core.limits.lingerMs);
    waitForBytes();
}

} // namespace crema::http
