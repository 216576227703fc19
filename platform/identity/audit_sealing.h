// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/connection_pool.h"
#include "platform/identity/audit_seal.h"
#include "platform/identity/audit_verifier.h"
#include "platform/program/platform_services.h"

namespace prometheus {
class Gauge;
}

namespace crema::platform {

/// A seal that was made just now.
struct MadeSeal {
    std::int64_t number = 0;
    QByteArray hash;
    std::int64_t heads = 0;
};

/// How many entries the whole trail has, as the ends of its chains say. Throws StorageFailure.
[[nodiscard]] std::int64_t countAuditEntries(Connection &connection);

/// Seals every chain of the audit trail that grew since the last seal; nothing when none did. Throws StorageFailure.
[[nodiscard]] std::optional<MadeSeal> sealAuditTrail(Connection &connection, UtcTime now, Randomness &randomness);

/// The public key that seals are signed by. Throws StorageFailure.
[[nodiscard]] QByteArray auditSealKey(Connection &connection, Randomness &randomness);

/// The keys that were lost since, oldest first. They stand in clear: whoever owns the database can write them. Throws
/// StorageFailure.
[[nodiscard]] QList<EarlierSealKey> earlierSealKeys(Connection &connection);

/// The number and hash of a seal as it is written into the log and noted by people: `12:BASE64URL`.
[[nodiscard]] QString sealText(std::int64_t number, const QByteArray &hash);

/// Seals the trail at the start, once an hour and at the end, and writes each seal into the log, with how many entries
/// there are, which `crema_audit_entries` tells too: both go where somebody who owns the database cannot change them.
/// Used on the main thread; the work is done in `background`.
class AuditSealing
{
public:
    static constexpr std::int64_t periodMs = 3'600'000;

    /// What `parts` and `pool` refer to outlives the background's tasks.
    AuditSealing(const PlatformParts &parts, ConnectionPool &pool);

    /// Seals what came since, here and now: only a crash leaves a tail that could be cut off unseen. Nothing more is
    /// begun; what is under way ends with the background.
    void stop();

private:
    void work();
    void seal();

    PlatformParts m_parts;
    ConnectionPool &m_pool;
    prometheus::Gauge &m_entries;
    std::unique_ptr<Timer> m_timer;
};

} // namespace crema::platform
