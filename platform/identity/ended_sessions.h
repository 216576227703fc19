// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/people/session_id.h"
#include "platform/database/connection_pool.h"

#include <QSet>

#include <mutex>

namespace crema::platform {

/// Which sessions ended while access tokens of theirs may be good, read anew every three seconds: a token says for a
/// quarter of an hour what was true when it was made. Any thread may use it.
class EndedSessions
{
public:
    static constexpr std::int64_t staleMs = 3'000;

    /// Both outlive this.
    EndedSessions(ConnectionPool &pool, const Clock &clock) : m_pool(pool), m_clock(clock) {}

    /// May read. What is known already holds on while the database does not answer.
    [[nodiscard]] bool hasEnded(SessionId session);
    /// The same without reading; nothing when that would be needed.
    [[nodiscard]] std::optional<bool> isKnownAsEnded(SessionId session);

private:
    [[nodiscard]] std::optional<bool> fromMemory(SessionId session) const;

    ConnectionPool &m_pool;
    const Clock &m_clock;
    std::mutex m_mutex;
    QSet<SessionId> m_ended;
    std::optional<std::int64_t> m_readAtMs;
};

} // namespace crema::platform
