// SPDX-License-Identifier: GPL-3.0-or-later
// A sale in progress outlives the program: it is kept before the OK tone and offered at the next start.
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Restarted;
using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");

} // namespace

TEST(OpenCart, IsOfferedWithItsTotalAfterTheProgramEnded)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    till.presenter.enterCode(QStringLiteral("2*") + guji);
    Restarted again(till);
    const std::optional<OpenCartOffer> &offer = again.shop.openCart.offer();
    ASSERT_TRUE(offer.has_value());
    EXPECT_EQ(offer->totalText, QStringLiteral("€32.80"));
    EXPECT_EQ(offer->lines, (QStringList{QStringLiteral("1 × Flat white"), QStringLiteral("2 × Guji Natural 250 g")}));
    EXPECT_TRUE(again.shop.till.lines().isEmpty()) << "nothing is in the cart before somebody says yes";
    again.shop.openCart.resume();
    ASSERT_EQ(again.shop.till.lines().size(), 2);
    EXPECT_EQ(again.shop.till.totals().totalText, QStringLiteral("€32.80"));
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
}

TEST(OpenCart, WhatIsLeftIsParkedUntilItIsPaid)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    Restarted again(till);
    again.shop.openCart.drop();
    EXPECT_TRUE(again.shop.till.lines().isEmpty());
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
    EXPECT_EQ(again.shop.openCart.parkedCount(), 1);
    // Another sale is paid meanwhile, and the program ends.
    again.shop.till.enterCode(guji);
    EXPECT_FALSE(again.shop.cartSteps.actions().find(u"till.recall")->isEnabled());
    again.shop.till.startPaying();
    again.shop.till.completeCash();
    EXPECT_EQ(waiting(till).size(), 1) << "it waits for every till";
    Restarted third(till);
    EXPECT_FALSE(third.shop.openCart.offer().has_value());
    ASSERT_EQ(third.shop.openCart.parkedCount(), 1);
    EXPECT_TRUE(third.shop.cartSteps.actions().find(u"till.recall")->trigger());
    ASSERT_EQ(third.shop.cartSteps.step(), CartStep::Parked);
    ASSERT_EQ(third.shop.openCart.parkedRows().size(), 1);
    EXPECT_EQ(third.shop.openCart.parkedRows().first().totalText, QStringLiteral("€3.80"));
    third.shop.cartSteps.close();
    EXPECT_EQ(third.shop.openCart.parkedCount(), 1) << "looking changes nothing";
    third.shop.cartSteps.recall(0);
    ASSERT_EQ(third.shop.till.lines().size(), 1);
    EXPECT_EQ(third.shop.openCart.parkedCount(), 0);
    third.shop.till.startPaying();
    third.shop.till.completeCash();
    Restarted fourth(till);
    EXPECT_EQ(fourth.shop.openCart.parkedCount(), 0);
}

TEST(OpenCart, OnlyDiscardingForgetsASaleAndCanBeUndone)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    Restarted again(till);
    again.shop.openCart.discard();
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
    EXPECT_EQ(again.shop.openCart.parkedCount(), 0);
    again.shop.notices.undo();
    EXPECT_EQ(again.shop.openCart.parkedCount(), 1);
    Restarted third(till);
    ASSERT_EQ(third.shop.openCart.parkedCount(), 1);
    third.shop.openCart.discardParked(0);
    Restarted fourth(till);
    EXPECT_EQ(fourth.shop.openCart.parkedCount(), 0);
}

TEST(OpenCart, TheListOfParkedSalesBeginsWithTheLastAndGoesOnWithAnyOfThem)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("  Table 4 ")));
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€0.00"));
    till.clock.advance(12 * 60'000);
    till.presenter.enterCode(QStringLiteral("2*") + guji);
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold({}));
    Restarted again(till);
    again.shop.openCart.readParked();
    const QList<ParkedRow> rows = again.shop.openCart.parkedRows();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows.at(0).name, QStringLiteral("Guji Natural 250 g")) << "without a name the first item says which";
    EXPECT_EQ(rows.at(0).totalText, QStringLiteral("€32.80"));
    EXPECT_TRUE(rows.at(0).aboutText.startsWith(QStringLiteral("2 lines"))) << rows.at(0).aboutText.toStdString();
    EXPECT_EQ(rows.at(1).name, QStringLiteral("Table 4"));
    EXPECT_TRUE(rows.at(1).aboutText.endsWith(QStringLiteral("12 min"))) << rows.at(1).aboutText.toStdString();
    again.shop.openCart.recall(1);
    ASSERT_EQ(again.shop.till.lines().size(), 1);
    EXPECT_EQ(again.shop.till.lines().first().name, QStringLiteral("Flat white"));
    EXPECT_EQ(again.shop.openCart.parkedCount(), 1);
    again.shop.openCart.recall(0);
    EXPECT_EQ(again.shop.openCart.parkedCount(), 1) << "one sale at a time";
}

