// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/door.h"

#include "platform/base/log.h"
#include "platform/http/connection.h"
#include "platform/http/door_core.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <QCoreApplication>

namespace crema::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// After the system ran out of file descriptors; connections that end meanwhile make room.
constexpr std::chrono::milliseconds acceptRetry{100};

std::optional<tcp::endpoint> endpointOf(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    bool isPort = false;
    const quint16 port = address.mid(colon + 1).toUShort(&isPort);
    if (colon <= 0 || !isPort)
        return std::nullopt;
    QString host = address.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == u"localhost")
        host = QStringLiteral("127.0.0.1");
    error_code code;
    const auto number = asio::ip::make_address(host.toStdString(), code);
    if (code)
        return std::nullopt;
    return tcp::endpoint(number, port);
}

Result<quint16> addressFailure(const QString &address)
{
    return failure(ProblemKind::Invalid, QStringLiteral("door.address"),
                   QCoreApplication::translate("Door", "%1 is not an address with a port.").arg(address),
                   QCoreApplication::translate("Door", "Write it like 127.0.0.1:8080, or [::1]:8080."));
}

Result<quint16> listenFailure(const QString &address, const error_code &code)
{
    return failure(ProblemKind::Unavailable, QStringLiteral("door.listen"),
                   QCoreApplication::translate("Door", "The platform cannot listen on %1 (%2).")
                       .arg(address, QString::fromStdString(code.message())),
                   QCoreApplication::translate("Door", "End the program that holds this port, or choose another."));
}

} // namespace

class Door::Impl
{
public:
    Impl(const DoorParts &parts, const Limits &limits)
        : core(parts, limits), m_acceptor(core.io), m_timer(core.io), m_guard(asio::make_work_guard(core.io))
    {}

    Result<quint16> listen(const QString &address)
    {
        const std::optional<tcp::endpoint> endpoint = endpointOf(address);
        if (!endpoint)
            return addressFailure(address);
        error_code code;
        m_acceptor.open(endpoint->protocol(), code);
        if (!code)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), code);
        if (!code)
            m_acceptor.bind(*endpoint, code);
        if (!code)
            m_acceptor.listen(asio::socket_base::max_listen_connections, code);
        if (code) {
            error_code ignored;
            m_acceptor.close(ignored);
            return listenFailure(address, code);
        }
        const quint16 port = m_acceptor.local_endpoint().port();
        accept();
        m_network = std::make_unique<platform::WorkerPool>("door", 1, 1);
        const bool isPosted = m_network->tryPost([this] { core.io.run(); });
        Q_ASSERT(isPosted);
        return port;
    }

    void stop()
    {
        if (!m_network)
            return;
        asio::post(core.io, [this] { beginStop(); });
        m_network->stop();
        m_network.reset();
        core.pool.stop();
        core.parts.log.flush();
    }

    DoorCore core;

private:
    void accept()
    {
        m_acceptor.async_accept([this](const error_code &code, tcp::socket socket) {
            if (core.isStopping)
                return;
            if (code) {
                m_timer.expires_after(acceptRetry);
                m_timer.async_wait([this](const error_code &cancelled) {
                    if (!cancelled && !core.isStopping)
                        accept();
                });
                return;
            }
            admit(std::move(socket));
            accept();
        });
    }

    void admit(tcp::socket socket)
    {
        if (core.connectionCount >= core.limits.connections) {
            turnAway(socket);
            return;
        }
        core.refreshTls();
        const auto connection = std::make_shared<Connection>(core, Channel(std::move(socket), core.parts.tls.get()));
        core.add(connection);
        connection->start();
    }

    void turnAway(tcp::socket &socket)
    {
        core.metrics.countTurnedAway();
        if (core.parts.tls)
            return; // an answer would cost a handshake
        std::string answer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: ";
        answer.append(std::to_string(core.limits.retryAfterS)).append("\r\nCrema-Spread: ");
        answer.append(std::to_string(core.limits.spreadS));
        answer.append("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        error_code code;
        socket.non_blocking(true, code);
        socket.write_some(asio::buffer(answer), code);
        socket.shutdown(tcp::socket::shutdown_send, code);
    }

    void beginStop()
    {
        error_code code;
        m_acceptor.close(code);
        m_timer.expires_after(std::chrono::milliseconds(core.limits.stopMs));
        m_timer.async_wait([this](const error_code &cancelled) {
            if (!cancelled)
                core.closeConnections();
        });
        core.stopConnections([this] { finishStop(); });
    }

    // Nothing is left to wait for; whatever a worker still posts is dropped with the context.
    void finishStop()
    {
        m_timer.cancel();
        m_guard.reset();
        core.io.stop();
    }

    tcp::acceptor m_acceptor;
    asio::steady_timer m_timer;
    asio::executor_work_guard<asio::io_context::executor_type> m_guard;
    std::unique_ptr<platform::WorkerPool> m_network;
};

Door::Door(const DoorParts &parts, const Limits &limits) : m_impl(std::make_unique<Impl>(parts, limits)) {}

Door::~Door()
{
    stop();
}

Result<quint16> Door::listen(const QString &address)
{
    return m_impl->listen(address);
}

void Door::stop()
{
    m_impl->stop();
}

void Door::publish(const QByteArray &key, const Event &event)
{
    asio::post(m_impl->core.io, [core = &m_impl->core, key, bytes = writeEvent(event)] { core->deliver(key, bytes); });
}

int Door::openConnections() const
{
    return m_impl->core.connectionCount;
}

int Door::openEventStreams() const
{
    return m_impl->core.eventStreamCount;
}

} // namespace crema::http
