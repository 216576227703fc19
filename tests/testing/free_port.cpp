// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/free_port.h"

#include <QFile>
#include <QRandomGenerator>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crema::testing {
namespace {

constexpr int lowestPort = 12'000;

/// The first port that the system gives to a connection; Linux has 32768 unless told otherwise.
int firstOfConnections()
{
    QFile range(QStringLiteral("/proc/sys/net/ipv4/ip_local_port_range"));
    const QByteArray text = range.open(QIODevice::ReadOnly) ? range.readAll().simplified() : QByteArray();
    const int first = text.left(text.indexOf(' ')).toInt();
    return first > lowestPort + 1'000 ? first : 32'768;
}

bool isFree(int port)
{
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool isBound = ::bind(handle, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    ::close(handle);
    return isBound;
}

} // namespace

int freePort()
{
    const int end = firstOfConnections();
    for (int tries = 0; tries < 1'000; ++tries) {
        const int port = QRandomGenerator::system()->bounded(lowestPort, end);
        if (isFree(port))
            return port;
    }
    return 0;
}

} // namespace crema::testing
