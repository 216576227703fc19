// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/journal_routes.h"

#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/identity/authenticator.h"
#include "platform/sync/journal_follower.h"
#include "platform/sync/sync_routes.h"

#include <prometheus/counter.h>
#include <prometheus/registry.h>

#include <mutex>

namespace crema::platform {
namespace {

/// Counts what a manager has to look at.
class JournalMetrics
{
public:
    explicit JournalMetrics(Metrics &metrics)
        : m_alarms(prometheus::BuildCounter()
                       .Name("crema_journal_alarms_total")
                       .Help("Auditor's journals of registers that did not extend what was countersigned.")
                       .Register(metrics.registry()))
    {
        m_alarms.Add({{"kind", "journal.disagrees"}});
        m_alarms.Add({{"kind", "journal.restarted"}});
    }

    void count(const QString &kind) { m_alarms.Add({{"kind", kind.toStdString()}}).Increment(); }

private:
    prometheus::Family<prometheus::Counter> &m_alarms;
};

/// What this process countersigns with, read at the first use. Any thread may use it.
class JournalKey
{
public:
    [[nodiscard]] SigningKey of(DomainCore &core)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_key) {
            const QByteArray fresh = SigningKey::generate(core.randomness).seed();
            m_key = *SigningKey::fromSeed(core.sync.journalSeed(fresh));
        }
        return *m_key;
    }

private:
    std::mutex m_mutex;
    std::optional<SigningKey> m_key;
};

http::Response follow(DomainCore &core, JournalKey &keys, JournalMetrics &metrics, const http::Request &request,
                      const http::Context &context)
{
    const Result<auditing::ChainRequest> entries = auditing::readChainRequest(request.body);
    if (!entries)
        return http::Response::problem(entries.error());
    const DeviceId device = *context.caller.deviceId;
    const SigningKey key = keys.of(core);
    const JournalAnswer answer = JournalFollower(core.sync, key).take(*entries, device, core.clock.now(), request.id);
    if (answer.alarm) {
        metrics.count(*answer.alarm);
        core.log.write(LogLevel::Severe, answer.alarm->toLatin1().constData(),
                       LogFields().add("device", device.value()));
    }
    if (!answer.signature)
        return gapResponse(answer.signature.error(), request.id);
    return http::Response::jsonBytes(auditing::writeCountersignature(*answer.signature));
}

} // namespace

void addJournalRoutes(http::Router &router, DomainCore &core)
{
    const auto key = std::make_shared<JournalKey>();
    const auto metrics = std::make_shared<JournalMetrics>(core.metrics);
    router.add({QStringLiteral("countersign_journal"),
                http::Method::Post,
                QStringLiteral("/api/v1/journal/entries"),
                http::Credential::Device,
                {},
                -1,
                http::OpenTo::Device},
               guarded(core, [&core, key, metrics](const http::Request &request, http::Context &context) {
                   return follow(core, *key, *metrics, request, context);
               }));
}

} // namespace crema::platform
