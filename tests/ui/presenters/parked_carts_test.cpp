// SPDX-License-Identifier: GPL-3.0-or-later
// Sales that wait at every till of a place (ADR 058): parked here, taken there.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crema {

namespace {

using testing::Till;
using testing::waiting;

const QString flatWhite = QStringLiteral("4006381333931");
const QString guji = QStringLiteral("5901234123457");

QString noteOf(Till &till)
{
    QString note;
    till.desk.openCart().then([&note](const Result<QString> &kept) { note = *kept; });
    return note;
}

ParkedCart elsewhere(Till &till, const QString &name, std::int64_t ageMs)
{
    till.presenter.enterCode(guji);
    ParkedCart cart = sync::withContent({}, till.presenter.sale().draft());
    till.presenter.actions().find(u"till.clear")->trigger();
    cart.id = ParkedCartId(QUuid::createUuid());
    cart.registerId = RegisterId(QUuid::createUuid());
    till.desk.addPerson(QStringLiteral("Bea Lind"), Role::Barista);
    till.desk.everybody().then([&cart](const Result<QList<Person>> &people) {
        for (const Person &person : *people) {
            if (person.name == QLatin1String("Bea Lind"))
                cart.by = person.id;
        }
    });
    cart.name = name;
    cart.at = UtcTime(till.clock.now().msSinceEpoch() - ageMs);
    return cart;
}

} // namespace

TEST(ParkedCarts, WhatIsHeldWaitsForEveryTill)
{
    Till till;
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("Table 4")));
    ASSERT_EQ(waiting(till).size(), 1);
    EXPECT_EQ(waiting(till).first().cart.name, QStringLiteral("Table 4"));
    EXPECT_TRUE(noteOf(till).isEmpty()) << "it is no business of this till's note: " << noteOf(till).toStdString();
    EXPECT_EQ(till.shop.openCart.parkedCount(), 1) << "and it is listed once";
    till.shop.openCart.recall(0);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_TRUE(waiting(till).isEmpty());
    EXPECT_EQ(keptCarts(noteOf(till)).size(), 1) << "in one step with that: a crash loses nothing";
    EXPECT_TRUE(keptCarts(noteOf(till)).first().origin);
}

