// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/local_store.h"
#include "sync/store/migrator.h"
#include "sync/store/setting_names.h"

#include <QFileInfo>

#include <algorithm>

namespace crema::sync {
namespace {

/// So much older than the truth the time of the last sync in the file may be.
constexpr std::int64_t savedSyncMs = 60'000;

} // namespace

Result<void> LocalStore::noteSynced()
{
    const UtcTime now = m_clock.now();
    // A clock that was set shows as a long time as well.
    const bool isFresh =
        m_savedSyncedAt && std::abs(now.msSinceEpoch() - m_savedSyncedAt->msSinceEpoch()) < savedSyncMs;
    const Result<void> saved = isFresh ? Result<void>() : write([&]() -> Result<void> {
        m_deviceRows.setLastSync(now);
        return {};
    });
    if (!saved)
        return saved;
    if (!isFresh)
        m_savedSyncedAt = now;
    m_syncedAt = now;
    if (m_place)
        m_place->device.lastSyncAt = now;
    return {};
}

Result<void> LocalStore::noteLink(const KeptLink &link)
{
    return read([&]() -> Result<void> {
        if (place().link.isLike(link))
            return {};
        const Result<void> noted = write([&]() -> Result<void> {
            m_deviceRows.setSetting(setting::link, keptLinkToText(link));
            return {};
        });
        if (noted)
            m_place.reset();
        return noted;
    });
}

Result<DeviceHealth> LocalStore::health()
{
    return read([&]() -> Result<DeviceHealth> {
        const UtcTime now = m_clock.now();
        const auto ageOf = [now](UtcTime then) {
            return std::max<std::int64_t>(0, now.msSinceEpoch() - then.msSinceEpoch());
        };
        DeviceHealth health;
        health.boot = m_clock.bootId();
        health.monotonicMs = m_clock.monotonicMs();
        health.version = QStringLiteral(CREMA_VERSION);
        health.storeFormat = Migrator::versionOf(*m_database);
        std::int64_t oldest = 0;
        if (Rows rows = m_database->query("measure_queue"); rows.next()) {
            health.waiting = rows.integer(0);
            health.waitingSales = rows.integer(1);
            oldest = rows.isNull(2) ? 0 : rows.integer(2);
        }
        if (const std::optional<Operation> first = oldest > 0 ? m_queue.operationOf(oldest) : std::nullopt)
            health.oldestWaitingMs = ageOf(first->occurredAt);
        if (Rows rows = m_database->query("measure_attention"); rows.next()) {
            health.needsAttention = rows.integer(0);
            health.refused = rows.integer(1);
        }
        const DeviceRow &device = place().device;
        if (device.lastSyncAt)
            health.syncedAgoMs = ageOf(*device.lastSyncAt);
        if (const std::optional<UtcTime> compared = place().comparison.at)
            health.checkedAgoMs = ageOf(*compared);
        health.clockOffsetMs = device.clockOffsetMs;
        const QString path = m_database->path();
        health.storeBytes = m_disk.size(path) + m_disk.size(path + QStringLiteral("-wal"));
        const std::int64_t free = m_disk.freeBytes(QFileInfo(path).path());
        if (free >= 0)
            health.freeBytes = free;
        health.diskIsLow = m_reserve && m_reserve->isLow();
        return health;
    });
}

} // namespace crema::sync
