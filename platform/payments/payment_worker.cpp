// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_worker.h"

#include "models/operations/storage_failure.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"

#include <prometheus/gauge.h>

namespace crema::platform {
namespace {

/// So many customers are waited for at once. Each has one session of the database at most, and none while the provider
/// is asked.
constexpr int threads = 4;
/// One that looks is enough for whatever was due before it began.
constexpr int mostWaiting = 4;
/// Longer than between two looks at a payment that stays open.
constexpr std::int64_t quietMs = 2 * 60'000;

} // namespace

PaymentWorker::PaymentWorker(const PlatformParts &parts, PostgresIntentStore &store, PaymentProvider *provider)
    : m_parts(parts), m_store(store), m_provider(provider),
      m_figures(parts.metrics, parts.log, provider ? provider->name() : QStringView(u"none")),
      m_desk(store, provider, parts.clock, m_figures), m_workedAtMs(parts.clock.monotonicMs() - quietMs),
      m_threads("payments", threads, mostWaiting)
{
    count();
    wake();
    arm();
}

PaymentWorker::~PaymentWorker()
{
    stop();
}

void PaymentWorker::arm()
{
    const bool isBusy = m_parts.clock.monotonicMs() - m_workedAtMs < quietMs;
    m_timer = m_parts.clock.after(isBusy ? busyMs : idleMs, [this] {
        wake();
        arm();
    });
}

void PaymentWorker::wake()
{
    // Where some wait already, one of them begins after this and finds what is due.
    [[maybe_unused]] const bool isPosted = m_threads.tryPost([this] { work(); });
}

void PaymentWorker::stop()
{
    m_timer.reset();
    m_isStopping = true;
    if (m_provider)
        m_provider->stop();
    m_threads.stop();
}

void PaymentWorker::work()
{
    try {
        const auto onTaken = [this] {
            m_workedAtMs = m_parts.clock.monotonicMs();
            // While this one asks, another thread looks for the next.
            wake();
        };
        bool isMore = true;
        while (isMore && !m_isStopping)
            isMore = m_desk.workOnce(onTaken);
    } catch (const StorageFailure &failure) {
        // All of it stays due; whoever needs the database says that it does not answer.
        m_parts.log.write(LogLevel::Warning, "payment.waits", LogFields().add("code", failure.problem().code));
    }
}

void PaymentWorker::count()
{
    auto &asked = m_parts.metrics.addGauge("crema_payments_asked", "Payments that the provider was not reached about.");
    auto &open = m_parts.metrics.addGauge("crema_payments_open", "Payments that a customer may be paying now.");
    auto &unknown = m_parts.metrics.addGauge("crema_payments_unknown",
                                             "Payments of which nobody knows whether the customer was charged.");
    auto &oldest = m_parts.metrics.addGauge("crema_payments_oldest_undecided_seconds",
                                            "How long the oldest undecided payment has been asked about.");
    auto &due =
        m_parts.metrics.addGauge("crema_payments_refunds_waiting", "Paid ones that something is still due for.");
    m_parts.metrics.onScrape([this, &asked, &open, &unknown, &oldest, &due] {
        try {
            const IntentCounts counts = m_store.counts(m_parts.clock.now());
            asked.Set(static_cast<double>(counts.byState.value(intentStateText(IntentState::Asked))));
            open.Set(static_cast<double>(counts.byState.value(intentStateText(IntentState::Open))));
            unknown.Set(static_cast<double>(counts.byState.value(intentStateText(IntentState::Unknown))));
            oldest.Set(static_cast<double>(counts.oldestSeconds));
            due.Set(static_cast<double>(counts.paidDue));
        } catch (const StorageFailure &) {
            // The request that needs the database says so.
        }
    });
}

} // namespace crema::platform
