// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "sync/rest/platform_client.h"

#include <functional>

namespace crema::sync {

/// Listens to the platform's 'there is more', so that a change arrives at once and not with the next poll. It is a
/// help and never the way itself: while it cannot be had, polling goes on as before. It has no timer of its own; the
/// rounds that went well ask it to listen again.
class ChangeSignal : public std::enable_shared_from_this<ChangeSignal>
{
public:
    struct Listener {
        std::function<void()> more;  ///< something changed
        std::function<void()> ended; ///< it was heard, and is not any more
    };

    ChangeSignal(Clock &clock, Randomness &randomness, Listener listener)
        : m_clock(clock), m_randomness(randomness), m_listener(std::move(listener))
    {}

    /// Listens through this platform unless that is done already, or was tried in vain a short while ago.
    void ensure(const std::shared_ptr<PlatformClient> &platform);
    /// Without a word to the listener.
    void stop();
    /// The platform was heard and would be heard now.
    [[nodiscard]] bool isHeard() const { return m_heard; }

private:
    QCoro::Task<void> open(std::shared_ptr<PlatformClient> platform);
    void heard();
    void lost();

    Clock &m_clock;
    Randomness &m_randomness;
    Listener m_listener;
    std::unique_ptr<EventStream> m_stream;
    std::shared_ptr<PlatformClient> m_platform; ///< of the stream
    std::int64_t m_number = 0;                  ///< what belongs to an earlier stream is not listened to
    bool m_opening = false;
    bool m_heard = false;
    int m_failures = 0;
    std::int64_t m_notBeforeMs = 0; ///< monotonic
};

} // namespace crema::sync
