// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/curses/signal_pipe.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace crema::terminal {

namespace {

// A signal handler has no other way to its pipe than a global.
volatile sig_atomic_t signalPipeWriteEnd = -1;

extern "C" void writeSignalToPipe(int signalNumber)
{
    const int savedError = errno;
    const auto byte = static_cast<unsigned char>(signalNumber);
    // A full pipe already wakes the loop; the signal that does not fit is one of many.
    [[maybe_unused]] const ssize_t written = ::write(signalPipeWriteEnd, &byte, 1);
    errno = savedError;
}

void install(int signalNumber, struct sigaction *previous)
{
    struct sigaction action = {};
    action.sa_handler = writeSignalToPipe;
    action.sa_flags = SA_RESTART;
    ::sigaction(signalNumber, &action, previous);
}

} // namespace

SignalPipe::SignalPipe(const std::vector<int> &signalNumbers)
{
    Q_ASSERT(signalPipeWriteEnd == -1);
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No pipe for signals could be made.");
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    signalPipeWriteEnd = m_writeEnd;
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalPipe::readPipe);
    for (const int signalNumber : signalNumbers) {
        Previous previous{signalNumber, {}};
        install(signalNumber, &previous.action);
        m_previous.push_back(previous);
    }
}

SignalPipe::~SignalPipe()
{
    for (const Previous &previous : m_previous)
        ::sigaction(previous.signalNumber, &previous.action, nullptr);
    signalPipeWriteEnd = -1;
    m_notifier.reset();
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

void SignalPipe::readPipe()
{
    std::array<unsigned char, 64> bytes;
    const ssize_t count = ::read(m_readEnd, bytes.data(), bytes.size());
    for (ssize_t i = 0; i < count; ++i)
        Q_EMIT received(bytes[static_cast<std::size_t>(i)]);
}

void SignalPipe::suspendProgram()
{
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    struct sigaction ours = {};
    ::sigaction(SIGTSTP, &byDefault, &ours);
    ::raise(SIGTSTP);
    ::sigaction(SIGTSTP, &ours, nullptr);
}

} // namespace crema::terminal
