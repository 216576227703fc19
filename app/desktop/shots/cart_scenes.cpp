// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/cart_scenes.h"

#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"
#include "models/settings/weighing.h"
#include "ui/presenters/till/till_weighing.h"
#include "ui/presenters/till/unreceipted_presenter.h"

#include <QAbstractButton>
#include <QLineEdit>

#include <functional>
#include <utility>

namespace crema::desktop {

namespace {

/// A sale with all that can be said about it: a discount on a line and on all of it, notes and a customer.
void decorate(const CatalogStage &stage)
{
    CartStepPresenter &steps = stage.shop.cartSteps;
    stage.desk.addExampleCustomers();
    steps.open(CartStep::Customer);
    steps.customer().setSearchText(QStringLiteral("jonas"));
    stage.clock.settle();
    steps.customer().attach(0);
    steps.open(CartStep::Discount);
    steps.giveDiscount(QStringLiteral("10%"), steps.reasons().at(2));
    steps.open(CartStep::Discount);
    steps.setScope(CartScope::WholeSale);
    steps.giveDiscount(QStringLiteral("5%"), steps.reasons().at(0));
    stage.shop.till.selectLine(1);
    steps.open(CartStep::Note);
    steps.giveNote(QStringLiteral("Extra hot, for Jonas"));
    steps.open(CartStep::Note);
    steps.setScope(CartScope::WholeSale);
    steps.giveNote(QStringLiteral("Fetched at five"));
    stage.clock.settle();
}

void open(const CatalogStage &stage, CartStep step)
{
    stage.shop.cartSteps.open(step);
    stage.clock.settle();
}

void playDiscount(const CatalogStage &stage)
{
    open(stage, CartStep::Discount);
    stage.window.findChild<QLineEdit *>(QStringLiteral("discountValue"))->setText(QStringLiteral("110"));
    stage.window.findChild<QAbstractButton *>(QStringLiteral("discountGive"))->click();
}

void playNewCustomer(const CatalogStage &stage)
{
    open(stage, CartStep::Customer);
    stage.shop.cartSteps.customer().beginNew();
    stage.shop.cartSteps.customer().create({}, {}, {});
}

void playParked(const CatalogStage &stage)
{
    stage.shop.openCart.hold(QStringLiteral("Table 4"));
    stage.clock.settle();
    stage.shop.till.enterCode(QStringLiteral("LC-005"));
    stage.clock.settle();
    stage.shop.openCart.hold({});
    open(stage, CartStep::Parked);
}

void playPriceCheck(const CatalogStage &stage)
{
    open(stage, CartStep::PriceCheck);
    stage.shop.cartSteps.lookup().enter(QStringLiteral("LC-026"));
}

/// What another till of the place has parked, a while ago.
void parkElsewhere(const CatalogStage &stage, const QString &name, std::int64_t ageMinutes)
{
    ParkedCart cart = sync::withContent({}, stage.shop.till.sale().draft());
    cart.registerId = RegisterId(QUuid(QStringLiteral("0193f6a0-0000-7000-8000-0000000000d2")));
    stage.desk.nameTill(cart.registerId, QStringLiteral("Till 2"));
    cart.name = name;
    cart.at = UtcTime(stage.clock.now().msSinceEpoch() - ageMinutes * 60'000);
    stage.desk.addParkedCart(cart);
    stage.clock.settle();
}

void playParkedElsewhere(const CatalogStage &stage)
{
    parkElsewhere(stage, QStringLiteral("Table 4"), 12);
    parkElsewhere(stage, QStringLiteral("Jonas, fetched at five"), 125);
    stage.shop.openCart.hold(QStringLiteral("Terrace"));
    open(stage, CartStep::Parked);
}

void playTraining(const CatalogStage &stage)
{
    stage.shop.training.begin();
    stage.clock.settle();
    stage.shop.till.enterCode(QStringLiteral("LC-005"));
    stage.shop.till.enterCode(QStringLiteral("2*LC-026"));
    stage.clock.settle();
}

void playTrainingPaid(const CatalogStage &stage)
{
    playTraining(stage);
    stage.shop.till.startPaying();
    stage.clock.pass(TillPresenter::doublePressMs);
    stage.shop.till.completeCash();
    stage.clock.settle();
}

void showDisplay(const CatalogStage &stage)
{
    stage.shop.display.setPlace(DisplayPlace::Window);
    stage.window.findChild<QWidget *>(QStringLiteral("displayWindow"))->resize(1024, 768);
    stage.clock.settle();
}

void playDisplayChange(const CatalogStage &stage)
{
    showDisplay(stage);
    stage.shop.till.startPaying();
    stage.shop.till.setReceived(10'000);
    stage.clock.pass(TillPresenter::doublePressMs);
    stage.shop.till.completeCash();
    stage.clock.settle();
}

void takeCoupons(const CatalogStage &stage)
{
    stage.desk.addExampleCoupons();
    stage.shop.till.enterCode(QStringLiteral("WELCOME"));
    stage.clock.settle();
    stage.shop.till.enterCode(QStringLiteral("BAGS"));
    stage.clock.settle();
}

void playCouponRefused(const CatalogStage &stage)
{
    takeCoupons(stage);
    open(stage, CartStep::Coupon);
    stage.window.findChild<QLineEdit *>(QStringLiteral("couponCode"))->setText(QStringLiteral("SUMMER-24"));
    stage.window.findChild<QAbstractButton *>(QStringLiteral("couponTake"))->click();
}

/// What loose beans weigh is asked, in kilograms and with a tare.
void playWeight(const CatalogStage &stage)
{
    const PlaceId place(stage.desk.state().location->id.value());
    for (const auto &[key, value] : {std::pair(shop_setting::weightUnit, QJsonValue(QStringLiteral("kilograms"))),
                                     std::pair(shop_setting::tare, QJsonValue(12))})
        stage.desk.setShopSetting(place, key.toString(), QJsonValue(), value).then([](const Result<void> &) {});
    stage.desk.addExampleCoupons();
    stage.clock.settle();
    stage.shop.till.enterCode(QStringLiteral("LOOSE"));
    stage.clock.settle();
    stage.shop.till.weighing().type(QStringLiteral("0.262"));
}

using Play = std::function<void(const CatalogStage &)>;

const QList<std::pair<QString, Play>> &scenes()
{
    static const QList<std::pair<QString, Play>> all{
        {QStringLiteral("cart-decorated"), decorate},
        {QStringLiteral("cart-discount"), [](const CatalogStage &stage) { open(stage, CartStep::Discount); }},
        {QStringLiteral("cart-discount-refused"), playDiscount},
        {QStringLiteral("cart-note"), [](const CatalogStage &stage) { open(stage, CartStep::Note); }},
        {QStringLiteral("cart-customer-note"), [](const CatalogStage &stage) { open(stage, CartStep::CustomerNote); }},
        {QStringLiteral("cart-customer"),
         [](const CatalogStage &stage) {
             stage.desk.addExampleCustomers();
             open(stage, CartStep::Customer);
         }},
        {QStringLiteral("cart-customer-new"), playNewCustomer},
        {QStringLiteral("cart-hold"), [](const CatalogStage &stage) { open(stage, CartStep::Hold); }},
        {QStringLiteral("cart-parked"), playParked},
        {QStringLiteral("cart-parked-elsewhere"), playParkedElsewhere},
        {QStringLiteral("cart-training"), playTraining},
        {QStringLiteral("cart-training-paid"), playTrainingPaid},
        {QStringLiteral("display-sale"), showDisplay},
        {QStringLiteral("display-change"), playDisplayChange},
        {QStringLiteral("display-idle"),
         [](const CatalogStage &stage) {
             stage.shop.till.actions().find(u"till.clear")->trigger();
             showDisplay(stage);
         }},
        {QStringLiteral("display-code"),
         [](const CatalogStage &stage) {
             showDisplay(stage);
             stage.shop.display.showCode(QStringLiteral("https://shop.example/r/8F3K"), QStringLiteral("Scan to pay"));
         }},
        {QStringLiteral("cart-coupons"), takeCoupons},
        {QStringLiteral("cart-coupon-refused"), playCouponRefused},
        {QStringLiteral("cart-weight"), playWeight},
        {QStringLiteral("cart-price-check"), playPriceCheck},
        {QStringLiteral("cart-why"),
         [](const CatalogStage &stage) {
             decorate(stage);
             stage.shop.till.selectLine(4);
             open(stage, CartStep::Why);
         }},
        {QStringLiteral("cart-bundle"),
         [](const CatalogStage &stage) {
             addExampleBundle(stage);
             stage.shop.till.enterCode(QStringLiteral("2*SET-NYE"));
             stage.clock.settle();
             open(stage, CartStep::Why);
         }},
        {QStringLiteral("cart-comes-back"),
         [](const CatalogStage &stage) {
             auto *unreceipted = stage.window.findChild<UnreceiptedPresenter *>();
             unreceipted->actions().find(u"till.comes-back")->trigger();
             unreceipted->setReason(QStringLiteral("damaged"));
             stage.clock.settle();
         }},
    };
    return all;
}

} // namespace

QStringList cartSceneNames()
{
    QStringList names;
    for (const auto &[name, play] : scenes())
        names.append(name);
    return names;
}

bool playCart(const QString &scene, const CatalogStage &stage)
{
    for (const auto &[name, play] : scenes()) {
        if (name != scene)
            continue;
        play(stage);
        stage.clock.settle();
        return true;
    }
    return false;
}

} // namespace crema::desktop
