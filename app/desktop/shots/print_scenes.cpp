// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/print_scenes.h"

#include "app/desktop/example/example_printing.h"
#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"

namespace crema::desktop {
namespace {

void sell(const CatalogStage &stage)
{
    TillPresenter &till = stage.shop.till;
    for (const char *code : {"2*LC-005", "LC-004"})
        till.enterCode(QString::fromLatin1(code));
    stage.clock.settle();
    till.startPaying();
    till.setReceived(5000);
    till.completeCash();
    stage.clock.settle();
}

} // namespace

QStringList printSceneNames()
{
    return {QStringLiteral("printing-done"), QStringLiteral("printing-waiting"), QStringLiteral("printing-unclear"),
            QStringLiteral("printer-settings")};
}

void playPrinting(const QString &scene, const CatalogStage &stage, ExamplePrinter &printer)
{
    (void)stage.shop.printer.set(QStringLiteral("192.168.1.50"), QStringLiteral("epson-tm-t88"), {});
    Problem trouble = exampleNoPaper();
    if (scene == QLatin1String("printing-unclear"))
        trouble.code = QStringLiteral("printer.unclear");
    if (scene != QLatin1String("printing-done"))
        printer.answer = failure(trouble);
    if (scene != QLatin1String("printer-settings")) {
        sell(stage);
        return;
    }
    stage.shop.shell.go({QStringLiteral("settings"), {}});
    stage.shop.printer.printTestPage();
    stage.clock.settle();
    // What stands above it is seen in other pictures.
    for (const char *card : {"lookCard", "shopCard"})
        stage.window.findChild<QWidget *>(QString::fromLatin1(card))->hide();
    stage.clock.settle();
}

} // namespace crema::desktop
