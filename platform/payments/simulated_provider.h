// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "platform/database/connection_pool.h"
#include "platform/payments/payment_provider.h"

#include <mutex>

namespace crema::platform {

/// One payment in the ledger of the simulated provider.
struct SimulatedPayment {
    IntentChannel channel = IntentChannel::Link;
    Money amount;
    QString description;
    QString state; ///< "open", "held", "paid", "declined", "cancelled"
};

/// A provider that takes nobody's money, for trying things out and for tests. Its ledger is in the database, so that it
/// remembers what a platform that was ended in between does not, as one of its own would. A link leads to a page of the
/// platform (simulated_pages.h); a reader approves after a moment, unless that page says otherwise.
class SimulatedProvider final : public PaymentProvider
{
public:
    /// So long a reader takes.
    static constexpr std::int64_t readerMs = 3'000;
    static constexpr int mostLostAnswers = 20;

    /// Both outlive this.
    SimulatedProvider(ConnectionPool &pool, const Clock &clock) : m_pool(pool), m_clock(clock) {}

    /// Where the platform is reached; its pages stand below. Any thread.
    void setAddress(const QString &address);

    [[nodiscard]] QStringView name() const override { return u"simulated"; }
    [[nodiscard]] ProviderAnswer ask(const PaymentQuestion &question) override;
    [[nodiscard]] ProviderAnswer status(const PaymentQuestion &question) override;
    [[nodiscard]] ProviderAnswer cancel(const PaymentQuestion &question) override;
    [[nodiscard]] RefundAnswer refund(const PaymentIntent &intent, const Money &amount, const QString &key) override;

    /// What the page shows and does. Nothing: it was not asked for.
    [[nodiscard]] std::optional<SimulatedPayment> payment(PaymentIntentId id);
    void pay(PaymentIntentId id);
    void decline(PaymentIntentId id);
    /// The reader waits until it is told.
    void hold(PaymentIntentId id);
    /// So many of the next answers about it do not arrive.
    void loseAnswers(PaymentIntentId id, int count);

private:
    [[nodiscard]] ProviderAnswer answer(PaymentIntentId id);
    /// One answer is lost for each time that a test or a trial asked for it.
    [[nodiscard]] bool losesAnswer(PaymentIntentId id);
    [[nodiscard]] RefundAnswer refundOnce(const PaymentIntent &intent, const Money &amount, const QString &key);
    void run(const char *statement, const Params &params);

    ConnectionPool &m_pool;
    const Clock &m_clock;
    std::mutex m_mutex;
    QString m_address;
};

} // namespace crema::platform
