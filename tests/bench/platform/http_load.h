// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/platform/latencies.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace crema::bench {

/// What one answer was.
struct Answer {
    int status = 0;
    QByteArray body;
};

/// Of this machine, as a number.
inline constexpr quint32 loopback = 0x7f00'0001;

/// Sends one request to 127.0.0.1 and reads its answer; nothing when no whole answer came in 5 s. The other side sees
/// it come from the address `from`, one of 127.0.0.0/8.
[[nodiscard]] std::optional<Answer> exchange(quint16 port, const QByteArray &request, quint32 from = loopback);

/// A GET with keep-alive, whole, as it goes over the wire. An empty token sends no Authorization.
[[nodiscard]] QByteArray getRequest(const QByteArray &target, const QByteArray &token);

struct LoadResult {
    Speed speed;
    qint64 otherAnswers = 0; ///< answers that were not 200
    bool isComplete = false; ///< no connection broke off
};

/// Keeps `connections` keep-alive connections busy for `seconds` from one thread, each with one request at a time,
/// taking the requests in turn. Ends after 2,000,000 answers at the latest.
[[nodiscard]] LoadResult loadOf(quint16 port, const QByteArrayList &requests, int connections, double seconds);

} // namespace crema::bench
