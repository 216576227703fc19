// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/program/end_signals.h"

#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace crema::platform {
namespace {

// The only thing that a signal handler may touch is what async-signal-safe calls can reach.
int wakeFile = -1;

void onSignal(int)
{
    const std::uint64_t one = 1;
    (void)!::write(wakeFile, &one, sizeof one);
    // The default again: a second one means it.
    std::signal(SIGINT, SIG_DFL);
}

} // namespace

EndSignals::EndSignals(std::function<void()> action) : m_action(std::move(action))
{
    Q_ASSERT(wakeFile < 0);
    wakeFile = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(wakeFile, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        m_notifier->setEnabled(false);
        if (m_action)
            std::exchange(m_action, nullptr)();
    });
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    // A client that hangs up while it is written to is no reason to die.
    std::signal(SIGPIPE, SIG_IGN);
}

EndSignals::~EndSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    ::close(std::exchange(wakeFile, -1));
}

} // namespace crema::platform