TEST(OpenCart, UndoDoesNotEmptyASaleThatWasTakenUpAgain)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold({}));
    till.shop.openCart.recall(0);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_FALSE(till.presenter.canUndo());
    till.presenter.undo();
    EXPECT_EQ(till.presenter.lines().size(), 1) << "it is parked no more, so it would be lost";
    till.presenter.enterCode(guji);
    till.presenter.undo();
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST(OpenCart, WhatWasPaidOfASaleIsStillPaidAfterTheProgramEnded)
{
    Till till;
    till.presenter.enterCode(guji);
    till.presenter.startPaying();
    till.presenter.chooseTender(PaymentMethod::Card);
    till.presenter.setReceived(1000);
    till.presenter.takePart();
    Restarted again(till);
    ASSERT_TRUE(again.shop.openCart.offer().has_value());
    EXPECT_EQ(again.shop.openCart.offer()->lines.last(), QStringLiteral("€10.00 of it is paid already"));
    again.shop.openCart.drop(); // parked it is the same
    again.shop.openCart.recall(0);
    ASSERT_EQ(again.shop.till.mode(), TillMode::Paying);
    ASSERT_EQ(again.shop.till.payment().taken.size(), 1);
    EXPECT_EQ(again.shop.till.payment().taken.first().method, PaymentMethod::Card);
    EXPECT_EQ(again.shop.till.payment().dueText, QStringLiteral("€4.50"));
    till.clock.advance(1000);
    again.shop.till.takeTender();
    ASSERT_EQ(again.shop.till.mode(), TillMode::ChangeDue);
    ASSERT_EQ(till.desk.soldHere().last().sale.payments.size(), 2);
    EXPECT_EQ(till.desk.soldHere().last().sale.payments.first().tendered.minor(), 1000);
    again.shop.till.newSale();
    again.shop.till.enterCode(flatWhite);
    again.shop.till.startPaying();
    EXPECT_TRUE(again.shop.till.payment().taken.isEmpty()) << "the next guest has paid nothing";
}

TEST(OpenCart, WhatWasGivenBackIsNotPaidAfterTheProgramEnded)
{
    Till till;
    till.presenter.enterCode(guji);
    till.presenter.startPaying();
    till.presenter.setReceived(1000);
    till.presenter.takePart();
    till.presenter.giveBackTender(0);
    Restarted again(till);
    again.shop.openCart.resume();
    EXPECT_EQ(again.shop.till.mode(), TillMode::Selling);
    EXPECT_EQ(again.shop.till.lines().size(), 1);
}

TEST(OpenCart, NothingIsTakenOutOfASaleOfWhichAPartIsPaid)
{
    Till till;
    till.presenter.enterCode(guji);
    till.presenter.startPaying();
    till.presenter.setReceived(1000);
    till.presenter.takePart();
    Restarted again(till);
    till.desk.holdAnswers(true); // until the rules answer, the till does not show the payment
    again.shop.openCart.resume();
    ASSERT_EQ(again.shop.till.mode(), TillMode::Selling);
    again.shop.till.removeLine(0);
    again.shop.till.actions().find(u"till.clear")->trigger();
    EXPECT_FALSE(again.shop.openCart.hold({}));
    EXPECT_FALSE(again.shop.till.setSaleAside());
    EXPECT_FALSE(again.shop.till.changeCart([](TillSale &sale) { return sale.setQuantity(0, 3); }));
    EXPECT_EQ(again.shop.till.message()->text, QStringLiteral("€10.00 of this sale is paid already."));
    EXPECT_EQ(again.shop.till.sale().itemCount(), 1);
    till.desk.holdAnswers(false);
    EXPECT_EQ(again.shop.till.mode(), TillMode::Paying);
    EXPECT_EQ(again.shop.openCart.parkedCount(), 0);
}

