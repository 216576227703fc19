// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <cstdint>
#include <optional>

namespace crema::http {

/// One server-sent event. `name` and `id` hold no line break; `data` may (each line becomes a data line).
struct Event {
    QByteArray name; ///< empty: the unnamed "message" event
    QByteArray data;
    QByteArray id; ///< empty: none
};

/// What a handler answers when it wants the connection held open for events.
struct EventSubscription {
    QByteArrayList keys;                    ///< what to be woken for, such as "feed:location:<id>"
    std::optional<Event> first;             ///< sent at once
    std::optional<std::int64_t> lifetimeMs; ///< the stream ends after that, as when the token ends
};

/// Wakes subscribers; any thread may call it, and it never waits. An event reaches the streams open at that moment:
/// a missed one is made good by pulling, so nothing is stored.
class EventPublisher
{
public:
    virtual ~EventPublisher() = default;
    virtual void publish(const QByteArray &key, const Event &event) = 0;
};

} // namespace crema::http
