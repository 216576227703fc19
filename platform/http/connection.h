// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/channel.h"
#include "platform/http/chunked_body.h"
#include "platform/http/rate_limits.h"
#include "platform/http/request_head.h"
#include "platform/http/response_writer.h"
#include "platform/http/router.h"

#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace crema::http {

class DoorCore;

/// One connection of one client: reads a request, has it answered, writes the answer, and only then looks at the
/// next one. Lives on the door's thread; a worker holds it only to bring the answer back.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    Connection(DoorCore &core, Channel channel);

    void start();
    /// Lets a running request finish and ends everything else.
    void stopSoon();
    void close();
    void sendEvent(const QByteArray &wireEvent);

private:
    using Milliseconds = std::int64_t;

    enum class Phase {
        Idle,      ///< between two requests
        Head,      ///< a head has begun
        Body,      ///< the head is read, the body is arriving
        Working,   ///< a handler runs
        Writing,   ///< the answer is on its way
        Streaming, ///< a BodySource is being sent
        Events,    ///< an event stream is open
        Lingering, ///< answered and ended; what the client still sends is thrown away unread
        Closed,
    };

    // connection.cpp: life, deadlines and reading
    void waitForBytes();
    void onReadable();
    void answerPlainHttp();
    void take(QByteArrayView bytes);
    void process();
    void setDeadline(Milliseconds fromNow);
    void armTimer();
    void onDeadline();
    [[nodiscard]] std::chrono::steady_clock::time_point now() const;
    [[nodiscard]] static std::int64_t msOf(std::chrono::steady_clock::time_point time);

    // connection_request.cpp: from bytes to an answer
    void waitForRest();
    [[nodiscard]] bool readHeadStep();
    [[nodiscard]] bool beginBody();
    [[nodiscard]] QByteArrayView acceptLanguage() const;
    [[nodiscard]] bool readBodyStep();
    [[nodiscard]] bool readChunks();
    [[nodiscard]] bool growBody(qsizetype bytes);
    void releaseBody();
    void dispatch();
    [[nodiscard]] bool isHeldUp();
    void dispatchToWorker(const Route &route);
    void refuse(const Problem &problem);

    // connection_response.cpp: from an answer to bytes
    void respond(const Response &response);
    void logAnswer(int status);
    void write(const QByteArray &bytes);
    void continueWrite();
    void onWritten();
    void finishAnswer();
    void pullSource();
    void onPiece(const Result<QByteArray> &piece);
    void releaseSource();
    void openEvents(const EventSubscription &subscription);
    void linger();

    DoorCore &m_core;
    Channel m_channel;
    boost::asio::steady_timer m_timer;
    std::chrono::steady_clock::time_point m_deadline;
    std::chrono::steady_clock::time_point m_armedFor = std::chrono::steady_clock::time_point::max();
    Phase m_phase = Phase::Idle;
    bool m_isWaiting = false;
    bool m_isShakingHands = false; ///< a handshake of TLS is not over
    bool m_isStopping = false;

    QString m_address;
    QByteArray m_in;
    qsizetype m_scanned = 0;
    std::optional<RequestHead> m_head;
    Router::Match m_match;
    std::unique_ptr<ChunkedBody> m_chunks;
    std::int64_t m_bodyLimit = 0;
    qsizetype m_countedBody = 0;
    std::chrono::steady_clock::time_point m_requestStart;
    std::optional<RateLimits::Sender> m_sender; ///< of a request that is to be charged

    QByteArray m_out;
    qsizetype m_outDone = 0;
    bool m_isWriting = false;
    bool m_keepAlive = true;
    Framing m_framing = Framing::Length;
    std::shared_ptr<BodySource> m_source;
    QByteArrayList m_eventKeys;
    std::optional<std::chrono::steady_clock::time_point> m_eventsEnd;
    QByteArray m_eventQueue;
    std::chrono::steady_clock::time_point m_writeStart;
};

} // namespace crema::http
