// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/desktop/window/plain_tool_tips.h"

#include <QApplication>

namespace crema::desktop {

/// The application, with an eye on its own thread: an event that takes longer than people wait for is logged with what
/// it was and who took so long (ux.md 2.13: the UI thread is never blocked for more than 50 ms). Its tool tips are
/// plain.
class WatchedApplication final : public QApplication
{
    Q_OBJECT

public:
    static constexpr std::int64_t longestMs = 50;

    /// `clock` outlives the application.
    WatchedApplication(int &argc, char **argv, const Clock &clock);

    bool notify(QObject *receiver, QEvent *event) override;

    /// Events that took too long since the start.
    [[nodiscard]] int stalls() const { return m_stalls; }
    [[nodiscard]] std::int64_t longestStallMs() const { return m_longestStallMs; }

private:
    void note(const QString &what, std::int64_t tookMs);

    const Clock &m_clock;
    PlainToolTips m_toolTips;
    int m_depth = 0; ///< events sent while another one is handled count with the outer one
    int m_stalls = 0;
    std::int64_t m_longestStallMs = 0;
};

} // namespace crema::desktop
