// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/return_scenes.h"

#include "app/desktop/example/example_sales.h"
#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"

#include <QAbstractButton>

namespace crema::desktop {

namespace {

/// What comes back: two coffees of three, one of them for a reason, and beans with a fee.
void choose(ReturnPresenter &returns)
{
    returns.setQuantity(0, 2);
    returns.setReason(0, QStringLiteral("damaged"));
    returns.setQuantity(1, 1);
    returns.setReason(1, QStringLiteral("not_liked"));
    returns.setFee(1, QStringLiteral("1.50"));
}

void playDone(const QString &scene, const CatalogStage &stage)
{
    ReturnPresenter &returns = stage.shop.returns;
    returns.payBack();
    stage.clock.settle();
    if (scene == QLatin1String("return-document"))
        returns.showDocument();
    else if (scene == QLatin1String("return-part"))
        returns.close();
}

/// One kind of beans comes back and another is bought; or nothing, and it is paid back.
void playExchange(const QString &scene, const CatalogStage &stage)
{
    stage.shop.returns.exchange();
    stage.clock.settle();
    TillPresenter &till = stage.shop.till;
    const bool isPaid = scene == QLatin1String("return-exchange-pay");
    till.enterCode(isPaid ? QStringLiteral("3*LC-032") : QStringLiteral("LC-005"));
    stage.clock.settle();
    if (scene == QLatin1String("return-exchange"))
        return;
    till.startPaying();
    stage.clock.settle();
    if (scene == QLatin1String("return-exchange-done"))
        till.takeTender();
}

} // namespace

QStringList returnSceneNames()
{
    return {QStringLiteral("return-lines"), QStringLiteral("return-chosen"),   QStringLiteral("return-fee-problem"),
            QStringLiteral("return-ask"),   QStringLiteral("return-done"),     QStringLiteral("return-done-card"),
            QStringLiteral("return-part"),  QStringLiteral("return-document"), QStringLiteral("return-list"),
            QStringLiteral("return-exchange"), QStringLiteral("return-exchange-pay"),
            QStringLiteral("return-pay-back"), QStringLiteral("return-exchange-done")};
}

void playReturn(const QString &scene, const CatalogStage &stage)
{
    addExampleSales(stage.desk, stage.clock.now());
    const bool isCard = scene == QLatin1String("return-done-card");
    stage.desk.addPastSale({.codes = {QStringLiteral("3*LC-005"), QStringLiteral("LC-026"), QStringLiteral("LC-032")},
                            .cashier = QStringLiteral("Mina Kowalski"),
                            .method = isCard ? PaymentMethod::Card : PaymentMethod::Cash,
                            .at = stage.clock.now()});
    const QString number = stage.desk.soldHere().last().sale.number;
    stage.shop.shell.go({QStringLiteral("orders"), number});
    stage.clock.settle();
    ReturnPresenter &returns = stage.shop.returns;
    stage.shop.sales.actions().find(u"sales.return")->trigger();
    stage.clock.settle();
    if (scene == QLatin1String("return-lines"))
        return;
    choose(returns);
    if (scene == QLatin1String("return-fee-problem"))
        returns.setFee(1, QStringLiteral("a little"));
    stage.clock.settle();
    if (scene == QLatin1String("return-ask"))
        stage.window.findChild<QAbstractButton *>(QStringLiteral("returnPay"))->click();
    else if (scene.startsWith(QLatin1String("return-exchange")) || scene == QLatin1String("return-pay-back"))
        playExchange(scene, stage);
    else if (scene != QLatin1String("return-chosen") && scene != QLatin1String("return-fee-problem"))
        playDone(scene, stage);
    if (scene == QLatin1String("return-list"))
        stage.shop.shell.go({QStringLiteral("orders"), {}});
    stage.clock.settle();
}

} // namespace crema::desktop
