// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace crema::platform {

/// A bounded set of sessions. Borrowing waits for a free one for at most 5 s, then throws DatabaseFailure.
/// Any thread may borrow; a lease is used by one thread.
class ConnectionPool
{
public:
    /// A borrowed session; it goes back when the lease ends, or is closed when it is broken or inside a transaction.
    class Lease
    {
    public:
        Lease(ConnectionPool &pool, std::unique_ptr<Connection> connection);
        ~Lease();
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&) = delete;

        [[nodiscard]] Connection &operator*() const { return *m_connection; }
        [[nodiscard]] Connection *operator->() const { return m_connection.get(); }

    private:
        ConnectionPool *m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    /// `bound` is at least 1; sessions open when they are first needed.
    ConnectionPool(const QString &url, int bound);
    ~ConnectionPool();

    [[nodiscard]] Lease borrow();
    [[nodiscard]] const QString &url() const { return m_url; }

    /// For every session that is borrowed from now on.
    void setSecrets(std::shared_ptr<const SecretColumns> secrets);
    [[nodiscard]] std::shared_ptr<const SecretColumns> secrets();

private:
    void giveBack(std::unique_ptr<Connection> connection);

    QString m_url;
    std::shared_ptr<const SecretColumns> m_secrets;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<std::unique_ptr<Connection>> m_idle;
    int m_free;
};

} // namespace crema::platform
