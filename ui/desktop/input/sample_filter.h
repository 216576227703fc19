// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/scanner/scan_sample.h"

#include <QObject>

#include <memory>

class QKeyEvent;

namespace crema::desktop {

/// Takes all keys for itself while a scanner is looked at, and tells what it sent for one code, as it came. Nothing of
/// it reaches a field, a shortcut or the till.
class SampleFilter final : public QObject
{
    Q_OBJECT

public:
    /// A scan is over when nothing came for so long.
    static constexpr std::int64_t pauseMs = 250;

    explicit SampleFilter(Clock &clock, QObject *parent = nullptr);
    ~SampleFilter() override;

    void listen(bool wanted);

Q_SIGNALS:
    void sampled(const crema::ScanSample &sample);
    /// Esc, with no scan under way.
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QKeyEvent &event);
    void end(ScanEnd end);

    Clock &m_clock;
    ScanSample m_sample;
    std::unique_ptr<Timer> m_timer;
    bool m_isListening = false;
};

} // namespace crema::desktop
