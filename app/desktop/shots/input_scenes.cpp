// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/input_scenes.h"

#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"

#include <QWidget>

namespace crema::desktop {
namespace {

ScanSample sampleOf(const QString &text)
{
    constexpr std::int64_t gapMs = 6;
    ScanSample sample{.strokes = {}, .end = ScanEnd::Enter};
    for (const QChar letter : text)
        sample.strokes.append({letter, sample.strokes.size() * gapMs});
    return sample;
}

void playKeys(const QString &scene, ShopPresenters &shop)
{
    shop.shell.go({QStringLiteral("keys"), {}});
    (void)shop.keys.set(QStringLiteral("till.note"), {QStringLiteral("F5")});
    if (scene == QLatin1String("keys-asked"))
        shop.keyEditor.ask(QStringLiteral("till.discount"), 0);
    if (scene == QLatin1String("keys-taken")) {
        shop.keyEditor.ask(QStringLiteral("till.hold"), 0);
        shop.keyEditor.take(QStringLiteral("F12"));
    }
}

void playScanner(const QString &scene, ShopPresenters &shop)
{
    shop.shell.go({QStringLiteral("scanner"), {}});
    if (scene == QLatin1String("scanner-teaching")) {
        shop.scanner.begin();
        shop.scanner.take(sampleOf(QStringLiteral("]C1010400638133393110A12\u001d17261201\u001d3103001250")));
    }
    if (scene == QLatin1String("scanner-layout"))
        shop.scanner.show(sampleOf(QStringLiteral("CremaßZY-1")));
}

} // namespace

QStringList inputSceneNames()
{
    return {QStringLiteral("keys-page"),      QStringLiteral("keys-asked"),       QStringLiteral("keys-taken"),
            QStringLiteral("scanner"),        QStringLiteral("scanner-teaching"), QStringLiteral("scanner-layout"),
            QStringLiteral("settings-scales")};
}

void playInput(const QString &scene, const CatalogStage &stage)
{
    if (scene.startsWith(QLatin1String("keys-"))) {
        playKeys(scene, stage.shop);
    } else if (scene.startsWith(QLatin1String("scanner"))) {
        playScanner(scene, stage.shop);
    } else {
        stage.shop.shell.go({QStringLiteral("settings"), {}});
        stage.clock.settle();
        // What stands above it is seen in other pictures.
        stage.window.findChild<QWidget *>(QStringLiteral("lookCard"))->hide();
        for (QWidget *field : stage.window.findChildren<QWidget *>()) {
            const QString name = field->objectName();
            if (name.startsWith(QLatin1String("shop.")) && name.endsWith(QLatin1String(".field")))
                field->setVisible(name == QLatin1String("shop.scan.scale_codes.field"));
        }
    }
    stage.clock.settle();
}

} // namespace crema::desktop
