// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices/listed_device.h"

#include "platform/database/transaction.h"
#include "platform/devices/readmission.h"
#include "platform/identity/sessions.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

ListedDevice deviceOf(const Rows &rows, int row)
{
    ListedDevice device;
    device.id = DeviceId(rows.uuid(row, 0));
    device.registerText = rows.text(row, 1) + u'-' + rows.text(row, 2);
    device.name = rows.text(row, 3);
    device.enrolledAt = UtcTime(rows.number(row, 4));
    if (!rows.isNull(row, 5))
        device.revokedAt = UtcTime(rows.number(row, 5));
    if (!rows.isNull(row, 6)) {
        device.epoch = rows.number(row, 6);
        device.arrived = rows.number(row, 7) - 1;
    }
    return device;
}

QList<ListedDevice> devicesOf(Transaction &transaction)
{
    const Rows rows = transaction.run("devices/list_devices");
    QList<ListedDevice> devices;
    for (int row = 0; row < rows.count(); ++row)
        devices.append(deviceOf(rows, row));
    return devices;
}

bool hasRegister(const ListedDevice &device, const QString &name)
{
    return device.registerText.compare(name, Qt::CaseInsensitive) == 0;
}

std::optional<ListedDevice> deviceWithId(const QList<ListedDevice> &devices, const QString &id)
{
    const auto found =
        std::ranges::find_if(devices, [&](const ListedDevice &device) { return device.id.toString() == id.toLower(); });
    return found == devices.end() ? std::nullopt : std::optional(*found);
}

/// A register may have had several devices one after the other: its name means the one that is let in.
std::optional<ListedDevice> deviceThatIsIn(const QList<ListedDevice> &devices, const QString &name)
{
    const auto found = std::ranges::find_if(
        devices, [&](const ListedDevice &device) { return !device.revokedAt && hasRegister(device, name); });
    return found == devices.end() ? deviceWithId(devices, name) : std::optional(*found);
}

/// The one that was shut out last; without one, whichever has the name.
std::optional<ListedDevice> deviceThatIsOut(const QList<ListedDevice> &devices, const QString &name)
{
    std::optional<ListedDevice> last;
    for (const ListedDevice &device : devices) {
        if (device.revokedAt && hasRegister(device, name) && (!last || last->revokedAt < device.revokedAt))
            last = device;
    }
    return last ? last : deviceThatIsIn(devices, name);
}

tl::unexpected<Problem> unknownDevice(const QString &text)
{
    return failure(ProblemKind::NotFound, QStringLiteral("device.unknown"), text,
                   tr("crema-platform device list shows all of them."));
}

AuditEntry auditOf(const ListedDevice &device, const QString &action, UtcTime now, const QString &systemUser)
{
    return {QUuid(),
            now,
            std::nullopt,
            action,
            {QStringLiteral("device"), device.id.value()},
            std::nullopt,
            {{QStringLiteral("register"), device.registerText},
             {QStringLiteral("epoch"), qint64(device.epoch)},
             {QStringLiteral("arrived"), qint64(device.arrived)}},
            std::nullopt,
            systemUser};
}

} // namespace

QList<ListedDevice> listDevicesOf(Connection &connection)
{
    Transaction transaction(connection);
    return devicesOf(transaction);
}

Result<ListedDevice> shutDeviceOut(Connection &connection, const QString &name, UtcTime now, const QString &systemUser)
{
    return retrying([&]() -> Result<ListedDevice> {
        Transaction transaction(connection);
        const std::optional<ListedDevice> found = deviceThatIsIn(devicesOf(transaction), name);
        if (!found)
            return unknownDevice(tr("No device that is let in is called %1.").arg(name));
        // Whoever shuts it out again takes back the codes that were given out; locked before the device, as by who
        // comes in.
        transaction.run("devices/delete_readmissions", {found->id});
        if (found->revokedAt) {
            transaction.commit();
            return *found;
        }
        transaction.run("devices/revoke_device", {found->id, now});
        endSessionsOf(transaction, found->id, SessionEnd::DeviceRevoked, now);
        // It waited for the batch that held the device's row: what that brought is read now.
        ListedDevice out = deviceWithId(devicesOf(transaction), found->id.toString()).value_or(*found);
        out.revokedAt.reset();
        writeAudit(transaction, {auditOf(out, QStringLiteral("device.revoke"), now, systemUser)});
        transaction.commit();
        return out;
    });
}

Result<ReadmittedDevice> giveReadmissionCode(Connection &connection, const QString &name, UtcTime now,
                                             Randomness &randomness, const QString &systemUser)
{
    return retrying([&]() -> Result<ReadmittedDevice> {
        Transaction transaction(connection);
        const std::optional<ListedDevice> found = deviceThatIsOut(devicesOf(transaction), name);
        if (!found)
            return unknownDevice(tr("No device is called %1.").arg(name));
        if (!found->revokedAt) {
            return failure(ProblemKind::Conflict, QStringLiteral("device.let_in"),
                           tr("%1 is not shut out.").arg(found->registerText),
                           tr("A device that was set up anew needs a code of crema-platform enroll-code."));
        }
        const QString code = makeReadmissionCode(transaction, found->id, now, randomness);
        writeAudit(transaction, {auditOf(*found, QStringLiteral("device.readmission_code"), now, systemUser)});
        transaction.commit();
        return ReadmittedDevice{*found, code};
    });
}

} // namespace crema::platform
