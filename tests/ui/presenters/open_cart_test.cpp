// SPDX-License-Identifier: GPL-3.0-or-later
// A sale in progress outlives the program: it is kept before the OK tone and offered at the next start.
#include "tests/ui/testing/till_fixture.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");

// Another program over the same store, as after a kill.
struct Restarted {
    explicit Restarted(Till &before) : shop(before.desk, before.clock, before.preferences, locale) { shop.start(); }

    QLocale locale{QLocale::English, QLocale::Ireland};
    ShopPresenters shop;
};

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
    EXPECT_FALSE(again.shop.openCart.actions().find(u"till.recall")->isEnabled());
    again.shop.till.startPaying();
    again.shop.till.completeCash();
    QString note;
    till.desk.openCart().then([&note](const Result<QString> &kept) { note = *kept; });
    EXPECT_EQ(parkedSales(note).size(), 1);
    Restarted third(till);
    EXPECT_FALSE(third.shop.openCart.offer().has_value());
    ASSERT_EQ(third.shop.openCart.parkedCount(), 1);
    EXPECT_TRUE(third.shop.openCart.actions().find(u"till.recall")->trigger());
    ASSERT_TRUE(third.shop.openCart.offer().has_value());
    EXPECT_TRUE(third.shop.openCart.offer()->isParked);
    EXPECT_EQ(third.shop.openCart.offer()->totalText, QStringLiteral("€3.80"));
    third.shop.openCart.drop();
    EXPECT_EQ(third.shop.openCart.parkedCount(), 1) << "left again";
    third.shop.openCart.recall();
    third.shop.openCart.resume();
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
    third.shop.openCart.recall();
    third.shop.openCart.discard();
    Restarted fourth(till);
    EXPECT_EQ(fourth.shop.openCart.parkedCount(), 0);
}

TEST(OpenCart, RecallGoesThroughTheParkedSales)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    Restarted second(till);
    second.shop.till.enterCode(guji);
    Restarted third(till);
    third.shop.openCart.drop();
    ASSERT_EQ(third.shop.openCart.parkedCount(), 2);
    QStringList totals;
    for (int i = 0; i < 3; ++i) {
        third.shop.openCart.recall();
        ASSERT_TRUE(third.shop.openCart.offer().has_value());
        totals.append(third.shop.openCart.offer()->totalText);
    }
    EXPECT_EQ(totals, (QStringList{QStringLiteral("€14.50"), QStringLiteral("€3.80"), QStringLiteral("€14.50")}));
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
    const KeptCarts carts = keptCarts(keptCartsText({{QStringLiteral("p"), {line}}}));
    ASSERT_EQ(carts.value(QStringLiteral("p")).size(), 1);
    EXPECT_EQ(carts.value(QStringLiteral("p")).first().price, line.price);
    EXPECT_EQ(carts.value(QStringLiteral("p")).first().quantity, line.quantity);
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
        unsellable.first().first().variant = VariantId(QUuid(QStringLiteral("01900000-0000-7000-8000-0000000fffff")));
        till.desk.keepOpenCart(keptCartsText(unsellable, parkedSales(note()))).then([](const Result<void> &) {});
        Restarted third(till);
        ASSERT_FALSE(third.shop.openCart.offer().has_value());
        third.shop.openCart.recall();
        ASSERT_TRUE(third.shop.openCart.offer().has_value());
        if (isDiscarded)
            third.shop.openCart.discard();
        else
            third.shop.openCart.drop();
        EXPECT_EQ(keptCartsText(keptCarts(note()), {}), keptCartsText(unsellable, {}));
        EXPECT_EQ(parkedSales(note()).size(), isDiscarded ? 0 : 1);
    }
}

} // namespace crema
