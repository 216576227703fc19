// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/device_rows.h"

#include "models/base/uuid7.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

tl::unexpected<Problem> keyMissing(const QString &path)
{
    return failure(
        ProblemKind::Device, QStringLiteral("store.key_missing"),
        QCoreApplication::translate("Store", "The key file %1 is missing or belongs to another store.").arg(path),
        QCoreApplication::translate("Store", "Put the file back from a backup, or enrol this device again."));
}

} // namespace

QString DeviceRows::keyPath() const
{
    return m_database.path() + QStringLiteral(".key");
}

Result<void> DeviceRows::ensure(Clock &clock, Randomness &randomness, Disk &disk)
{
    if (read())
        return {};
    // A key without a store is left by a first start that ended between the two; it was never used.
    disk.removeSecret(keyPath());
    const SigningKey key = SigningKey::generate(randomness);
    if (const Result<void> written = disk.writeSecret(keyPath(), key.seed()); !written)
        return written;
    const auto id = makeId<DeviceId>(clock.now(), randomness);
    Transaction transaction(m_database);
    m_database.run("add_device", {id, 1, key.publicKey(), clock.now().msSinceEpoch()});
    transaction.commit();
    return {};
}

Result<SigningKey> DeviceRows::signingKey(const Disk &disk)
{
    const std::optional<DeviceRow> device = read();
    // Without it the entries of the auditor's journal have no signature until the next start.
    Result<QByteArray> seed = disk.readSecret(keyPath());
    if (!seed && disk.exists(keyPath()))
        seed = disk.readSecret(keyPath()); // a disk that stumbles is asked once more
    if (!seed && disk.exists(keyPath()))
        return failure(seed.error());
    if (!device || !seed)
        return keyMissing(keyPath());
    Result<SigningKey> key = SigningKey::fromSeed(*seed);
    if (!key || key->publicKey() != device->publicKey)
        return keyMissing(keyPath());
    return key;
}

std::optional<DeviceRow> DeviceRows::read()
{
    Rows rows = m_database.query("read_device");
    if (!rows.next())
        return std::nullopt;
    DeviceRow device;
    device.id = DeviceId(rows.uuid(0));
    device.epoch = rows.integer(1);
    device.publicKey = rows.bytes(2);
    device.platform = rows.text(3);
    if (!rows.isNull(4))
        device.location = LocationId(rows.uuid(4));
    if (!rows.isNull(5))
        device.registerId = RegisterId(rows.uuid(5));
    if (!rows.isNull(6))
        device.person = PersonId(rows.uuid(6));
    device.lastSequence = rows.integer(7);
    device.cursor = Cursor::fromString(rows.text(8));
    if (!rows.isNull(9))
        device.lastSyncAt = UtcTime(rows.integer(9));
    device.clockOffsetMs = rows.integer(10);
    if (!rows.isNull(11))
        device.enrolledAt = UtcTime(rows.integer(11));
    return device;
}

void DeviceRows::enroll(const QString &platform, LocationId location, std::optional<RegisterId> reg,
                        std::optional<PersonId> person, const Cursor &start, std::optional<UtcTime> at)
{
    const auto atMs = at ? std::optional(at->msSinceEpoch()) : std::nullopt;
    m_database.run("enroll_device", {platform, location, reg, person, start.toString(), atMs});
}

void DeviceRows::setPlatform(const QString &address)
{
    m_database.run("set_device_platform", {address});
}

void DeviceRows::setPerson(std::optional<PersonId> person)
{
    m_database.run("set_device_person", {person});
}

void DeviceRows::setCursor(const Cursor &cursor)
{
    m_database.run("set_feed_cursor", {cursor.toString()});
}

void DeviceRows::setLastSequence(std::int64_t sequence)
{
    m_database.run("set_last_sequence", {sequence});
}

void DeviceRows::setLastSync(UtcTime at)
{
    m_database.run("set_last_sync", {at.msSinceEpoch()});
}

void DeviceRows::setClockOffset(std::int64_t ms)
{
    m_database.run("set_clock_offset", {ms});
}

QString DeviceRows::setting(const QString &name)
{
    return m_database.value("read_setting", {name}).toString();
}

void DeviceRows::setSetting(const QString &name, const QString &value)
{
    m_database.run("save_setting", {name, value.isNull() ? QStringLiteral("") : value});
}

} // namespace crema::sync
