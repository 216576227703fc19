// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/connection_pool.h"

#include "platform/database/database_failure.h"

#include <QCoreApplication>

#include <chrono>

namespace crema::platform {
namespace {

constexpr std::chrono::seconds borrowLimit(5);

} // namespace

ConnectionPool::Lease::Lease(ConnectionPool &pool, std::unique_ptr<Connection> connection)
    : m_pool(&pool), m_connection(std::move(connection))
{}

ConnectionPool::Lease::~Lease()
{
    if (m_connection)
        m_pool->giveBack(std::move(m_connection));
}

ConnectionPool::ConnectionPool(const QString &url, int bound) : m_url(url), m_free(bound)
{
    Q_ASSERT(bound > 0);
}

ConnectionPool::~ConnectionPool() = default;

ConnectionPool::Lease ConnectionPool::borrow()
{
    std::unique_ptr<Connection> connection;
    std::shared_ptr<const SecretColumns> secrets;
    {
        std::unique_lock lock(m_mutex);
        if (!m_freed.wait_for(lock, borrowLimit, [this] { return m_free > 0; })) {
            throw DatabaseFailure("53300", QCoreApplication::translate("crema::platform::ConnectionPool",
                                                                       "Every database session is in use."));
        }
        --m_free;
        secrets = m_secrets;
        // A server that was started anew has closed every session that lay here.
        while (!connection && !m_idle.empty()) {
            if (m_idle.back()->isStillThere())
                connection = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    try {
        if (!connection)
            connection = std::make_unique<Connection>(m_url);
    } catch (...) {
        giveBack(nullptr);
        throw;
    }
    connection->setSecrets(secrets);
    return Lease(*this, std::move(connection));
}

void ConnectionPool::setSecrets(std::shared_ptr<const SecretColumns> secrets)
{
    const std::lock_guard lock(m_mutex);
    m_secrets = std::move(secrets);
}

std::shared_ptr<const SecretColumns> ConnectionPool::secrets()
{
    const std::lock_guard lock(m_mutex);
    return m_secrets;
}

void ConnectionPool::giveBack(std::unique_ptr<Connection> connection)
{
    const bool usable = connection && !connection->isBroken() && !connection->isInTransaction();
    {
        const std::lock_guard lock(m_mutex);
        ++m_free;
        if (usable)
            m_idle.push_back(std::move(connection));
    }
    m_freed.notify_one();
}

} // namespace crema::platform
