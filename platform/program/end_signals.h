// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace crema::platform {

/// Turns SIGTERM and SIGINT into a call on the main thread's event loop. One object at a time.
class EndSignals
{
public:
    /// `action` runs at the first signal only; a second SIGINT ends the program at once.
    explicit EndSignals(std::function<void()> action);
    ~EndSignals();
    EndSignals(const EndSignals &) = delete;
    EndSignals &operator=(const EndSignals &) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::function<void()> m_action;
};

} // namespace crema::platform