TEST(OpenCart, GoingOnWithAParkedSaleParksTheOneThatIsOffered)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold({}));
    till.presenter.enterCode(guji);
    Restarted again(till);
    ASSERT_TRUE(again.shop.openCart.offer().has_value());
    again.shop.openCart.recall(0);
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
    ASSERT_EQ(again.shop.till.lines().size(), 1);
    EXPECT_EQ(again.shop.till.lines().first().name, QStringLiteral("Flat white"));
    again.shop.openCart.readParked();
    ASSERT_EQ(again.shop.openCart.parkedCount(), 1);
    EXPECT_EQ(again.shop.openCart.parkedRows().first().name, QStringLiteral("Guji Natural 250 g"));
}

TEST(OpenCart, NoMoreAreParkedThanAnybodyKeepsAndNoneIsLost)
{
    Till till;
    for (int parked = 0; parked < 50; ++parked) {
        till.presenter.enterCode(flatWhite);
        ASSERT_TRUE(till.shop.openCart.hold({}));
    }
    till.presenter.enterCode(guji);
    EXPECT_FALSE(till.shop.openCart.hold({}));
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.shop.openCart.parkedCount(), 50);
}

TEST(OpenCart, HoldingNeedsASaleThatIsNotBeingPaid)
{
    Till till;
    EXPECT_FALSE(till.shop.openCart.hold({}));
    till.presenter.enterCode(flatWhite);
    till.presenter.startPaying();
    EXPECT_FALSE(till.shop.openCart.hold({}));
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.shop.openCart.parkedCount(), 0);
}

TEST(OpenCart, WhatIsNoLongerSoldIsSaidBeforeAParkedSaleGoesOn)
{
    Till till;
    KeptSale sale;
    sale.lines = {{VariantId(QUuid(QStringLiteral("01900000-0000-7000-8000-0000000fffff"))), Quantity(1), {}, {}, {}}};
    till.presenter.enterCode(flatWhite);
    sale.lines.append(till.presenter.sale().draft().lines.first());
    till.desk.keepOpenCart(keptCartsText({}, {sale})).then([](const Result<void> &) {});
    Restarted again(till);
    again.shop.openCart.recall(0);
    ASSERT_TRUE(again.shop.openCart.offer().has_value());
    EXPECT_TRUE(again.shop.openCart.offer()->isParked);
    EXPECT_EQ(again.shop.openCart.offer()->missing, 1);
    EXPECT_TRUE(again.shop.till.lines().isEmpty());
    again.shop.openCart.resume();
    EXPECT_EQ(again.shop.till.lines().size(), 1);
}

TEST(OpenCart, WhatWasArchivedMeanwhileIsLeftOutOfAParkedSale)
{
    Till till;
    till.desk.addProduct(QStringLiteral("Seasonal tea"), QStringLiteral("TEA"), {}, 300);
    till.presenter.enterCode(flatWhite);
    till.presenter.enterCode(QStringLiteral("TEA"));
    ASSERT_TRUE(till.shop.openCart.hold({}));
    till.desk.archive();
    till.shop.openCart.recall(0);
    ASSERT_TRUE(till.shop.openCart.offer().has_value());
    EXPECT_EQ(till.shop.openCart.offer()->missing, 1);
    till.shop.openCart.resume();
    EXPECT_EQ(till.presenter.lines().size(), 1);
}

TEST(OpenCart, KeepsCustomerDiscountsAndNotesOverARestart)
{
    Till till;
    till.desk.addExampleCustomers();
    const Customer jonas = till.desk.customersHere().first();
    till.presenter.enterCode(flatWhite);
    till.presenter.enterCode(guji);
    const auto change = [&till](auto what) { ASSERT_TRUE(till.presenter.changeCart(what)); };
    change([&](TillSale &sale) { return sale.setCustomer(TillCustomer{jonas.id, jonas.name}); });
    change([](TillSale &sale) { return sale.setDiscounts(0, {{QStringLiteral("Staff"), 5000, std::nullopt}}); });
    const Money euro(100, *Currency::fromCode(u"EUR"));
    change([&](TillSale &sale) {
        return sale.setDiscounts(TillSale::wholeCart, {{QStringLiteral("Goodwill"), std::nullopt, euro}});
    });
    change([](TillSale &sale) { return sale.setNote(1, QStringLiteral("Gift wrap")); });
    change([](TillSale &sale) { return sale.setNote(TillSale::wholeCart, QStringLiteral("Fetched at five")); });
    ASSERT_EQ(till.presenter.totals().totalText, QStringLiteral("€15.40"));
    Restarted again(till);
    ASSERT_TRUE(again.shop.openCart.offer().has_value());
    EXPECT_EQ(again.shop.openCart.offer()->totalText, QStringLiteral("€15.40"));
    again.shop.openCart.resume();
    EXPECT_EQ(again.shop.till.totals().totalText, QStringLiteral("€15.40"));
    EXPECT_EQ(again.shop.till.totals().customerText, jonas.name);
    const TillCart &cart = again.shop.till.sale().cart();
    ASSERT_EQ(cart.lines.size(), 2);
    EXPECT_EQ(cart.lines.at(0).discounts.first().label, QStringLiteral("Staff"));
    EXPECT_EQ(cart.lines.at(1).note, QStringLiteral("Gift wrap"));
    EXPECT_EQ(cart.note, QStringLiteral("Fetched at five"));
    // Parked and taken up again they are the same.
    ASSERT_TRUE(again.shop.openCart.hold({}));
    EXPECT_TRUE(again.shop.till.totals().customerText.isEmpty()) << "the next guest is somebody else";
    again.shop.openCart.recall(0);
    EXPECT_EQ(again.shop.till.totals().totalText, QStringLiteral("€15.40"));
    EXPECT_EQ(again.shop.till.totals().customerText, jonas.name);
}

