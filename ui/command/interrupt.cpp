// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/interrupt.h"

#include "ui/command/exit_code.h"

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace crema::command {
namespace {

// A signal handler can reach nothing but these.
std::atomic<int> pressCount{0};
std::atomic<int> wakeDescriptor{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void handleInterrupt(int)
{
    if (pressCount.fetch_add(1) > 0)
        _exit(static_cast<int>(ExitCode::Interrupted));
    const char byte = 1;
    // A full pipe means that the loop has been woken already.
    [[maybe_unused]] const ssize_t written = write(wakeDescriptor.load(), &byte, 1);
}

void installHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace

Interrupt::Interrupt(QObject *parent) : QObject(parent)
{
    if (pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // Ctrl+C then ends the program at once, as it would anyway
    pressCount = 0;
    wakeDescriptor = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT pressed();
    });
    installHandler(handleInterrupt);
}

Interrupt::~Interrupt()
{
    if (m_pipe[0] < 0)
        return;
    installHandler(SIG_DFL);
    m_notifier.reset();
    wakeDescriptor = -1;
    close(m_pipe[0]);
    close(m_pipe[1]);
}

bool Interrupt::requested()
{
    return pressCount.load() > 0;
}

} // namespace crema::command
