// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_figures.h"

#include "platform/base/log.h"
#include "platform/base/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace crema::platform {
namespace {

const prometheus::Histogram::BucketBoundaries providerSeconds{0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60};

} // namespace

class PaymentFigures::Families
{
public:
    Families(Metrics &metrics, QStringView provider)
        : m_seconds(prometheus::BuildHistogram()
                        .Name("crema_payment_provider_seconds")
                        .Help("How long the payment provider took, by what it was asked.")
                        .Register(metrics.registry())),
          m_silent(prometheus::BuildCounter()
                       .Name("crema_payment_provider_silent_total")
                       .Help("Questions to the payment provider that had no answer, or none that says anything.")
                       .Register(metrics.registry())),
          m_ended(prometheus::BuildCounter()
                      .Name("crema_payments_total")
                      .Help("Payments by what became of them: paid, failed, cancelled.")
                      .Register(metrics.registry())),
          m_refused(prometheus::BuildCounter()
                        .Name("crema_payment_refunds_refused_total")
                        .Help("Times the payment provider refused to give money back.")
                        .Register(metrics.registry())
                        .Add({}))
    {
        for (const DeskCall call : {DeskCall::Ask, DeskCall::Status, DeskCall::Cancel, DeskCall::Refund}) {
            seconds(call);
            silent(call);
        }
        prometheus::BuildGauge()
            .Name("crema_payment_provider_info")
            .Help("1, with the name of the provider that takes card payments here.")
            .Register(metrics.registry())
            .Add({{"provider", provider.toString().toStdString()}})
            .Set(1);
    }

    prometheus::Histogram &seconds(DeskCall call)
    {
        return m_seconds.Add({{"call", deskCallText(call)}}, providerSeconds);
    }
    prometheus::Counter &silent(DeskCall call) { return m_silent.Add({{"call", deskCallText(call)}}); }
    prometheus::Counter &ended(IntentState state)
    {
        return m_ended.Add({{"state", intentStateText(state).toStdString()}});
    }
    prometheus::Counter &refused() { return m_refused; }

private:
    prometheus::Family<prometheus::Histogram> &m_seconds;
    prometheus::Family<prometheus::Counter> &m_silent;
    prometheus::Family<prometheus::Counter> &m_ended;
    prometheus::Counter &m_refused;
};

PaymentFigures::PaymentFigures(Metrics &metrics, Log &log, QStringView provider)
    : m_log(log), m_families(std::make_unique<Families>(metrics, provider))
{}

PaymentFigures::~PaymentFigures() = default;

void PaymentFigures::asked(DeskCall call, std::int64_t ms, bool isAnswered)
{
    m_families->seconds(call).Observe(static_cast<double>(ms) / 1'000);
    if (isAnswered)
        return;
    m_families->silent(call).Increment();
    m_log.write(LogLevel::Warning, "payment.no_answer",
                LogFields().add("call", QByteArrayView(deskCallText(call))).add("ms", ms));
}

void PaymentFigures::changed(const PaymentIntent &before, const PaymentIntent &after)
{
    const bool isEnded = before.state != after.state && !after.isUndecided();
    if (isEnded)
        m_families->ended(after.state).Increment();
    m_log.write(after.state == IntentState::Unknown ? LogLevel::Warning : LogLevel::Info, "payment.changed",
                LogFields()
                    .add("intent", after.id.value())
                    .add("from", QStringView(intentStateText(before.state)))
                    .add("to", QStringView(intentStateText(after.state)))
                    .add("problem", QStringView(after.problem)));
}

void PaymentFigures::refundRefused(const PaymentIntent &intent, const QString &problem)
{
    m_families->refused().Increment();
    m_log.write(LogLevel::Warning, "payment.refund_refused",
                LogFields().add("intent", intent.id.value()).add("problem", QStringView(problem)));
}

} // namespace crema::platform