TEST(OpenCart, AnErasedCustomerIsNotBroughtBackByAKeptCart)
{
    Till till;
    till.desk.addExampleCustomers();
    const Customer jonas = till.desk.customersHere().first();
    till.presenter.enterCode(flatWhite);
    till.presenter.changeCart([&](TillSale &sale) { return sale.setCustomer(TillCustomer{jonas.id, jonas.name}); });
    QString note;
    till.desk.openCart().then([&note](const Result<QString> &kept) { note = *kept; });
    EXPECT_FALSE(note.contains(jonas.name)) << "who they are stands in the list of customers only";
    till.desk.eraseCustomer(jonas.id, EraseReason::Requested).then([](const Result<Customer> &) {});
    Restarted again(till);
    again.shop.openCart.resume();
    ASSERT_EQ(again.shop.till.lines().size(), 1);
    EXPECT_FALSE(again.shop.till.sale().cart().customer.has_value());
}

/// Kept by a program that knew lines only: one cart, and one that was parked.
TEST(OpenCart, NotesOfOlderProgramsAreRead)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    const QString variant = till.presenter.sale().lines().first().item.variant.toString();
    const QString line = QStringLiteral("[{\"quantity\":2,\"variant\":\"%1\"}]").arg(variant);
    const QString who = till.desk.state().person->id.toString();
    const QString old = QStringLiteral("{\"carts\":{\"%1\":%2},\"parked\":[%2]}").arg(who, line);
    EXPECT_EQ(keptCartsText(keptCarts(old), parkedSales(old)), old) << "and what says no more is written alike";
    till.desk.keepOpenCart(old).then([](const Result<void> &) {});
    Restarted again(till);
    ASSERT_TRUE(again.shop.openCart.offer().has_value());
    EXPECT_EQ(again.shop.openCart.offer()->totalText, QStringLiteral("€7.60"));
    again.shop.openCart.readParked();
    ASSERT_EQ(again.shop.openCart.parkedCount(), 1);
    EXPECT_EQ(again.shop.openCart.parkedRows().first().totalText, QStringLiteral("€7.60"));
}

TEST(OpenCart, IsNotOfferedOnceItIsPaid)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    till.presenter.startPaying();
    till.presenter.completeCash();
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    Restarted again(till);
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
}

TEST(OpenCart, IsNotOfferedOnceItIsEmptied)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    till.presenter.removeLine(0);
    Restarted again(till);
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
}

TEST(OpenCart, WaitsUntilAShiftIsOpen)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    till.desk.openStore(true, false);
    Restarted again(till);
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
    again.shop.till.openShift(5000);
    EXPECT_TRUE(again.shop.openCart.offer().has_value());
}

TEST(OpenCart, GivesWayToANewSale)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    Restarted again(till);
    again.shop.till.enterCode(guji);
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
    Restarted third(till);
    ASSERT_TRUE(third.shop.openCart.offer().has_value());
    EXPECT_EQ(third.shop.openCart.offer()->totalText, QStringLiteral("€14.50"));
    EXPECT_EQ(third.shop.openCart.parkedCount(), 1) << "the one before is parked";
}

