// SPDX-License-Identifier: GPL-3.0-or-later
// Milk, size and the like: what is asked for after the product was chosen, and what the line says then.
#include "models/settings/modifier_groups.h"
#include "tests/ui/testing/till_fixture.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

class TillModifiers : public ::testing::Test
{
protected:
    TillModifiers()
    {
        offer("Milk (1) @ Espresso bar: Whole; Oat +0.50\nExtras (0-2) @ Flat white: Shot +0.80; Syrup +0.60");
    }

    void offer(const char *text)
    {
        const PlaceId place(till.desk.state().location->id.value());
        till.desk.setShopSetting(place, shop_setting::modifiers.toString(), QJsonValue(), QString::fromUtf8(text))
            .then([](const Result<void> &) {});
        QCoreApplication::processEvents();
    }

    void choose(std::initializer_list<int> rows)
    {
        for (const int row : rows)
            presenter.chooseOption(row);
    }

    [[nodiscard]] QStringList choices() const
    {
        QStringList texts;
        for (const OptionChoice &choice : presenter.options()->choices)
            texts.append(choice.priceText.isEmpty() ? choice.text : choice.text + u' ' + choice.priceText);
        return texts;
    }

    Till till;
    TillPresenter &presenter = till.presenter;
};

} // namespace

TEST_F(TillModifiers, AreAskedForOneGroupAfterTheOther)
{
    presenter.addTile(0);
    ASSERT_TRUE(presenter.options());
    EXPECT_EQ(presenter.options()->product, QStringLiteral("Flat white"));
    EXPECT_EQ(presenter.options()->question, QStringLiteral("Milk: choose one"));
    EXPECT_EQ(choices(), (QStringList{QStringLiteral("Whole"), QStringLiteral("Oat +€0.50")}));
    EXPECT_TRUE(presenter.lines().isEmpty()) << "nothing is sold by asking";
    choose({1});
    EXPECT_EQ(presenter.options()->question, QStringLiteral("Extras: choose up to 2"));
    choose({1});
    EXPECT_TRUE(presenter.options()->choices.at(1).chosen);
    choose({2}); // go on
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_FALSE(presenter.options());
    EXPECT_EQ(presenter.lines().first().remark, QStringLiteral("Oat, Syrup"));
    EXPECT_EQ(presenter.lines().first().totalText, QStringLiteral("€4.90"));
    const QList<DisplayLine> &shown = till.shop.display.view().lines;
    ASSERT_EQ(shown.size(), 1);
    EXPECT_EQ(shown.first().chosenText, QStringLiteral("Oat, Syrup")) << "customers see what they pay for";
}

TEST_F(TillModifiers, TheSameDrinkIsTheSameLineAndAnotherOneIsNot)
{
    for (const int milk : {1, 1, 0}) {
        presenter.enterCode(QStringLiteral("CC")); // no extras
        choose({milk});
    }
    ASSERT_EQ(presenter.lines().size(), 2);
    EXPECT_EQ(presenter.lines().at(0).quantityText, QStringLiteral("2"));
    EXPECT_EQ(presenter.lines().at(0).unitPriceText, QStringLiteral("€3.90 each"));
    EXPECT_EQ(presenter.lines().at(1).remark, QStringLiteral("Whole"));
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€11.20"));
}

TEST_F(TillModifiers, WhatWasPressedFirstMakesNoOtherDrink)
{
    presenter.addTile(0);
    choose({0, 0, 1}); // whole, shot, syrup
    presenter.addTile(0);
    choose({0, 1, 0}); // whole, syrup, shot
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().remark, QStringLiteral("Whole, Shot, Syrup"));
}

TEST_F(TillModifiers, NothingIsSoldBeforeTheyAreChosen)
{
    presenter.enterCode(QStringLiteral("GUJI-250")); // no modifiers
    EXPECT_FALSE(presenter.options());
    presenter.addTile(0);
    presenter.startPaying();
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    ASSERT_TRUE(presenter.options());
    presenter.enterCode(QStringLiteral("CC"));
    EXPECT_EQ(presenter.lines().size(), 1) << "a scan answers nothing";
    presenter.closeOptions();
    EXPECT_EQ(presenter.lines().size(), 1);
    presenter.startPaying();
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
}

TEST_F(TillModifiers, TheSecondOfTwoScansAtOnceIsRefusedAndNotTakenForTheFirst)
{
    QStringList found;
    QStringList refused;
    QObject::connect(&presenter, &TillPresenter::codeFound, &presenter, [&](const QString &code) { found += code; });
    QObject::connect(&presenter, &TillPresenter::codeRefused, &presenter,
                     [&](const QString &code) { refused += code; });
    till.desk.holdAnswers(true);
    presenter.enterCode(QStringLiteral("FW"));
    presenter.enterCode(QStringLiteral("CC"));
    till.desk.holdAnswers(false);
    ASSERT_TRUE(presenter.options());
    EXPECT_EQ(presenter.options()->product, QStringLiteral("Flat white"));
    EXPECT_EQ(found, QStringList{QStringLiteral("FW")});
    EXPECT_EQ(refused, QStringList{QStringLiteral("CC")});
    choose({0, 2}); // whole, nothing else
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().remark, QStringLiteral("Whole"));
}

TEST_F(TillModifiers, TheSaleAndItsReceiptSayThem)
{
    presenter.enterCode(QStringLiteral("CC"));
    choose({1});
    presenter.startPaying();
    presenter.takeTender();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    const SaleLine &line = till.desk.soldHere().last().sale.lines.first();
    ASSERT_EQ(line.modifiers.size(), 1);
    EXPECT_EQ(line.modifiers.first().name, QStringLiteral("Oat"));
    EXPECT_EQ(line.price.amount.minor(), 390);
    EXPECT_TRUE(presenter.receiptText(42).contains(QStringLiteral("Oat +0.50")))
        << qPrintable(presenter.receiptText(42));
}

TEST_F(TillModifiers, WaitWithAParkedSaleForEveryTill)
{
    presenter.enterCode(QStringLiteral("CC"));
    choose({1});
    const QString total = presenter.totals().totalText;
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("Table 4")));
    ASSERT_EQ(testing::waiting(till).size(), 1);
    EXPECT_EQ(testing::waiting(till).first().cart.lines.first().modifiers.size(), 1);
    till.shop.openCart.recall(0);
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().remark, QStringLiteral("Oat"));
    EXPECT_EQ(presenter.totals().totalText, total);
}

TEST_F(TillModifiers, AnotherPriceOfTheCatalogKeepsThem)
{
    presenter.enterCode(QStringLiteral("CC"));
    choose({1});
    offer("Milk (1) @ Espresso bar: Whole; Oat +0.70");
    EXPECT_EQ(presenter.totals().totalText, QStringLiteral("€4.10")) << "what is charged is what is shown";
}

} // namespace crema
