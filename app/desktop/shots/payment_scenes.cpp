// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/payment_scenes.h"

#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"
#include "models/settings/modifier_groups.h"
#include "models/settings/tip_choices.h"

namespace crema::desktop {

QStringList paymentSceneNames()
{
    return {QStringLiteral("payment"),       QStringLiteral("payment-short"),   QStringLiteral("payment-card"),
            QStringLiteral("payment-split"), QStringLiteral("payment-rounded"), QStringLiteral("payment-parts"),
            QStringLiteral("payment-tip"),   QStringLiteral("tip-dialog"),      QStringLiteral("modifiers"),
            QStringLiteral("change-parts")};
}

void playPayment(const QString &scene, const CatalogStage &stage)
{
    TillPresenter &till = stage.shop.till;
    if (scene == QLatin1String("payment-rounded"))
        stage.desk.changeState().location->country = QStringLiteral("NL"); // it has no coins of one and two cents
    if (scene.contains(QLatin1String("tip"))) {
        const PlaceId place(stage.desk.state().location->id.value());
        stage.desk.setShopSetting(place, shop_setting::tips.toString(), QJsonValue(), true)
            .then([](const Result<void> &) {});
    }
    if (scene == QLatin1String("modifiers")) {
        const PlaceId place(stage.desk.state().location->id.value());
        stage.desk
            .setShopSetting(place, shop_setting::modifiers.toString(), QJsonValue(),
                            QStringLiteral("Milk (1): Whole; Oat +0.50; Soy +0.40; Lactose-free +0.20\n"
                                           "Extras (0-3): Shot +0.80; Syrup +0.60; Cream +0.70; Cinnamon"))
            .then([](const Result<void> &) {});
        till.enterCode(QStringLiteral("LC-005"));
        stage.clock.settle();
        till.chooseOption(1);
        till.chooseOption(1);
        return stage.clock.settle();
    }
    till.startPaying();
    if (scene == QLatin1String("payment-tip") || scene == QLatin1String("tip-dialog")) {
        till.chooseTender(PaymentMethod::Card);
        till.chooseTip(1);
        till.setSlip(QStringLiteral("Visa"), QStringLiteral("4711"));
        if (scene == QLatin1String("tip-dialog"))
            till.actions().find(u"till.slip")->trigger();
    } else if (scene == QLatin1String("payment")) {
        till.chooseQuickAmount(3);
    } else if (scene == QLatin1String("payment-short")) {
        till.setReceived(2000);
    } else if (scene == QLatin1String("payment-card")) {
        till.chooseTender(PaymentMethod::Card);
    } else if (scene == QLatin1String("payment-split")) {
        till.splitEvenly();
        till.splitEvenly();
        till.takeTender();
        till.chooseTender(PaymentMethod::Card);
    } else if (scene.endsWith(QLatin1String("parts"))) {
        till.setReceived(500);
        till.takePart();
        till.chooseTender(PaymentMethod::Card);
        for (const int part : {1000, 1550}) {
            till.setReceived(part);
            till.takePart();
        }
        till.chooseTender(PaymentMethod::Cash);
        till.chooseQuickAmount(3);
        stage.clock.pass(TillPresenter::doublePressMs);
        if (scene == QLatin1String("change-parts"))
            till.takeTender();
    }
    stage.clock.settle();
}

} // namespace crema::desktop
