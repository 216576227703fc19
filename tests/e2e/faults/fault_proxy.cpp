// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/faults/fault_proxy.h"

#include <array>
#include <chrono>
#include <optional>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crema::e2e {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr int lookMs = 50; ///< how soon a stop is seen

/// A socket that closes itself.
class Socket
{
public:
    explicit Socket(int handle) : m_handle(handle) {}
    ~Socket()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    [[nodiscard]] int handle() const { return m_handle; }
    [[nodiscard]] bool isOpen() const { return m_handle >= 0; }

    [[nodiscard]] bool send(const QByteArray &bytes) const
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t count =
                ::send(m_handle, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }

    /// What is there; nothing once the other side is gone.
    [[nodiscard]] std::optional<QByteArray> receive() const
    {
        QByteArray bytes(64 * 1024, Qt::Uninitialized);
        const ssize_t count = ::recv(m_handle, bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
        if (count <= 0)
            return std::nullopt;
        bytes.truncate(count);
        return bytes;
    }

    /// An end by RST, as a crash or a firewall makes it.
    void reset() const
    {
        const linger hard{1, 0};
        ::setsockopt(m_handle, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }

private:
    int m_handle;
};

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

const char *nameOf(FaultProxy::Fate fate)
{
    switch (fate) {
    case FaultProxy::Fate::Good: return "good";
    case FaultProxy::Fate::Refused: return "refused";
    case FaultProxy::Fate::Lost: return "question lost";
    case FaultProxy::Fate::LostAnswer: return "answer lost";
    case FaultProxy::Fate::Cut: return "answer cut";
    case FaultProxy::Fate::Delayed: return "delayed";
    case FaultProxy::Fate::Doubled: return "question doubled";
    case FaultProxy::Fate::Portal: return "portal";
    }
    return "";
}

const QByteArray portalAnswer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 21\r\n"
                                "Connection: close\r\n\r\n<html>Sign in</html>\n";

} // namespace

FaultProxy::FaultProxy(int platformPort, std::uint64_t seed) : m_platformPort(platformPort), m_random(seed)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length);
    ::listen(m_listener, 64);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this] { listen(); });
}

FaultProxy::~FaultProxy()
{
    m_stopped = true;
    m_thread.join();
    m_connections.clear();
    ::close(m_listener);
}

std::map<std::string, int> FaultProxy::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

void FaultProxy::listen()
{
    while (!m_stopped) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, lookMs) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const Fate fate = drawFate();
        const std::uint64_t seed = m_random();
        m_connections.emplace_back([this, client, fate, seed] { serve(client, fate, seed); });
    }
}

FaultProxy::Fate FaultProxy::drawFate()
{
    constexpr std::array bad{Fate::Refused, Fate::Lost,    Fate::LostAnswer, Fate::Cut,
                             Fate::Delayed, Fate::Doubled, Fate::Portal};
    const std::uint64_t drawn = m_random();
    const int always = m_always;
    const bool isBad = drawn % 100 < 55;
    const Fate drawnFate = isBad ? bad.at((drawn / 100) % bad.size()) : Fate::Good;
    const Fate fate = always >= 0 ? static_cast<Fate>(always) : drawnFate;
    const std::lock_guard lock(m_mutex);
    ++m_counts[nameOf(fate)];
    return fate;
}

int FaultProxy::connectToPlatform() const
{
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_platformPort);
    if (::connect(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return handle;
    ::close(handle);
    return -1;
}

void FaultProxy::serve(int accepted, Fate fate, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const Socket client(accepted);
    if (fate == Fate::Refused) {
        client.reset();
        return;
    }
    const Socket platform(fate == Fate::Portal ? -1 : connectToPlatform());
    const Socket second(fate == Fate::Doubled ? connectToPlatform() : -1);
    if (fate != Fate::Portal && !platform.isOpen()) {
        client.reset();
        return;
    }
    // A connection carries several exchanges, so the mishap comes at any of them.
    const auto mishapAt = static_cast<qsizetype>(random() % 6'000);
    qsizetype answered = 0;
    bool reached = false;
    while (!m_stopped) {
        std::array<pollfd, 3> waiting{pollfd{client.handle(), POLLIN, 0}, pollfd{platform.handle(), POLLIN, 0},
                                      pollfd{second.handle(), POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), lookMs) <= 0)
            continue;
        if (fate == Fate::Delayed)
            std::this_thread::sleep_for(Milliseconds(random() % 300));
        if (waiting[0].revents) {
            const auto question = client.receive();
            if (!question)
                return;
            if (fate == Fate::Portal) {
                [[maybe_unused]] const bool sent = client.send(portalAnswer);
                return;
            }
            if (fate == Fate::Lost && answered >= mishapAt / 4) {
                client.reset();
                return;
            }
            if (second.isOpen() && !second.send(*question))
                return;
            if (!platform.send(*question))
                return;
        }
        if (waiting[2].revents && !second.receive())
            waiting[2].revents = 0; // its answers are nobody's
        if (waiting[1].revents) {
            auto answer = platform.receive();
            if (!answer)
                return;
            reached = reached || answered + answer->size() > mishapAt;
            if (reached && fate == Fate::LostAnswer) {
                client.reset();
                return;
            }
            if (reached && fate == Fate::Cut) {
                answer->truncate(std::max<qsizetype>(0, mishapAt - answered));
                [[maybe_unused]] const bool sent = client.send(*answer);
                return;
            }
            answered += answer->size();
            if (!client.send(*answer))
                return;
        }
    }
}

} // namespace crema::e2e
