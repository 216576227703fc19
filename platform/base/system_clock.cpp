// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/system_clock.h"

#include <QFile>
#include <QTimer>

#include <ctime>

namespace crema::platform {
namespace {

std::int64_t readMs(clockid_t id)
{
    timespec time{};
    ::clock_gettime(id, &time);
    return std::int64_t(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

QUuid readBootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QUuid::fromString(QString::fromLatin1(file.readAll().trimmed()));
}

class EventLoopTimer final : public Timer
{
public:
    EventLoopTimer(std::int64_t delayMs, std::function<void()> action) : m_action(std::move(action))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        // The action may destroy this timer, so it is moved out before it runs.
        m_timer.callOnTimeout(&m_timer, [this] {
            const std::function<void()> due = std::move(m_action);
            due();
        });
        m_timer.start(std::chrono::milliseconds(std::max<std::int64_t>(delayMs, 0)));
    }

private:
    QTimer m_timer;
    std::function<void()> m_action;
};

} // namespace

SystemClock::SystemClock() : m_bootId(readBootId()) {}

UtcTime SystemClock::now() const
{
    return UtcTime(readMs(CLOCK_REALTIME));
}

std::int64_t SystemClock::monotonicMs() const
{
    return readMs(CLOCK_BOOTTIME);
}

std::unique_ptr<Timer> SystemClock::after(std::int64_t delayMs, std::function<void()> action)
{
    return std::make_unique<EventLoopTimer>(delayMs, std::move(action));
}

} // namespace crema::platform
