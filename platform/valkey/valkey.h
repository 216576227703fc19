// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/worker_pool.h"
#include "platform/valkey/valkey_connection.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace crema::platform {

class Log;
class Metrics;

/// What the server runs as one step; its answer is a list of whole numbers.
struct ValkeyScript {
    explicit ValkeyScript(const QByteArray &lua);

    QByteArray text;
    QByteArray sha1; ///< by which the server knows it
};

/// Valkey or Redis, shared by all processes of a platform. It may go away at any time: what is asked then is answered
/// with nothing at once, until a thread of its own has found it again. Any thread may ask.
class Valkey
{
public:
    static constexpr int roundMs = 50;     ///< between two rounds
    static constexpr int tryAgainMs = 500; ///< between two tries to find it again

    /// Tries to connect. Both outlive this.
    Valkey(const ValkeyAddress &address, Log &log, Metrics &metrics);
    /// Stops like stop().
    ~Valkey();
    Valkey(const Valkey &) = delete;
    Valkey &operator=(const Valkey &) = delete;

    /// Waits for ValkeyConnection::limitMs at most, behind others that ask for twice that. Nothing: decide without it.
    [[nodiscard]] std::optional<QList<std::int64_t>> run(const ValkeyScript &script, const QByteArrayList &keys,
                                                         const QByteArrayList &arguments);
    [[nodiscard]] bool isUp() const { return m_isUp; }

    /// Calls `round` every 50 ms on a thread of this while the server is there. Before start().
    void addRound(std::function<void()> round);
    /// Begins the rounds, and the search where the server is not there.
    void start();
    /// Ends them. Asking goes on.
    void stop();

private:
    class Figures;

    void work();
    void connect();
    void lose(const QByteArray &why);
    [[nodiscard]] ValkeyConnection::Answer<QList<std::int64_t>>
    askFor(const ValkeyScript &script, const QByteArrayList &keys, const QByteArrayList &arguments);
    /// True: it is time to end.
    [[nodiscard]] bool waitMs(int ms);

    const ValkeyAddress m_address;
    Log &m_log;
    std::unique_ptr<Figures> m_figures;
    std::vector<std::function<void()>> m_rounds;
    std::mutex m_mutex; ///< of the connection
    std::unique_ptr<ValkeyConnection> m_connection;
    std::atomic<bool> m_isUp = false;
    bool m_isToldLost = false;
    std::mutex m_stopMutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    WorkerPool m_thread{"valkey", 1, 1};
};

} // namespace crema::platform
