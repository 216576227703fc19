// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/cart_scenes.h"

#include "app/desktop/shots/catalog_scenes.h"
#include "app/desktop/shots/scene_desk.h"
#include "app/desktop/shots/scenes.h"

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

using Play = std::function<void(const CatalogStage &)>;

const QList<std::pair<QString, Play>> &scenes()
{
    static const QList<std::pair<QString, Play>> all{
        {QStringLiteral("cart-decorated"), decorate},
        {QStringLiteral("cart-discount"), [](const CatalogStage &stage) { open(stage, CartStep::Discount); }},
        {QStringLiteral("cart-discount-refused"), playDiscount},
        {QStringLiteral("cart-note"), [](const CatalogStage &stage) { open(stage, CartStep::Note); }},
        {QStringLiteral("cart-customer"),
         [](const CatalogStage &stage) {
             stage.desk.addExampleCustomers();
             open(stage, CartStep::Customer);
         }},
        {QStringLiteral("cart-customer-new"), playNewCustomer},
        {QStringLiteral("cart-hold"), [](const CatalogStage &stage) { open(stage, CartStep::Hold); }},
        {QStringLiteral("cart-parked"), playParked},
        {QStringLiteral("cart-price-check"), playPriceCheck},
        {QStringLiteral("cart-why"),
         [](const CatalogStage &stage) {
             decorate(stage);
             stage.shop.till.selectLine(4);
             open(stage, CartStep::Why);
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
