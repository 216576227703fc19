// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/rate_limits.h"
#include "platform/valkey/limit_keys.h"
#include "platform/valkey/limit_time.h"
#include "platform/valkey/valkey.h"

#include <mutex>

namespace crema::platform {

/// Limits that the processes of a platform count together. Each decides from its own memory, so that no request waits
/// for Valkey, and exchanges what was used with the others in rounds: what one has counted holds everywhere a round
/// later. While Valkey is away each goes on with what it knows and counts itself. Any thread may use it.
class ValkeyRateLimits final : public http::RateLimits
{
public:
    /// `valkey` and `keys` outlive this.
    ValkeyRateLimits(const http::Limits &limits, Valkey &valkey, const LimitKeys &keys,
                     LimitTime time = LimitTime::OfServer);

    [[nodiscard]] Sender senderOf(QByteArrayView token, const QString &address) const override;
    [[nodiscard]] std::int64_t waitMs(const Sender &sender, std::int64_t monotonicMs) override;
    void charge(const Sender &sender, std::int64_t busyUs, std::int64_t monotonicMs) override;

    /// A round: tells what was used here since the last one and takes over what all have used.
    void exchange();

private:
    using Due = QHash<quint64, std::int64_t>;

    /// The stores of clients or of addresses.
    struct Kind {
        QByteArray name;
        http::WorkStores stores;
        Due due; ///< what the others do not know of yet, in microseconds; 0: only asked about
    };
    [[nodiscard]] std::int64_t wait(Kind &kind, quint64 key, std::int64_t nowMs);
    void tell(Kind &kind, quint64 key, std::int64_t us);
    void use(Kind &kind, quint64 key, std::int64_t us, std::int64_t nowMs);
    void exchange(Kind &kind);
    [[nodiscard]] bool exchange(Kind &kind, const QList<quint64> &senders, const Due &due);

    Valkey &m_valkey;
    const LimitKeys &m_keys;
    LimitTime m_time;
    std::int64_t m_requestUs;
    std::mutex m_mutex;
    Kind m_clients;
    Kind m_addresses;
    std::int64_t m_nowMs = 0; ///< as the door said last
};

} // namespace crema::platform
