// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fake_printer.h"

#include <array>
#include <chrono>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crema::testing {

namespace {

const QByteArray question("\x1d\x72\x01");
constexpr int stepMs = 20;

bool isReadable(int fd)
{
    pollfd waiting{fd, POLLIN, 0};
    return ::poll(&waiting, 1, stepMs) > 0;
}

/// As a printer without power does it: what was not read is lost, and the other side is told.
void breakLine(int line)
{
    const linger now{1, 0};
    ::setsockopt(line, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(line);
}

} // namespace

FakePrinter::FakePrinter()
{
    listen();
    m_thread = std::thread([this] { run(); });
}

FakePrinter::~FakePrinter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_thread.join();
    if (m_listener >= 0)
        ::close(m_listener);
}

void FakePrinter::listen()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    place.sin_port = htons(static_cast<std::uint16_t>(m_port));
    // The thread may look at the closed one for a step longer, and the port is taken as long.
    while (::bind(m_listener, reinterpret_cast<const sockaddr *>(&place), sizeof place) != 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ::listen(m_listener, 4);
    socklen_t size = sizeof place;
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&place), &size);
    m_port = ntohs(place.sin_port);
}

void FakePrinter::dieAfter(int bytes)
{
    const std::lock_guard lock(m_mutex);
    m_dieAfter = bytes;
}

void FakePrinter::answer(bool answers)
{
    const std::lock_guard lock(m_mutex);
    m_answers = answers;
}

void FakePrinter::switchOn(bool isOn)
{
    const std::lock_guard lock(m_mutex);
    if (isOn && m_listener < 0)
        listen();
    if (!isOn && m_listener >= 0)
        ::close(std::exchange(m_listener, -1));
}

QList<QByteArray> FakePrinter::papers() const
{
    const std::lock_guard lock(m_mutex);
    return m_papers;
}

QList<QByteArray> FakePrinter::whole() const
{
    const std::lock_guard lock(m_mutex);
    return m_whole;
}

void FakePrinter::run()
{
    for (;;) {
        int listener = -1;
        {
            const std::lock_guard lock(m_mutex);
            if (m_stop)
                return;
            listener = m_listener;
        }
        if (!isReadable(listener))
            continue;
        const int line = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (line >= 0)
            serve(line);
    }
}

void FakePrinter::serve(int line)
{
    QByteArray paper;
    for (;;) {
        std::array<char, 32> buffer{};
        const bool ready = isReadable(line);
        const ssize_t got = ready ? ::read(line, buffer.data(), buffer.size()) : 0;
        const std::lock_guard lock(m_mutex);
        if (m_stop || (ready && got <= 0)) {
            m_papers.append(paper);
            if (got == 0 && !m_stop)
                m_whole.append(paper);
            ::close(line);
            return;
        }
        paper.append(buffer.data(), got);
        if (m_dieAfter >= 0 && paper.size() >= m_dieAfter) {
            m_papers.append(paper);
            breakLine(line);
            return;
        }
        if (m_answers && paper.endsWith(question)) {
            m_papers.append(paper.chopped(question.size()));
            m_whole.append(paper.chopped(question.size()));
            const char good = 0;
            (void)::send(line, &good, 1, MSG_NOSIGNAL);
            ::close(line);
            return;
        }
    }
}

} // namespace crema::testing