TEST(OpenCart, ConfirmsAnItemOnlyWhenItIsKept)
{
    Till till;
    QSignalSpy kept(&till.shop.openCart, &OpenCartPresenter::itemKept);
    till.presenter.enterCode(flatWhite);
    EXPECT_EQ(kept.size(), 1);
    till.desk.holdAnswers(true);
    QSignalSpy added(&till.presenter, &TillPresenter::itemAdded);
    till.presenter.enterCode(guji);
    EXPECT_EQ(kept.size(), 1) << "the store has not answered";
    till.desk.holdAnswers(false);
    EXPECT_EQ(added.size(), 1);
    EXPECT_EQ(kept.size(), 2);
    EXPECT_EQ(kept.at(1).at(0).toInt(), 1);
}

TEST(OpenCart, SkipsWhatIsNoLongerInTheCatalog)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    QString cart;
    till.desk.openCart().then([&cart](const Result<QString> &kept) { cart = *kept; });
    QString damaged = cart;
    damaged.replace(QStringLiteral("]}"),
                    QStringLiteral(",{\"variant\":\"01900000-0000-7000-8000-0000000fffff\",\"quantity\":1}]}"));
    ASSERT_NE(damaged, cart);
    till.desk.keepOpenCart(damaged).then([](const Result<void> &) {});
    Restarted again(till);
    ASSERT_TRUE(again.shop.openCart.offer().has_value());
    EXPECT_EQ(again.shop.openCart.offer()->missing, 1);
    EXPECT_EQ(again.shop.openCart.offer()->lines.size(), 1);
}

TEST(OpenCart, EachCashierIsOfferedTheOwnOne)
{
    Till till;
    till.desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista);
    QList<Person> people;
    till.desk.people().then([&people](const Result<QList<Person>> &all) { people = *all; });
    till.presenter.enterCode(flatWhite);
    till.desk.switchByPin(people.at(1).id, QStringLiteral("1234")).then([](const Result<Person> &) {});
    Restarted again(till);
    EXPECT_FALSE(again.shop.openCart.offer().has_value()) << "it is somebody else's sale";
    till.desk.switchByPin(people.at(0).id, QStringLiteral("1234")).then([](const Result<Person> &) {});
    EXPECT_TRUE(again.shop.openCart.offer().has_value());
}

TEST(OpenCart, KeepsPricesGivenByHand)
{
    sync::SaleLineDraft line;
    line.variant = VariantId(QUuid(QStringLiteral("01900000-0000-7000-8000-0000000fffff")));
    line.quantity = Quantity(250);
    line.price = Price{Money(1290, *Currency::fromCode(u"EUR")), 1000};
    const KeptCarts carts = keptCarts(keptCartsText({{QStringLiteral("p"), KeptSale{{line}}}}));
    const QList<sync::SaleLineDraft> lines = carts.value(QStringLiteral("p")).lines;
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().price, line.price);
    EXPECT_EQ(lines.first().quantity, line.quantity);
}

TEST(OpenCart, ADamagedNoteStopsNothing)
{
    Till till;
    till.desk.keepOpenCart(QStringLiteral("{\"carts\":{\"\":[{\"variant\":7},")).then([](const Result<void> &) {});
    Restarted again(till);
    EXPECT_FALSE(again.shop.openCart.offer().has_value());
    again.shop.till.enterCode(flatWhite);
    EXPECT_EQ(again.shop.till.lines().size(), 1);
}

/// It may be on offer no more than this: something in it is not sold at the moment.
TEST(OpenCart, WhatBecomesOfAParkedSaleDoesNotDecideAboutTheCartThatWasLeft)
{
    for (const bool isDiscarded : {false, true}) {
        Till till;
        till.presenter.enterCode(flatWhite);
        Restarted again(till);
        again.shop.openCart.drop();
        again.shop.till.enterCode(guji);
        const auto note = [&till] {
            QString text;
            till.desk.openCart().then([&text](const Result<QString> &kept) { text = *kept; });
            return text;
        };
        KeptCarts unsellable = keptCarts(note());
        ASSERT_EQ(unsellable.size(), 1);
        unsellable.first().lines.first().variant =
            VariantId(QUuid(QStringLiteral("01900000-0000-7000-8000-0000000fffff")));
        till.desk.keepOpenCart(keptCartsText(unsellable, parkedSales(note()))).then([](const Result<void> &) {});
        Restarted third(till);
        ASSERT_FALSE(third.shop.openCart.offer().has_value());
        third.shop.openCart.readParked();
        if (isDiscarded)
            third.shop.openCart.discardParked(0);
        EXPECT_EQ(keptCartsText(keptCarts(note()), {}), keptCartsText(unsellable, {}));
        EXPECT_EQ(waiting(till).size(), isDiscarded ? 0 : 1);
    }
}

} // namespace crema
