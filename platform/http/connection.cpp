// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection.h"

#include "platform/http/door_core.h"
#include "platform/http/request_language.h"

#include <boost/asio/post.hpp>

#include <QCoreApplication>

namespace crema::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

Problem tooSlowProblem()
{
    return {ProblemKind::Invalid,
            QStringLiteral("request.timeout"),
            QCoreApplication::translate("Door", "The request did not arrive in the time that the platform waits."),
            QCoreApplication::translate("Door", "Send it again over a better connection."),
            {}};
}

/// A sender of IPv4 has one name, also at a door that listens on IPv6 for both.
QString addressOf(const asio::ip::tcp::socket &socket)
{
    error_code code;
    asio::ip::address address = socket.remote_endpoint(code).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return code ? QString() : QString::fromStdString(address.to_string());
}

} // namespace

Connection::Connection(DoorCore &core, Channel channel)
    : m_core(core), m_channel(std::move(channel)), m_timer(core.io), m_isShakingHands(!m_channel.isOpen()),
      m_address(addressOf(m_channel.socket()))
{}

std::chrono::steady_clock::time_point Connection::now() const
{
    return std::chrono::steady_clock::now();
}

std::int64_t Connection::msOf(std::chrono::steady_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

void Connection::start()
{
    m_channel.start();
    setDeadline(m_isShakingHands ? m_core.limits.headMs : m_core.limits.idleMs);
    waitForBytes();
}

void Connection::stopSoon()
{
    m_isStopping = true;
    m_keepAlive = false;
    const bool isAnswering = m_phase == Phase::Working || m_phase == Phase::Writing || m_phase == Phase::Streaming;
    if (!isAnswering)
        close();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    const auto self = shared_from_this();
    if (m_phase == Phase::Events)
        m_core.unsubscribe(this, m_eventKeys);
    m_phase = Phase::Closed;
    releaseBody();
    releaseSource();
    m_channel.close();
    m_timer.cancel();
    m_core.remove(self);
}

void Connection::waitForBytes()
{
    if (m_isWaiting || m_phase == Phase::Closed)
        return;
    m_isWaiting = true;
    auto goOn = [self = shared_from_this()](const error_code &code) {
        self->m_isWaiting = false;
        if (self->m_phase == Phase::Closed)
            return;
        if (code)
            self->close();
        else
            self->onReadable();
    };
    if (m_channel.hasUnread())
        asio::post(m_core.io, [goOn = std::move(goOn)] { goOn(error_code()); });
    else
        m_channel.socket().async_wait(m_channel.readWait(), std::move(goOn));
}

void Connection::onReadable()
{
    error_code code;
    const std::size_t count = m_channel.read(m_core.scratch, code);
    if (m_isShakingHands && m_channel.isOpen()) {
        m_isShakingHands = false;
        setDeadline(m_core.limits.idleMs);
    }
    if (code == asio::error::would_block) {
        waitForBytes();
        return;
    }
    if (code) {
        if (m_isShakingHands)
            m_core.metrics.countFailedHandshake();
        if (m_channel.isPlainHttp())
            answerPlainHttp();
        close();
        return;
    }
    take(QByteArrayView(m_core.scratch.data(), static_cast<qsizetype>(count)));
}

/// Whoever forgot the s of https is told, in the one way that they can read.
void Connection::answerPlainHttp()
{
    constexpr std::string_view answer = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                        "Content-Length: 31\r\nConnection: close\r\n\r\n"
                                        "This address speaks only https\n";
    error_code ignored;
    m_channel.socket().write_some(asio::buffer(answer.data(), answer.size()), ignored);
}

void Connection::take(QByteArrayView bytes)
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Events) {
        // Nobody reads it any more; taking it off the socket keeps the client from being reset, and shows its end.
        waitForBytes();
        return;
    }
    m_in += bytes;
    process();
}

void Connection::process()
{
    if (m_phase == Phase::Idle && !m_in.isEmpty()) {
        m_phase = Phase::Head;
        setDeadline(m_core.limits.headMs);
    }
    if (m_phase == Phase::Head && !readHeadStep())
        return;
    if (m_phase == Phase::Body && !readBodyStep())
        return;
    if (m_phase == Phase::Idle && m_in.isEmpty())
        waitForBytes();
}

// A deadline that only moves away costs nothing: the timer fires at the old time, sees the new one and goes on.
void Connection::setDeadline(Milliseconds fromNow)
{
    m_deadline = now() + std::chrono::milliseconds(fromNow);
    if (m_deadline < m_armedFor)
        armTimer();
}

void Connection::armTimer()
{
    m_armedFor = m_deadline;
    m_timer.expires_at(m_deadline);
    m_timer.async_wait([self = shared_from_this()](const error_code &code) {
        if (code || self->m_phase == Phase::Closed)
            return;
        if (self->now() < self->m_deadline)
            self->armTimer();
        else
            self->onDeadline();
    });
}

void Connection::onDeadline()
{
    m_armedFor = std::chrono::steady_clock::time_point::max();
    switch (m_phase) {
    case Phase::Head:
    case Phase::Body: {
        const RequestLanguage language(acceptLanguage());
        refuse(tooSlowProblem());
        break;
    }
    case Phase::Events:
        // A reader that has taken nothing for so long is gone; the same for a stream at the end of its time.
        if ((m_eventsEnd && now() >= *m_eventsEnd) ||
            (m_isWriting && now() - m_writeStart > std::chrono::milliseconds(m_core.limits.writeMs))) {
            close();
            return;
        }
        sendEvent(QByteArrayLiteral(":\n\n"));
        if (m_phase == Phase::Events)
            setDeadline(m_core.limits.heartbeatMs);
        break;
    case Phase::Working: setDeadline(m_core.limits.idleMs); break;
    case Phase::Idle:
    case Phase::Writing:
    case Phase::Streaming:
    case Phase::Lingering:
    case Phase::Closed: close(); break;
    }
}

} // namespace crema::http
