// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/device_keys_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace crema::terminal {

QString deviceKeysPath()
{
    const QString config = qEnvironmentVariable("XDG_CONFIG_HOME", QDir::homePath() + QStringLiteral("/.config"));
    QString term = qEnvironmentVariable("TERM", QStringLiteral("unknown"));
    term.replace(QLatin1Char('/'), QLatin1Char('_'));
    return QStringLiteral("%1/crema/keys/%2.keys").arg(config, term);
}

QList<DeviceKey> readDeviceKeys()
{
    QFile file(deviceKeysPath());
    return file.open(QIODevice::ReadOnly) ? deviceKeysOf(file.readAll()) : QList<DeviceKey>();
}

Result<void> keepDeviceKey(const DeviceKey &key)
{
    QList<DeviceKey> keys = readDeviceKeys();
    keys.removeIf([&key](const DeviceKey &known) { return known.bytes == key.bytes; });
    keys.append(key);
    const QString path = deviceKeysPath();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(deviceKeysText(keys)) >= 0 && file.commit())
        return {};
    return failure(ProblemKind::Device, QStringLiteral("device.keys"),
                   QCoreApplication::translate("DeviceKeys", "The key could not be kept: %1").arg(file.errorString()),
                   QCoreApplication::translate("DeviceKeys", "Check the rights of the folder %1.").arg(path));
}

} // namespace crema::terminal
