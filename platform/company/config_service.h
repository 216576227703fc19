// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/settings/shop_settings.h"
#include "platform/database/connection_pool.h"
#include "platform/database/transaction.h"

#include <mutex>

namespace crema::platform {

class Log;

/// What is in force for the company, read in the transaction that goes by it. A change counts from its commit on, at
/// every process. Throws StorageFailure.
[[nodiscard]] SettingValues loadSettings(Transaction &transaction);
/// The same for one of its locations.
[[nodiscard]] SettingValues loadSettings(Transaction &transaction, LocationId location);

/// The company's settings for what runs outside a transaction (ADR 040): read anew every second, so that a change acts
/// at every process without a restart. What holds a setting in a variable for longer does not see that. Infrastructure
/// (addresses, the database, mail) comes from the environment and is not here. Any thread may use it.
class ConfigService
{
public:
    static constexpr std::int64_t staleMs = 1'000;

    /// All outlive this. A value that this version cannot take is told to the log, once for each.
    ConfigService(ConnectionPool &pool, const Clock &clock, Log &log) : m_pool(pool), m_clock(clock), m_log(log) {}

    /// May read. What was read last holds on while the database does not answer; before that all is as usual.
    [[nodiscard]] SettingValues values();
    /// As they are at this moment, for what cannot be taken back. Throws StorageFailure.
    [[nodiscard]] SettingValues valuesNow();

private:
    void tell(const SettingValues &values);

    ConnectionPool &m_pool;
    const Clock &m_clock;
    Log &m_log;
    std::mutex m_mutex;
    SettingValues m_values;
    std::optional<std::int64_t> m_readAtMs;
    QStringList m_told;
};

} // namespace crema::platform
