// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "platform/http/limits.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace crema::http {

/// Lets no client take the platform from the others. What a request costs is the time that it kept a worker busy and a
/// little for itself, so a client that asks one thing at a time is never held up, whatever it asks. Each client, known
/// by its token or else by its address, and each address have a store of such time that fills up steadily
/// (a token bucket); who has used more than it holds is asked to wait. Lives on the door's thread.
class RateLimits
{
public:
    RateLimits(const Limits &limits, Randomness &randomness);

    struct Sender {
        quint64 client = 0;
        quint64 address = 0; ///< 0: this machine, which has no bound as an address
    };
    /// `token` may be empty.
    [[nodiscard]] Sender senderOf(QByteArrayView token, const QString &address) const;

    /// How long the sender has to wait before it is heard again, in milliseconds; 0: not at all.
    [[nodiscard]] std::int64_t waitMs(const Sender &sender, std::int64_t monotonicMs);
    /// `busyUs` in microseconds.
    void charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs);

private:
    /// What was used of a store that is full at 0, in microseconds of a worker.
    struct Use {
        std::int64_t usedUs = 0;
        std::int64_t atMs = 0;
    };
    class Stores
    {
    public:
        Stores(std::int64_t workMsPerS, std::int64_t burstS)
            : m_rate(workMsPerS), m_burstUs(burstS * workMsPerS * 1'000)
        {}
        [[nodiscard]] std::int64_t waitMs(quint64 key, std::int64_t nowMs);
        void charge(quint64 key, std::int64_t us, std::int64_t nowMs);

    private:
        [[nodiscard]] Use useNow(quint64 key, std::int64_t nowMs);

        std::int64_t m_rate; ///< microseconds for each millisecond; 0: no bound
        std::int64_t m_burstUs;
        // Two halves: what the young one does not hold is looked for in the old one, which goes when the young one is
        // large. So nobody can fill the memory with senders that were never seen before.
        QHash<quint64, Use> m_young;
        QHash<quint64, Use> m_old;
    };

    std::size_t m_seed; ///< so that nobody can choose tokens that share a store with somebody else's
    std::int64_t m_requestUs;
    Stores m_clients;
    Stores m_addresses;
};

} // namespace crema::http
