// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace crema::e2e {

/// The way between clients and a real platform, with what networks do to it: each connection draws its fate from the
/// seed. Runs on threads of its own, over plain sockets, so that it shares nothing with what it judges.
class FaultProxy
{
public:
    enum class Fate {
        Good,
        Refused,    ///< closed at once
        Lost,       ///< the question never arrives, and the connection dies
        LostAnswer, ///< the platform answers; nothing of it comes back
        Cut,        ///< the answer ends somewhere
        Delayed,    ///< up to 300 ms late, each way
        Doubled,    ///< the platform gets the question twice; one answer comes back
        Portal,     ///< somebody else answers: a page, with 200
    };

    /// Listens on a free port of the loopback address; `platformPort` may answer or not.
    FaultProxy(int platformPort, std::uint64_t seed);
    ~FaultProxy();

    [[nodiscard]] int port() const { return m_port; }
    /// From now on every connection has this fate.
    void setAlways(Fate fate) { m_always = static_cast<int>(fate); }
    /// From now on each draws its own, as it does in the beginning.
    void drawEach() { m_always = -1; }
    /// How often each fate was drawn, by name.
    [[nodiscard]] std::map<std::string, int> counts() const;

private:
    void listen();
    void serve(int client, Fate fate, std::uint64_t seed);
    [[nodiscard]] Fate drawFate();
    [[nodiscard]] int connectToPlatform() const;

    int m_platformPort;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stopped = false;
    std::atomic<int> m_always = -1;
    std::mt19937_64 m_random;
    mutable std::mutex m_mutex;
    std::map<std::string, int> m_counts;
    std::vector<std::jthread> m_connections;
    std::jthread m_thread;
};

} // namespace crema::e2e
