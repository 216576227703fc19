// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/printer_line.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

constexpr int stepMs = 200; ///< within which a stop is heard

QString translated(const char *text)
{
    return QCoreApplication::translate("Printer", text);
}

tl::unexpected<Problem> unreachable(const QString &place, int code)
{
    return failure(
        ProblemKind::Device, u"printer.unreachable"_s,
        translated("The printer at %1 does not answer: %2.")
            .arg(place, code == 0 ? translated("no answer in time") : QString::fromLocal8Bit(strerror(code))),
        translated("Look whether it is switched on and connected. Nothing is lost; it is tried again."));
}

tl::unexpected<Problem> cutOff()
{
    return failure(ProblemKind::Device, u"printer.cut_off"_s, translated("The printer stopped in the middle."),
                   translated("Look for paper and an open lid. The receipt is printed anew when it goes on."));
}

using Found = std::unique_ptr<addrinfo, void (*)(addrinfo *)>;

Found resolved(const QString &host, int port)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int failed = getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &wanted, &found);
    return {failed == 0 ? found : nullptr, [](addrinfo *list) {
                if (list != nullptr)
                    freeaddrinfo(list);
            }};
}

int connectionError(int fd)
{
    int code = 0;
    socklen_t size = sizeof code;
    return getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno;
}

} // namespace

Result<PrinterLine> PrinterLine::connect(const QString &host, int port, int timeoutMs, const std::atomic<bool> &stop)
{
    const QString place = host + u':' + QString::number(port);
    const Found found = resolved(host, port);
    int code = found ? 0 : EHOSTUNREACH;
    for (const addrinfo *each = found.get(); each != nullptr && !stop; each = each->ai_next) {
        PrinterLine line(::socket(each->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, each->ai_protocol),
                         stop);
        const int fd = line.m_descriptor->fd();
        if (fd < 0)
            continue;
        if (::connect(fd, each->ai_addr, each->ai_addrlen) == 0)
            return line;
        code = errno;
        if (code != EINPROGRESS)
            continue;
        code = 0;
        if (!line.wait(POLLOUT, timeoutMs))
            continue;
        code = connectionError(fd);
        if (code == 0)
            return line;
    }
    return unreachable(place, code);
}

Result<PrinterLine> PrinterLine::open(const QString &path, const std::atomic<bool> &stop)
{
    // For reading too where that may be, so that it can answer. Never makes a file where a printer was pulled out.
    const QByteArray native = sync::nativePath(path);
    int fd = ::open(native.constData(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        fd = ::open(native.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return unreachable(path, errno);
    return PrinterLine(fd, stop);
}

bool PrinterLine::wait(short event, int timeoutMs) const
{
    for (int left = timeoutMs; left > 0 && !*m_stop; left -= stepMs) {
        pollfd waiting{m_descriptor->fd(), event, 0};
        const int ready = ::poll(&waiting, 1, std::min(left, stepMs));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    return false;
}

Result<void> PrinterLine::write(QByteArrayView bytes, int timeoutMs)
{
    const int fd = m_descriptor->fd();
    while (!bytes.isEmpty()) {
        if (!wait(POLLOUT, timeoutMs))
            return cutOff();
        ssize_t taken = ::send(fd, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (taken < 0 && errno == ENOTSOCK)
            taken = ::write(fd, bytes.data(), static_cast<size_t>(bytes.size()));
        if (taken < 0 && errno != EAGAIN && errno != EINTR)
            return cutOff();
        bytes = bytes.sliced(std::max<ssize_t>(taken, 0));
    }
    return {};
}

Result<void> PrinterLine::drain(int timeoutMs)
{
    // The driver of a cable writes one piece at a time, and takes the next one when that is out.
    return wait(POLLOUT, timeoutMs) ? Result<void>() : Result<void>(cutOff());
}

void PrinterLine::endWriting()
{
    ::shutdown(m_descriptor->fd(), SHUT_WR);
}

PrinterLine::Heard PrinterLine::hear(int timeoutMs)
{
    if (!wait(POLLIN, timeoutMs))
        return Heard::Nothing;
    std::array<char, 64> buffer{};
    const ssize_t got = ::read(m_descriptor->fd(), buffer.data(), buffer.size());
    if (got > 0)
        return Heard::Answer;
    return got == 0 ? Heard::End : Heard::Broken;
}

} // namespace crema
