// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmarks of the window have in common.
#pragma once

#include "sync/seams/system_clock.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace crema::bench {

/// Ends every short wait at once, and can let time pass between two keys, so that they are not taken for a scanner's.
/// Long waits stay: a clock on the screen that ticked at once would keep the event loop busy.
class PromptClock final : public Clock
{
public:
    UtcTime now() const override { return m_clock.now(); }
    std::int64_t monotonicMs() const override { return m_clock.monotonicMs() + m_passedMs; }
    void pass(std::int64_t ms) { m_passedMs += ms; }
    QUuid bootId() const override { return m_clock.bootId(); }
    std::unique_ptr<Timer> after(std::int64_t ms, std::function<void()> action) override
    {
        constexpr std::int64_t shortMs = 1'000;
        return m_clock.after(ms < shortMs ? 0 : ms, std::move(action));
    }

private:
    sync::SystemClock m_clock;
    std::int64_t m_passedMs = 0;
};

/// Tells when the view has been painted with what is current.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &viewport) { viewport.installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // A queued call comes after the window has handed its picture to the display.
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                this, [this] { painted = true; }, Qt::QueuedConnection);
        return false;
    }
};

struct Times {
    std::vector<double> ms;
    double at(double share)
    {
        std::sort(ms.begin(), ms.end());
        return ms[static_cast<std::size_t>(static_cast<double>(ms.size() - 1) * share)];
    }
};

template<class Done>
bool spinUntil(Done done, qint64 patienceMs = 10'000)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake; // so that a wait for what never comes ends
    wake.start(1'000);
    while (!done()) {
        if (timer.elapsed() > patienceMs)
            return false;
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

inline void print(const char *what, Times times)
{
    std::printf("%-32s p50 %7.2f ms   p99 %7.2f ms   max %7.2f ms   of %zu\n", what, times.at(0.5), times.at(0.99),
                times.at(1), times.ms.size());
}

} // namespace crema::bench
