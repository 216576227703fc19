// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/system_clock.h"

#include <QFile>
#include <QTimer>

#include <ctime>

namespace crema::sync {
namespace {

class QtTimer final : public Timer
{
public:
    QtTimer(std::int64_t delayMs, std::function<void()> action)
    {
        m_timer.setSingleShot(true);
        // Waits of a second and more may share a wake-up with others.
        m_timer.setTimerType(delayMs >= 1'000 ? Qt::CoarseTimer : Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(action));
        m_timer.start(static_cast<int>(std::clamp<std::int64_t>(delayMs, 0, std::numeric_limits<int>::max())));
    }

private:
    QTimer m_timer;
};

std::int64_t readMs(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000 + time.tv_nsec / 1'000'000;
}

} // namespace

SystemClock::SystemClock()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (file.open(QIODevice::ReadOnly))
        m_bootId = QUuid::fromString(QString::fromLatin1(file.readAll().trimmed()));
}

UtcTime SystemClock::now() const
{
    return UtcTime(readMs(CLOCK_REALTIME));
}

std::int64_t SystemClock::monotonicMs() const
{
    // BOOTTIME goes on while the machine sleeps, MONOTONIC would not.
    return readMs(CLOCK_BOOTTIME);
}

std::unique_ptr<Timer> SystemClock::after(std::int64_t delayMs, std::function<void()> action)
{
    return std::make_unique<QtTimer>(delayMs, std::move(action));
}

} // namespace crema::sync
