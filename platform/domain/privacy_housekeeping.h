// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/company/config_service.h"
#include "platform/customers/customer_retention.h"
#include "platform/program/platform_services.h"

namespace prometheus {
class Counter;
class Gauge;
} // namespace prometheus

namespace crema::platform {

/// Lets go of what nobody needs any more, at the start and once an hour: customers (`privacy.customer_years`) and files
/// of mail (`privacy.mail_days`). Used on the main thread; the work is done in `background`.
class PrivacyHousekeeping
{
public:
    static constexpr std::int64_t periodMs = 3'600'000;

    /// What the parts refer to outlives the background's tasks. `mailFolder` is empty where there is none.
    PrivacyHousekeeping(const PlatformParts &parts, ConfigService &config, CustomerRetention retention,
                        const QString &mailFolder);

    /// Nothing more is begun; what is under way ends with the background.
    void stop() { m_timer.reset(); }

    /// What is done each hour, at once. Never throws.
    void work();

private:
    void arm();
    void eraseCustomers(const SettingValues &settings, UtcTime now);
    void removeMail(const SettingValues &settings, UtcTime now);

    PlatformParts m_parts;
    ConfigService &m_config;
    CustomerRetention m_retention;
    QString m_mailFolder;
    prometheus::Counter &m_erased;
    prometheus::Gauge &m_heldBack;
    std::unique_ptr<Timer> m_timer;
};

} // namespace crema::platform
