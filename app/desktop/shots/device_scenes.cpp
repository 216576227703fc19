// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/device_scenes.h"

#include "app/desktop/example/example_devices.h"
#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"

namespace crema::desktop {

QStringList deviceSceneNames()
{
    return {QStringLiteral("devices-list"),   QStringLiteral("devices-detail"), QStringLiteral("devices-offline"),
            QStringLiteral("devices-denied"), QStringLiteral("devices-add"),    QStringLiteral("devices-code"),
            QStringLiteral("devices-rename"), QStringLiteral("devices-revoke"), QStringLiteral("devices-out")};
}

void playDevices(const QString &scene, const CatalogStage &stage)
{
    stage.desk.changeState().platform = QUrl(QStringLiteral("https://platform.larkmoor.example"));
    addExampleDevices(stage.desk, stage.clock.now());
    if (scene == QLatin1String("devices-offline")) {
        addKnownDevices(stage.desk, stage.clock.now());
        stage.desk.changeState().link = sync::Link::Offline;
        Q_EMIT stage.desk.changed();
    }
    if (scene == QLatin1String("devices-denied"))
        denyDevices(stage.desk);
    stage.shop.shell.go({QStringLiteral("devices"), {}});
    stage.clock.settle();
    const bool isOut = scene == QLatin1String("devices-out");
    if (isOut || scene == QLatin1String("devices-detail") || scene == QLatin1String("devices-rename") ||
        scene == QLatin1String("devices-revoke"))
        stage.shop.devices.open(isOut ? stage.shop.devices.rows().last().id : stage.shop.devices.rows().first().id);
    stage.clock.settle();
    if (scene == QLatin1String("devices-add"))
        stage.desk.addExamplePeople();
    if (scene == QLatin1String("devices-add") || scene == QLatin1String("devices-code"))
        stage.shop.devices.actions().find(u"devices.add")->trigger();
    if (scene == QLatin1String("devices-rename") || scene == QLatin1String("devices-revoke"))
        stage.shop.devices.actions().find(QString(scene).replace(u'-', u'.'))->trigger();
    stage.clock.settle();
}

} // namespace crema::desktop
