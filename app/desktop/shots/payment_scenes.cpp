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
    return {QStringLiteral("payment"),
            QStringLiteral("payment-short"),
            QStringLiteral("payment-card"),
            QStringLiteral("payment-split"),
            QStringLiteral("payment-rounded"),
            QStringLiteral("payment-parts"),
            QStringLiteral("payment-tip"),
            QStringLiteral("tip-dialog"),
            QStringLiteral("modifiers"),
            QStringLiteral("change-parts"),
            QStringLiteral("payment-online"),
            QStringLiteral("payment-online-asked"),
            QStringLiteral("payment-online-unknown"),
            QStringLiteral("payment-online-declined"),
            QStringLiteral("online-payments"),
            QStringLiteral("online-payment"),
            QStringLiteral("online-payments-none")};
}

namespace {

void answer(const CatalogStage &stage, const ProviderAnswer &said)
{
    stage.clock.settle();
    stage.desk.answerPayment(stage.desk.paymentsHere().last().id, said);
    stage.clock.settle();
}

/// One of each kind that a manager meets.
void addPayments(const CatalogStage &stage)
{
    const sync::ClientState &state = stage.desk.state();
    PaymentIntent intent;
    if (state.registerInfo)
        intent.registerId = state.registerInfo->id;
    if (state.openShift)
        intent.shift = state.openShift->id;
    if (state.person)
        intent.person = state.person->id;
    intent.askedAt = stage.clock.now();
    intent.refundAsked = intent.refunded = Money(0, state.currency());
    const auto add = [&](std::int64_t minor, IntentState is, const char *problem) {
        intent.id = PaymentIntentId(QUuid::createUuidV5(QUuid(), QString::number(minor)));
        intent.amount = Money(minor, state.currency());
        intent.state = is;
        intent.problem = QString::fromLatin1(problem);
        stage.desk.addPayment(intent);
    };
    add(890, IntentState::Cancelled, "");
    add(1'450, IntentState::Failed, "card_declined");
    intent.brand = QStringLiteral("visa");
    intent.lastDigits = QStringLiteral("4242");
    intent.reference = QStringLiteral("pi_3PqT");
    add(3'855, IntentState::Paid, "");
    add(1'290, IntentState::Unknown, "no_answer");
}

void playOnline(const QString &scene, const CatalogStage &stage)
{
    TillPresenter &till = stage.shop.till;
    till.chooseOnline(IntentChannel::Link);
    if (scene == QLatin1String("payment-online"))
        return;
    till.takeTender();
    if (scene == QLatin1String("payment-online-asked"))
        answer(stage, {ProviderOutcome::Open, QStringLiteral("https://pay.example/c/3PqT"), {}, {}, {}, {}});
    else if (scene == QLatin1String("payment-online-unknown"))
        answer(stage, {ProviderOutcome::Unknown, {}, {}, {}, {}, QStringLiteral("no_answer")});
    else
        answer(stage, {ProviderOutcome::Failed, {}, {}, {}, {}, QStringLiteral("card_declined")});
}

} // namespace

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
    if (scene.startsWith(QLatin1String("online-payment"))) {
        if (scene != QLatin1String("online-payments-none"))
            addPayments(stage);
        stage.shop.payments.show();
        stage.clock.settle();
        if (scene == QLatin1String("online-payment"))
            stage.shop.payments.open(stage.shop.payments.rows().first().id);
        return stage.clock.settle();
    }
    till.startPaying();
    if (scene.startsWith(QLatin1String("payment-online"))) {
        playOnline(scene, stage);
    } else if (scene == QLatin1String("payment-tip") || scene == QLatin1String("tip-dialog")) {
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
