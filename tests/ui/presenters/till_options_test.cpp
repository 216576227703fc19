// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/till/tile_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

using namespace testing;

namespace {

/// The bar and one coffee in three sizes; its tile is the last one.
struct SizesTill : Till {
    SizesTill()
    {
        const QString name = QStringLiteral("Harbour Espresso");
        desk.addVariant(name, QStringLiteral("250 g"), QStringLiteral("HE-250"), QStringLiteral("4012345000016"), 1150,
                        1);
        desk.addVariant(name, QStringLiteral("1 kg"), QStringLiteral("HE-1000"), QStringLiteral("4012345000023"), 3990,
                        1, 2);
        desk.addVariant(name, QStringLiteral("Sample"), QStringLiteral("HE-0"), QStringLiteral("4012345000030"), -1, 1);
        Q_EMIT desk.dataChanged();
    }

    [[nodiscard]] int tile() const { return static_cast<int>(presenter.tiles().size()) - 1; }
};

} // namespace

TEST(TillOptions, AProductOfSeveralVariantsIsOneTile)
{
    SizesTill till;
    ASSERT_EQ(till.presenter.tiles().size(), 6);
    const ProductTile &tile = till.presenter.tiles().last();
    EXPECT_EQ(tile.name, QStringLiteral("Harbour Espresso"));
    EXPECT_EQ(tile.priceText, QStringLiteral("from €11.50"));
    EXPECT_EQ(tile.choices, 3);
    EXPECT_EQ(till.presenter.tiles().first().priceText, QStringLiteral("€3.80")) << "one variant has one price";
}

TEST(TillOptions, ItsTileAsksWhichAndAddsTheChosenOne)
{
    SizesTill till;
    till.presenter.addTile(till.tile());
    ASSERT_TRUE(till.presenter.options());
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "nothing is sold by asking";
    const OptionsView options = *till.presenter.options();
    EXPECT_EQ(options.product, QStringLiteral("Harbour Espresso"));
    ASSERT_EQ(options.choices.size(), 3);
    EXPECT_EQ(options.choices.at(0).text, QStringLiteral("250 g"));
    EXPECT_EQ(options.choices.at(1).stockText, QStringLiteral("2 left"));
    EXPECT_FALSE(options.choices.at(2).sellable);
    till.presenter.chooseOption(1);
    EXPECT_FALSE(till.presenter.options());
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Harbour Espresso 1 kg"));
    EXPECT_EQ(till.presenter.lines().first().product, QStringLiteral("Harbour Espresso"));
    EXPECT_EQ(till.presenter.lines().first().detail, QStringLiteral("1 kg"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€39.90"));
    EXPECT_EQ(till.presenter.tiles().last().inCart, 1);
}

TEST(TillOptions, TheTypedQuantityWaitsForTheChoice)
{
    SizesTill till;
    till.presenter.typeDigit(3);
    till.presenter.typeTimes();
    till.presenter.addTile(till.tile());
    till.presenter.chooseOption(0);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("3"));
}

TEST(TillOptions, GoBackWithoutATrace)
{
    SizesTill till;
    till.presenter.addTile(till.tile());
    EXPECT_TRUE(till.presenter.actions().find(u"till.close-options")->trigger());
    EXPECT_FALSE(till.presenter.options());
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_FALSE(till.presenter.actions().find(u"till.close-options")->isEnabled());
    till.presenter.addTile(till.tile());
    till.presenter.selectCategory(1);
    EXPECT_FALSE(till.presenter.options()) << "another category answers the question too";
}

TEST(TillOptions, AScanWhileAVariantIsAskedForIsRefusedAndForgotten)
{
    SizesTill till;
    till.presenter.addTile(till.tile());
    QSignalSpy refused(&till.presenter, &TillPresenter::codeRefused);
    till.presenter.enterCode(QStringLiteral("4006381333931"));
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(till.presenter.message()->tone, Tone::Error);
    EXPECT_TRUE(till.presenter.options());
    till.presenter.closeOptions();
    EXPECT_TRUE(till.presenter.lines().isEmpty()) << "never queued";
}

TEST(TillOptions, SearchFindsVariantsThatCanBeToldApart)
{
    SizesTill till;
    till.presenter.setSearchText(QStringLiteral("harbour"));
    till.clock.advance(TillPresenter::searchDelayMs);
    ASSERT_EQ(till.presenter.hits().size(), 3);
    QSet<QString> shown;
    for (const ProductHit &hit : till.presenter.hits())
        shown.insert(hit.product + hit.options);
    EXPECT_EQ(shown.size(), 3);
    EXPECT_EQ(till.presenter.hits().first().name, QStringLiteral("Harbour Espresso 250 g"));
}

TEST(TillOptions, TheTileModelStaysValid)
{
    SizesTill till;
    TileListModel model(till.presenter);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    till.presenter.addTile(till.tile());
    till.presenter.chooseOption(0);
    EXPECT_EQ(model.at(till.tile()).inCart, 1);
    EXPECT_TRUE(model.index(till.tile()).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("variant")));
}

