// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/worker_pool.h"
#include "platform/payments/payment_desk.h"
#include "platform/payments/payment_figures.h"
#include "platform/payments/postgres_intent_store.h"
#include "platform/program/platform_services.h"

#include <atomic>

namespace crema::platform {

/// Runs the desk on threads of its own: a provider that is slow about one payment holds up no other, and no request.
/// Made and stopped on the main thread; any thread may wake it.
class PaymentWorker
{
public:
    /// So often it looks for itself while customers are paying; what was just asked here wakes it at once.
    static constexpr std::int64_t busyMs = 1'000;
    static constexpr std::int64_t idleMs = 5'000;

    /// All outlive this; no provider: whatever is asked fails at once.
    PaymentWorker(const PlatformParts &parts, PostgresIntentStore &store, PaymentProvider *provider);
    ~PaymentWorker();

    /// Something is due since a moment.
    void wake();
    /// What the provider is asked at this moment fails within a second, and is asked again after the next start.
    void stop();
    /// Whether it works at this moment, or is about to.
    [[nodiscard]] bool isBusy() const { return m_threads.waiting() > 0 || m_threads.running() > 0; }

private:
    void arm();
    void work();
    void count();

    PlatformParts m_parts;
    PostgresIntentStore &m_store;
    PaymentProvider *m_provider;
    PaymentFigures m_figures;
    PaymentDesk m_desk;
    std::atomic<bool> m_isStopping = false;
    std::atomic<std::int64_t> m_workedAtMs = 0; ///< when something was due last, by the monotonic clock
    std::unique_ptr<Timer> m_timer;
    WorkerPool m_threads; ///< last: they end before what they work with
};

} // namespace crema::platform
