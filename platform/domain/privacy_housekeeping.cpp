// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/privacy_housekeeping.h"

#include "models/operations/storage_failure.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/worker_pool.h"
#include "platform/mail/mail_folder.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>

namespace crema::platform {
namespace {

constexpr std::int64_t dayMs = 24LL * 3'600'000;

} // namespace

PrivacyHousekeeping::PrivacyHousekeeping(const PlatformParts &parts, ConfigService &config, CustomerRetention retention,
                                         const QString &mailFolder)
    : m_parts(parts), m_config(config), m_retention(std::move(retention)), m_mailFolder(mailFolder),
      m_erased(prometheus::BuildCounter()
                   .Name("crema_customers_not_needed_total")
                   .Help("Customers whom the platform erased because nothing was heard of them for long.")
                   .Register(parts.metrics.registry())
                   .Add({})),
      m_heldBack(parts.metrics.addGauge(
          "crema_customers_held_back",
          "Customers who are due and were not erased because they are too many of all; somebody should look."))
{
    arm();
}

void PrivacyHousekeeping::arm()
{
    m_timer = m_parts.clock.after(periodMs, [this] { arm(); });
    // A pool that is full has more urgent things to do; the next hour comes.
    [[maybe_unused]] const bool isPosted = m_parts.background.tryPost([this] { work(); });
}

void PrivacyHousekeeping::work()
{
    try {
        // Never by what is usual: the shop may have set that all is kept for longer.
        const SettingValues settings = m_config.valuesNow();
        const UtcTime now = m_parts.clock.now();
        removeMail(settings, now);
        eraseCustomers(settings, now);
    } catch (const StorageFailure &failure) {
        m_parts.log.write(LogLevel::Warning, "privacy.not_done", LogFields().add("code", failure.problem().code));
    }
}

void PrivacyHousekeeping::eraseCustomers(const SettingValues &settings, UtcTime now)
{
    if (const std::int64_t followed = m_retention.followErasures(now); followed > 0)
        m_parts.log.write(LogLevel::Info, "privacy.merged_customers_erased", LogFields().add("customers", followed));
    const std::int64_t years = settings.number(shop_setting::customerYears);
    const RetentionOutcome outcome = m_retention.run(years, now);
    m_erased.Increment(static_cast<double>(outcome.erased));
    m_heldBack.Set(static_cast<double>(outcome.heldBack));
    if (outcome.erased > 0)
        m_parts.log.write(LogLevel::Info, "privacy.customers_erased",
                          LogFields().add("customers", outcome.erased).add("years", years));
    if (outcome.heldBack > 0)
        m_parts.log.write(LogLevel::Warning, "privacy.customers_held_back",
                          LogFields().add("customers", outcome.heldBack).add("years", years));
}

void PrivacyHousekeeping::removeMail(const SettingValues &settings, UtcTime now)
{
    if (m_mailFolder.isEmpty())
        return;
    const std::int64_t days = settings.number(shop_setting::mailDays);
    const int removed = removeMailBefore(m_mailFolder, now.plusMs(-days * dayMs));
    if (removed > 0)
        m_parts.log.write(LogLevel::Info, "privacy.mail_removed",
                          LogFields().add("files", std::int64_t(removed)).add("days", days));
}

} // namespace crema::platform