TEST(TillCodes, ALabelOfAScaleIsReadBeforeOrdinaryCodes)
{
    Till till;
    till.desk.addProduct(QStringLiteral("Loose tea"), QStringLiteral("01234"), QStringLiteral("7351353000017"), 90, 1);
    till.presenter.enterCode(QStringLiteral("2901234000034")); // 3 pieces of item 01234
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("3"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€2.70"));
}

TEST(TillCodes, ThePriceOnALabelIsThePrice)
{
    Till till;
    till.desk.addProduct(QStringLiteral("Cheese"), QStringLiteral("01234"), QStringLiteral("7351353000017"), 90, 1);
    till.presenter.enterCode(QStringLiteral("01234"));
    till.presenter.enterCode(QStringLiteral("2201234928759")); // 28.75, inner check digit 9
    ASSERT_EQ(till.presenter.lines().size(), 2) << "a price of its own is a line of its own";
    EXPECT_EQ(till.presenter.lines().at(1).totalText, QStringLiteral("€28.75"));
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€29.65"));
}

TEST(TillCodes, AnElementStringNamesItsItemAndCount)
{
    Till till;
    till.desk.addProduct(QStringLiteral("Oat bar"), QStringLiteral("OAT"), QStringLiteral("04006381333924"), 200);
    const QString separator(QChar(0x1d));
    till.presenter.enterCode(QStringLiteral("0104006381333924") + QStringLiteral("10L7") + separator +
                             QStringLiteral("304"));
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().quantityText, QStringLiteral("4"));
    till.presenter.enterCode(QStringLiteral("010400638133392417261130"));
    ASSERT_EQ(till.presenter.lines().size(), 2) << "another batch is a line of its own";
    EXPECT_EQ(till.presenter.lines().last().quantityText, QStringLiteral("1"));
    till.presenter.enterCode(QStringLiteral("0109501101530003"));
    EXPECT_EQ(till.shop.unknownCode.code(), QStringLiteral("09501101530003")) << "the item, not the whole string";
}

TEST(TillCodes, ALabelThatNobodyKnowsMayBeAnOrdinaryCode)
{
    Till till;
    till.desk.addProduct(QStringLiteral("Gift box"), QStringLiteral("BOX"), QStringLiteral("2901234000034"), 500, 1);
    till.presenter.enterCode(QStringLiteral("2901234000034"));
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Gift box"));
}

TEST(TillUndo, WhatIsRemovedIsPostedAndComesBack)
{
    Till till;
    till.presenter.enterCode(QStringLiteral("FW"));
    till.presenter.enterCode(QStringLiteral("CC"));
    till.presenter.removeLine(0);
    ASSERT_TRUE(till.shop.notices.shown());
    EXPECT_EQ(till.shop.notices.shown()->text, QStringLiteral("Flat white removed from the cart"));
    till.presenter.changeQuantity(1);
    till.shop.notices.undo();
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.lines().at(0).name, QStringLiteral("Flat white"));
    EXPECT_EQ(till.presenter.lines().at(1).quantityText, QStringLiteral("2")) << "what was done since stays";
}

TEST(TillUndo, AClearedCartComesBackWhole)
{
    Till till;
    till.presenter.enterCode(QStringLiteral("FW"));
    till.presenter.enterCode(QStringLiteral("2*CC"));
    till.presenter.actions().find(u"till.clear")->trigger();
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    till.shop.notices.undo();
    ASSERT_EQ(till.presenter.lines().size(), 2);
    EXPECT_EQ(till.presenter.totals().totalText, QStringLiteral("€10.60"));
}

TEST(TillUndo, NothingComesBackIntoAnotherSale)
{
    Till till;
    till.presenter.enterCode(QStringLiteral("FW"));
    till.presenter.enterCode(QStringLiteral("CC"));
    till.presenter.removeLine(0);
    till.presenter.startPaying();
    till.presenter.completeCash();
    till.presenter.newSale();
    till.shop.notices.undo();
    EXPECT_TRUE(till.presenter.lines().isEmpty());
    EXPECT_EQ(till.presenter.message()->tone, Tone::Warning);
}

} // namespace crema