TEST(ParkedCarts, WhatAnotherTillParkedIsListedAndGoneOnWith)
{
    Till till;
    till.desk.addParkedCart(elsewhere(till, QStringLiteral("Jonas"), 12 * 60'000));
    ASSERT_EQ(till.shop.openCart.parkedCount(), 1);
    const ParkedRow row = till.shop.openCart.parkedRows().first();
    EXPECT_EQ(row.name, QStringLiteral("Jonas"));
    EXPECT_TRUE(row.aboutText.contains(QStringLiteral("Bea Lind"))) << row.aboutText.toStdString();
    EXPECT_TRUE(row.aboutText.endsWith(QStringLiteral("12 min"))) << row.aboutText.toStdString();
    till.shop.openCart.recall(0);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Guji Natural 250 g"));
    EXPECT_TRUE(waiting(till).isEmpty());
}

TEST(ParkedCarts, WhatAnotherTillTookLeavesTheList)
{
    Till till;
    const ParkedCart cart = elsewhere(till, QStringLiteral("Jonas"), 0);
    till.desk.addParkedCart(cart);
    ASSERT_EQ(till.shop.openCart.parkedCount(), 1);
    till.desk.takeElsewhere(cart.id, QStringLiteral("Till 2"));
    EXPECT_EQ(till.shop.openCart.parkedCount(), 0);
}

TEST(ParkedCarts, WhoTookItSecondIsToldWhereItAlsoIs)
{
    Till till;
    const ParkedCart cart = elsewhere(till, QStringLiteral("Jonas"), 0);
    till.desk.addParkedCart(cart);
    till.shop.openCart.recall(0);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    till.desk.takeElsewhere(cart.id, QStringLiteral("Till 2")); // the platform heard of the other one first
    ASSERT_TRUE(till.presenter.message());
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
    EXPECT_TRUE(till.presenter.message()->text.contains(QStringLiteral("Till 2")))
        << till.presenter.message()->text.toStdString();
    EXPECT_EQ(till.presenter.lines().size(), 1) << "what lies in the cart stays";
}

TEST(ParkedCarts, WhoAddsToAnOldSaleOfSomebodyElseIsWarnedOnce)
{
    Till till;
    till.desk.addParkedCart(elsewhere(till, QStringLiteral("Jonas"), 2 * 60 * 60'000));
    till.shop.openCart.recall(0);
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.presenter.message());
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
    EXPECT_TRUE(till.presenter.message()->text.contains(QStringLiteral("Bea Lind")));
    till.presenter.clearMessage();
    till.presenter.enterCode(flatWhite);
    EXPECT_FALSE(till.presenter.message() && till.presenter.message()->tone == Tone::Warning);
}

TEST(ParkedCarts, SomebodyElseAtTheTillGoesOnWithNothing)
{
    Till till;
    till.desk.addParkedCart(elsewhere(till, QStringLiteral("Jonas"), 0));
    till.shop.openCart.recall(0);
    const PersonId first = till.desk.state().person->id;
    QList<Person> people;
    till.desk.people().then([&people](const Result<QList<Person>> &all) { people = *all; });
    const auto bea = std::ranges::find(people, QStringLiteral("Bea Lind"), &Person::name);
    ASSERT_NE(bea, people.end());
    const auto switchTo = [&till](PersonId person) {
        till.desk.switchByPin(person, QStringLiteral("1234")).then([](const Result<Person> &) {});
    };
    switchTo(bea->id);
    till.presenter.enterCode(flatWhite);
    EXPECT_FALSE(keptCarts(noteOf(till)).value(bea->id.toString()).origin);
    switchTo(first);
    till.presenter.enterCode(flatWhite);
    EXPECT_TRUE(keptCarts(noteOf(till)).value(first.toString()).origin) << "the sale is still the one that was parked";
}

TEST(ParkedCarts, WhatCannotBeTakenHereStaysInTheListAndNowhereElse)
{
    Till till;
    till.desk.addParkedCart(elsewhere(till, QStringLiteral("Jonas"), 0));
    ASSERT_EQ(till.shop.openCart.parkedCount(), 1);
    till.desk.changeState().registerInfo.reset();
    till.shop.openCart.recall(0);
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(till.shop.openCart.parkedCount(), 1);
    ASSERT_TRUE(till.presenter.message());
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
}

/// Nobody is at the till any more when the sale is saved: it is still the cart of who rang it up that is done with.
TEST(ParkedCarts, ATillThatIsLockedWhileASaleIsRecordedKeepsTheCartsOfTheOthers)
{
    Till till;
    till.desk.addPerson(QStringLiteral("Jonas Brandt"), Role::Barista);
    QList<Person> people;
    till.desk.people().then([&people](const Result<QList<Person>> &all) { people = *all; });
    till.presenter.enterCode(guji);
    till.desk.switchByPin(people.at(1).id, QStringLiteral("1234")).then([](const Result<Person> &) {});
    till.presenter.enterCode(flatWhite);
    till.presenter.startPaying();
    till.desk.holdAnswers(true);
    till.presenter.completeCash();
    till.desk.changeState().person.reset();
    Q_EMIT till.desk.changed();
    till.desk.holdAnswers(false);
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(keptCarts(noteOf(till)).keys(), QStringList{people.at(0).id.toString()});
}

TEST(ParkedCarts, DiscardingEndsItEverywhereAndCanBeUndone)
{
    Till till;
    till.desk.addParkedCart(elsewhere(till, QStringLiteral("Jonas"), 0));
    till.shop.openCart.discardParked(0);
    EXPECT_TRUE(waiting(till).isEmpty());
    till.shop.notices.undo();
    ASSERT_EQ(waiting(till).size(), 1);
    EXPECT_EQ(waiting(till).first().cart.name, QStringLiteral("Jonas"));
}

TEST(ParkedCarts, WhatCannotBeSharedWaitsHere)
{
    Till till;
    till.desk.failPark =
        Problem{ProblemKind::Device, QStringLiteral("store.disk_full"), QStringLiteral("Full."), {}, {}};
    till.presenter.enterCode(flatWhite);
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("Table 4")));
    EXPECT_TRUE(waiting(till).isEmpty());
    EXPECT_EQ(parkedSales(noteOf(till)).size(), 1);
    EXPECT_EQ(till.shop.openCart.parkedCount(), 1);
    till.shop.openCart.recall(0);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.shop.openCart.parkedCount(), 0);
}

} // namespace crema
