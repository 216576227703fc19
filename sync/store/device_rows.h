// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/feed/cursor.h"
#include "models/security/signing_key.h"
#include "sync/seams/disk.h"
#include "sync/store/database.h"

namespace crema::sync {

/// The one row about this device.
struct DeviceRow {
    DeviceId id;
    std::int64_t epoch = 1;
    QByteArray publicKey;
    QString platform; ///< empty before enrolment, and so are the next four
    std::optional<LocationId> location;
    std::optional<RegisterId> registerId;
    std::optional<PersonId> person;
    std::optional<Cursor> cursor;
    std::int64_t lastSequence = 0;
    std::optional<UtcTime> enrolledAt; ///< by this machine's clock
    std::optional<UtcTime> lastSyncAt;
    std::int64_t clockOffsetMs = 0;

    [[nodiscard]] bool enrolled() const { return location.has_value(); }
    /// When the platform said last who may do what here; nothing before enrolment.
    [[nodiscard]] std::optional<UtcTime> heardAt() const { return lastSyncAt ? lastSyncAt : enrolledAt; }
};

/// Reads and writes what the store knows about its device. Failures are thrown as StorageFailure.
class DeviceRows
{
public:
    explicit DeviceRows(Database &database) : m_database(database) {}

    /// Makes id, epoch and key pair of a new store; nothing when they are there. The seed of the key is the
    /// secret `<store>.key` of the disk. Errors: `store.key_missing`, `store.write`.
    [[nodiscard]] Result<void> ensure(Clock &clock, Randomness &randomness, Disk &disk);
    /// Errors: `store.key_missing`, also when the key belongs to another store; those of Disk::readSecret().
    [[nodiscard]] Result<SigningKey> signingKey(const Disk &disk);

    [[nodiscard]] std::optional<DeviceRow> read();
    void enroll(const QString &platform, LocationId location, std::optional<RegisterId> reg,
                std::optional<PersonId> person, const Cursor &start, std::optional<UtcTime> at);
    void setPlatform(const QString &address);
    void setPerson(std::optional<PersonId> person);
    void setCursor(const Cursor &cursor);
    void setLastSequence(std::int64_t sequence);
    void setLastSync(UtcTime at);
    void setClockOffset(std::int64_t ms);

    [[nodiscard]] QString setting(const QString &name);
    void setSetting(const QString &name, const QString &value);

private:
    [[nodiscard]] QString keyPath() const;

    Database &m_database;
};

} // namespace crema::sync
