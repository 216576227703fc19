// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "platform/http/limits.h"
#include "platform/http/work_stores.h"

#include <QByteArrayView>
#include <QString>

namespace crema::http {

/// Lets no client take the platform from the others. What a request costs is the time that it kept a worker busy and a
/// little for itself, so a client that asks one thing at a time is never held up, whatever it asks. Each client, known
/// by its token or else by its address, and each address have a store of such time that fills up steadily
/// (a token bucket); who has used more than it holds is asked to wait. Asked on the door's thread, so it never waits
/// for anything.
class RateLimits
{
public:
    struct Sender {
        quint64 client = 0;
        quint64 address = 0; ///< 0: this machine, which has no bound as an address
    };

    virtual ~RateLimits() = default;

    /// `token` may be empty.
    [[nodiscard]] virtual Sender senderOf(QByteArrayView token, const QString &address) const = 0;

    /// How long the sender has to wait before it is heard again, in milliseconds; 0: not at all.
    [[nodiscard]] virtual std::int64_t waitMs(const Sender &sender, std::int64_t monotonicMs) = 0;
    /// `busyUs` in microseconds.
    virtual void charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs) = 0;

protected:
    [[nodiscard]] static bool isThisMachine(const QString &address);
};

/// Counted by this process for itself. Lives on the door's thread.
class ProcessRateLimits final : public RateLimits
{
public:
    ProcessRateLimits(const Limits &limits, Randomness &randomness);

    [[nodiscard]] Sender senderOf(QByteArrayView token, const QString &address) const override;
    [[nodiscard]] std::int64_t waitMs(const Sender &sender, std::int64_t monotonicMs) override;
    void charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs) override;

private:
    std::size_t m_seed; ///< so that nobody can choose tokens that share a store with somebody else's
    std::int64_t m_requestUs;
    WorkStores m_clients;
    WorkStores m_addresses;
};

} // namespace crema::http
