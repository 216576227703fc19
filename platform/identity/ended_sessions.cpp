// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/ended_sessions.h"

#include "models/operations/storage_failure.h"

namespace crema::platform {
namespace {

/// A little more than an access token lives, for nodes whose clocks differ.
constexpr std::int64_t lookBackMs = 20ll * 60 * 1000;

} // namespace

std::optional<bool> EndedSessions::fromMemory(SessionId session) const
{
    // None begins again, so one that has ended needs no new look.
    if (m_ended.contains(session))
        return true;
    const bool isFresh = m_readAtMs && m_clock.monotonicMs() - *m_readAtMs < staleMs;
    return isFresh ? std::optional(false) : std::nullopt;
}

bool EndedSessions::hasEnded(SessionId session)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const std::optional<bool> known = fromMemory(session))
            return *known;
        m_readAtMs = m_clock.monotonicMs();
    }
    // Nobody waits for this read: who is let in is asked about for every request.
    std::optional<QSet<SessionId>> read;
    try {
        const Rows rows = m_pool.borrow()->run("identity/list_ended_sessions", {m_clock.now().plusMs(-lookBackMs)});
        read.emplace();
        for (int row = 0; row < rows.count(); ++row)
            read->insert(SessionId(rows.uuid(row, 0)));
    } catch (const StorageFailure &) {
        // Looked at again in a moment; whatever the request needs of the storage fails by itself.
    }
    const std::lock_guard lock(m_mutex);
    if (read)
        m_ended = *std::move(read);
    return m_ended.contains(session);
}

std::optional<bool> EndedSessions::isKnownAsEnded(SessionId session)
{
    const std::lock_guard lock(m_mutex);
    return fromMemory(session);
}

} // namespace crema::platform
