// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/device_verbs.h"
#include "platform/company/config_service.h"

#include "platform/devices/listed_device.h"
#include "platform/domain/verb_parts.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform", text);
}

QString arrivedText(const ListedDevice &device)
{
    if (device.epoch == 0)
        return tr("Nothing has arrived from it.");
    return tr("Everything up to operation %1 of its epoch %2 has arrived.").arg(device.arrived).arg(device.epoch);
}

} // namespace

int listDevices(const VerbOptions &options, const PlatformParts &parts)
{
    if (!options.arguments.isEmpty()) {
        return complainAbout(
            usageProblem(tr("These options are not known here."), tr("Use: crema-platform device list --data DIR")));
    }
    return withCompany(options, parts, [](Connection &connection) {
        const QList<ListedDevice> devices = listDevicesOf(connection);
        for (const ListedDevice &device : devices) {
            const QString use = device.revokedAt ? tr("shut out %1").arg(device.revokedAt->toString()) : tr("let in");
            say(QStringLiteral("%1  %2  %3  %4  %5")
                    .arg(device.registerText, device.id.toString(), device.enrolledAt.toString(), use, device.name));
        }
        return 0;
    });
}

int revokeDevice(const VerbOptions &options, const PlatformParts &parts)
{
    const std::optional<QString> name = onlyArgument(options);
    if (!name) {
        return complainAbout(
            usageProblem(tr("The device is missing."), tr("Use: crema-platform device revoke REGISTER|ID --data DIR")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<ShutOutDevice> out =
            shutDeviceOut(connection, *name, parts.clock.now(), {.systemUser = options.systemUser});
        if (!out)
            return complainAbout(out.error());
        const ListedDevice *device = &out->device;
        const QString said = device->revokedAt ? tr("%1 has been shut out since %2.") : tr("%1 is shut out.");
        say(device->revokedAt ? said.arg(device->registerText, device->revokedAt->toString())
                              : said.arg(device->registerText));
        say(arrivedText(*device));
        return 0;
    });
}

int readmitDevice(const VerbOptions &options, const PlatformParts &parts)
{
    const std::optional<QString> name = onlyArgument(options);
    if (!name) {
        return complainAbout(usageProblem(tr("The device is missing."),
                                          tr("Use: crema-platform device readmit REGISTER|ID --data DIR")));
    }
    return withCompany(options, parts, [&](Connection &connection) {
        const Result<ReadmittedDevice> given = giveReadmissionCode(
            connection, *name, parts.clock.now(), parts.randomness, {.systemUser = options.systemUser});
        if (!given)
            return complainAbout(given.error());
        Transaction transaction(connection);
        const QJsonValue hours = loadSettings(transaction).value(shop_setting::deviceCodeHours);
        say(tr("%1 comes in again with this code, which is good for %2. Type it on the device under "
               "Sync, or there: crema device readmit --code CODE")
                .arg(given->device.registerText, settingValueText(*findSetting(shop_setting::deviceCodeHours), hours)));
        say(given->code.code);
        return 0;
    });
}

} // namespace crema::platform
