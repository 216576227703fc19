// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/company/config_service.h"

#include "models/operations/storage_failure.h"
#include "platform/base/log.h"

namespace crema::platform {
namespace {

/// Nothing: none were set yet.
std::optional<ShopSettings> settingsIn(const Rows &rows)
{
    if (rows.isEmpty() || rows.isNull(0, 0))
        return std::nullopt;
    const Result<ShopSettings> settings = codec::readShopSettings(rows.json(0, 0));
    if (!settings)
        throw StorageFailure(settings.error());
    return *settings;
}

} // namespace

SettingValues loadSettings(Transaction &transaction)
{
    return {settingsIn(transaction.run("company/load_company_settings")), std::nullopt};
}

SettingValues loadSettings(Transaction &transaction, LocationId location)
{
    return {settingsIn(transaction.run("company/load_company_settings")),
            settingsIn(transaction.run("company/load_shop_settings", {location}))};
}

SettingValues ConfigService::values()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_readAtMs && m_clock.monotonicMs() - *m_readAtMs < staleMs)
            return m_values;
        m_readAtMs = m_clock.monotonicMs();
    }
    // Whoever asks meanwhile goes by what was read last, and waits for nobody.
    std::optional<SettingValues> read;
    try {
        read = valuesNow();
    } catch (const StorageFailure &) {
        // Looked at again in a moment.
    }
    const std::lock_guard lock(m_mutex);
    if (read) {
        tell(*read);
        m_values = *std::move(read);
    }
    return m_values;
}

SettingValues ConfigService::valuesNow()
{
    const auto connection = m_pool.borrow();
    Transaction transaction(*connection);
    return loadSettings(transaction);
}

void ConfigService::tell(const SettingValues &values)
{
    const QStringList keys = values.tookNone();
    for (const QString &key : keys) {
        if (m_told.contains(key))
            continue;
        m_told.append(key);
        m_log.write(LogLevel::Warning, "settings.out_of_range", LogFields().add("key", key));
    }
}

} // namespace crema::platform
