// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/http_load.h"

#include <array>
#include <chrono>
#include <memory>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crema::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t maxAnswers = 2'000'000;
constexpr int receiveSeconds = 5;
constexpr qsizetype pieceSize = 64 * 1024;

double msBetween(SteadyClock::time_point from, SteadyClock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

bool bindTo(int socket, quint32 from)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(from);
    return ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

int connectTo(quint16 port, quint32 from)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval patience{receiveSeconds, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const bool isFrom = from == loopback || bindTo(socket, from);
    if (isFrom && ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return socket;
    ::close(socket);
    return -1;
}

/// The length of the answer at the beginning of `bytes`, its head included; -1 while the head is not whole.
qsizetype answerLength(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    constexpr QByteArrayView name = "\r\nContent-Length: ";
    const qsizetype at = bytes.first(end).indexOf(name);
    if (at < 0)
        return end + 4;
    const QByteArrayView rest = bytes.sliced(at + name.size());
    return end + 4 + rest.first(rest.indexOf("\r\n")).toLongLong();
}

int statusOf(QByteArrayView bytes)
{
    return bytes.size() > 12 ? bytes.sliced(9, 3).toInt() : 0;
}

/// One keep-alive connection with one request under way.
class Line
{
public:
    explicit Line(quint16 port, quint32 from = loopback) : m_socket(connectTo(port, from)) { m_in.reserve(pieceSize); }
    ~Line()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    [[nodiscard]] int socket() const { return m_socket; }
    [[nodiscard]] SteadyClock::time_point sentAt() const { return m_sentAt; }

    bool send(const QByteArray &request)
    {
        m_in.resize(0);
        m_length = -1;
        m_sentAt = SteadyClock::now();
        return m_socket >= 0 && ::send(m_socket, request.constData(), static_cast<std::size_t>(request.size()),
                                       MSG_NOSIGNAL) == request.size();
    }

    /// Takes what has arrived; false when the other side is gone.
    bool take()
    {
        std::array<char, pieceSize> piece;
        const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (count <= 0)
            return false;
        m_in.append(piece.data(), count);
        if (m_length < 0)
            m_length = answerLength(m_in);
        return true;
    }

    [[nodiscard]] bool isAnswered() const { return m_length >= 0 && m_in.size() >= m_length; }
    [[nodiscard]] int status() const { return statusOf(m_in); }
    [[nodiscard]] QByteArray body() const { return m_in.sliced(m_in.indexOf("\r\n\r\n") + 4); }

private:
    int m_socket;
    QByteArray m_in;
    qsizetype m_length = -1;
    SteadyClock::time_point m_sentAt;
};

class Load
{
public:
    Load(quint16 port, const QByteArrayList &requests, int connections, double seconds)
        : m_requests(requests), m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_begin(SteadyClock::now()),
          m_endMs(seconds * 1000)
    {
        m_latencies.reserve(200'000);
        for (int i = 0; i < connections; ++i) {
            m_lines.push_back(std::make_unique<Line>(port));
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.ptr = m_lines.back().get();
            m_isComplete = m_isComplete && ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_lines.back()->socket(), &event) == 0 &&
                           sendNext(*m_lines.back());
        }
    }
    ~Load() { ::close(m_epoll); }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    LoadResult run()
    {
        std::array<epoll_event, 64> events;
        while (m_isComplete && msBetween(m_begin, SteadyClock::now()) < m_endMs && m_latencies.size() < maxAnswers) {
            const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 1'000);
            for (int i = 0; i < count; ++i)
                m_isComplete =
                    onReadable(*static_cast<Line *>(events[static_cast<std::size_t>(i)].data.ptr)) && m_isComplete;
        }
        const double seconds = msBetween(m_begin, SteadyClock::now()) / 1000;
        return {speedOf(std::move(m_latencies), seconds), m_otherAnswers, m_isComplete};
    }

private:
    bool sendNext(Line &line) { return line.send(m_requests[m_next++ % m_requests.size()]); }

    bool onReadable(Line &line)
    {
        if (!line.take())
            return false;
        if (!line.isAnswered())
            return true;
        m_latencies.push_back(msBetween(line.sentAt(), SteadyClock::now()));
        m_otherAnswers += line.status() != 200;
        return sendNext(line);
    }

    const QByteArrayList &m_requests;
    int m_epoll;
    SteadyClock::time_point m_begin;
    double m_endMs;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::vector<double> m_latencies;
    qint64 m_otherAnswers = 0;
    qsizetype m_next = 0;
    bool m_isComplete = true;
};

} // namespace

std::optional<Answer> exchange(quint16 port, const QByteArray &request, quint32 from)
{
    Line line(port, from);
    if (!line.send(request))
        return std::nullopt;
    while (!line.isAnswered()) {
        if (!line.take())
            return std::nullopt;
    }
    return Answer{line.status(), line.body()};
}

QByteArray getRequest(const QByteArray &target, const QByteArray &token)
{
    const QByteArray authorization = token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization + "Accept: application/json\r\n\r\n";
}

LoadResult loadOf(quint16 port, const QByteArrayList &requests, int connections, double seconds)
{
    return Load(port, requests, connections, seconds).run();
}

} // namespace crema::bench
