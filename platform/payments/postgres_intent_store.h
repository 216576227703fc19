// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection_pool.h"
#include "platform/http/event_stream.h"
#include "platform/payments/intent_store.h"

#include <QHash>

namespace crema::platform {

/// How many intents the desk has before it.
struct IntentCounts {
    QHash<QString, std::int64_t> byState; ///< "asked", "open", "unknown"
    std::int64_t oldestSeconds = 0;       ///< since the provider was asked first; 0 while there is none
    std::int64_t paidDue = 0;             ///< paid ones with something still to be done, such as a refund
};

/// The intents in the platform's database. What changes goes into the feed of their location.
class PostgresIntentStore final : public IntentStore
{
public:
    /// All outlive this. `usualReader` stands beside each register that has no other; empty: none does.
    PostgresIntentStore(ConnectionPool &pool, http::EventPublisher &events, const QString &usualReader)
        : m_pool(pool), m_events(events), m_usualReader(usualReader)
    {}

    [[nodiscard]] QList<DueIntent> due(UtcTime now, UtcTime claimedUntil, int limit) override;
    [[nodiscard]] UtcTime beginAsking(PaymentIntentId id, UtcTime now) override;
    [[nodiscard]] Money beginRefund(PaymentIntentId id, const Money &before, const Money &amount) override;
    std::optional<PaymentIntent> change(PaymentIntentId id,
                                        const std::function<PaymentIntent(const PaymentIntent &)> &step) override;
    void putOff(PaymentIntentId id, std::optional<UtcTime> nextAt, int tries) override;
    [[nodiscard]] QString readerOf(RegisterId reg) override;

    /// Somebody heard something of it: it is due at once.
    void wake(PaymentIntentId id);
    [[nodiscard]] IntentCounts counts(UtcTime now);

private:
    ConnectionPool &m_pool;
    http::EventPublisher &m_events;
    QString m_usualReader;
};

} // namespace crema::platform
