// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crema::testing {

RawClient::RawClient(quint16 port, int receiveBuffer) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("the test could not connect to port %d", port);
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

bool RawClient::send(const QByteArray &bytes) const
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (count < 0)
            return false;
        done += count;
    }
    return true;
}

void RawClient::endSending() const
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::receive()
{
    pollfd entry{m_socket, POLLIN, 0};
    if (::poll(&entry, 1, 10'000) != 1)
        return false;
    char bytes[65536];
    const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count <= 0)
        return false;
    m_buffer.append(bytes, count);
    return true;
}

QByteArray RawClient::readUntil(const QByteArray &marker)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf(marker)) < 0) {
        if (!receive())
            return {};
    }
    const QByteArray result = m_buffer.first(end + marker.size());
    m_buffer.remove(0, result.size());
    return result;
}

QByteArray RawClient::readAnswer(bool isHead)
{
    QByteArray answer = readUntil("\r\n\r\n");
    const qsizetype size = isHead ? 0 : headerOfAnswer(answer, "Content-Length").toLongLong();
    while (m_buffer.size() < size) {
        if (!receive())
            return {};
    }
    answer += m_buffer.first(size);
    m_buffer.remove(0, size);
    return answer;
}

QByteArray RawClient::readToEnd()
{
    while (receive()) {}
    return std::exchange(m_buffer, {});
}

bool RawClient::isClosedByPeer()
{
    pollfd entry{m_socket, POLLIN, 0};
    if (::poll(&entry, 1, 10'000) != 1)
        return false;
    char byte = 0;
    return ::recv(m_socket, &byte, 1, MSG_PEEK) <= 0;
}

int statusOfAnswer(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QByteArray headerOfAnswer(const QByteArray &answer, const QByteArray &name)
{
    for (const QByteArray &line : answer.first(std::max<qsizetype>(answer.indexOf("\r\n\r\n"), 0)).split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray bodyOfAnswer(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace crema::testing
