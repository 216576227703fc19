// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/device_verbs.h"

#include "platform/database/transaction.h"
#include "platform/domain/verb_parts.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

struct KnownDevice {
    DeviceId id;
    QString registerText; ///< "MAIN-2", as on its receipts
    QString name;
    UtcTime enrolledAt;
    std::optional<UtcTime> revokedAt;
    std::int64_t epoch = 0;   ///< the newest; 0 when nothing came from it yet
    std::int64_t arrived = 0; ///< up to which number of that epoch everything is here
};

KnownDevice deviceOf(const Rows &rows, int row)
{
    KnownDevice device;
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

QList<KnownDevice> devicesOf(Transaction &transaction)
{
    const Rows rows = transaction.run("devices/list_devices");
    QList<KnownDevice> devices;
    for (int row = 0; row < rows.count(); ++row)
        devices.append(deviceOf(rows, row));
    return devices;
}

/// A register may have had several devices one after the other: its name means the one that is let in.
Result<KnownDevice> deviceNamed(const QList<KnownDevice> &devices, const QString &name)
{
    const auto isMeant = [&name](const KnownDevice &device) {
        return device.id.toString() == name.toLower() ||
               (!device.revokedAt && device.registerText.compare(name, Qt::CaseInsensitive) == 0);
    };
    const auto found = std::ranges::find_if(devices, isMeant);
    if (found != devices.end())
        return *found;
    return failure(ProblemKind::NotFound, QStringLiteral("device.unknown"),
                   tr("No device that is let in is called %1.").arg(name),
                   tr("crema-platform device list shows all of them."));
}

QString arrivedText(const KnownDevice &device)
{
    if (device.epoch == 0)
        return tr("Nothing has arrived from it.");
    return tr("Everything up to operation %1 of its epoch %2 has arrived.").arg(device.arrived).arg(device.epoch);
}

void revoke(Transaction &transaction, const KnownDevice &device, UtcTime now)
{
    transaction.run("devices/revoke_device", {device.id, now});
    writeAudit(transaction, {{QUuid(),
                              now,
                              std::nullopt,
                              QStringLiteral("device.revoke"),
                              {QStringLiteral("device"), device.id.value()},
                              std::nullopt,
                              {{QStringLiteral("register"), device.registerText},
                               {QStringLiteral("epoch"), qint64(device.epoch)},
                               {QStringLiteral("arrived"), qint64(device.arrived)}}}});
}

} // namespace

int listDevices(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(
            usageProblem(tr("These options are not known here."), tr("Use: crema-platform device list --data DIR")));
    }
    return withCompany(options, parts, [](Connection &connection) {
        Transaction transaction(connection);
        for (const KnownDevice &device : devicesOf(transaction)) {
            const QString use = device.revokedAt ? tr("shut out %1").arg(device.revokedAt->toString()) : tr("let in");
            std::puts(qPrintable(
                QStringLiteral("%1  %2  %3  %4  %5")
                    .arg(device.registerText, device.id.toString(), device.enrolledAt.toString(), use, device.name)));
        }
        return 0;
    });
}

int revokeDevice(const VerbOptions &options, const PlatformParts &parts)
{
    if (options.arguments.size() != 1 || options.arguments.first().startsWith(u'-')) {
        return complainAbout(
            usageProblem(tr("The device is missing."), tr("Use: crema-platform device revoke REGISTER|ID --data DIR")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<KnownDevice> device = retrying([&]() -> Result<KnownDevice> {
            Transaction transaction(connection);
            const Result<KnownDevice> found = deviceNamed(devicesOf(transaction), options.arguments.first());
            if (!found || found->revokedAt)
                return found;
            revoke(transaction, *found, parts.clock.now());
            transaction.commit();
            return found;
        });
        if (!device)
            return complainAbout(device.error());
        const QString said = device->revokedAt ? tr("%1 has been shut out since %2.") : tr("%1 is shut out.");
        std::puts(qPrintable(device->revokedAt ? said.arg(device->registerText, device->revokedAt->toString())
                                               : said.arg(device->registerText)));
        std::puts(qPrintable(arrivedText(*device)));
        return 0;
    });
}

} // namespace crema::platform
