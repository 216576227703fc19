// SPDX-License-Identifier: GPL-3.0-or-later
// What is no article, put into the cart by hand (ADR 059).
#include "models/selling/off_catalog.h"
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

TaxClassId usualTax(Till &till)
{
    till.shop.offCatalog.want();
    return till.shop.offCatalog.taxChoices().first().id;
}

} // namespace

TEST(OffCatalogPresenter, PutsALineOfItsOwnIntoTheCart)
{
    Till till;
    const TaxClassId tax = usualTax(till);
    EXPECT_EQ(till.shop.offCatalog.taxChoices().first().text, QStringLiteral("Standard · 20 %"));
    ASSERT_TRUE(till.shop.offCatalog.add(QStringLiteral("Repair"), QStringLiteral("25"), tax));
    ASSERT_TRUE(till.shop.offCatalog.add(QStringLiteral("Repair"), QStringLiteral("5.50"), tax));
    ASSERT_EQ(till.presenter.lines().size(), 2) << "two amounts are two lines";
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Repair"));
    till.presenter.startPaying();
    till.clock.advance(TillPresenter::doublePressMs + 1);
    till.presenter.completeCash();
    ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    ASSERT_TRUE(till.presenter.lastSale());
    EXPECT_EQ(till.presenter.lastSale()->total.minor(), 3'050);
    EXPECT_TRUE(till.presenter.receiptText(42).contains(QStringLiteral("Repair")));
}

TEST(OffCatalogPresenter, SaysWhatIsMissingAtItsField)
{
    Till till;
    const TaxClassId tax = usualTax(till);
    EXPECT_FALSE(till.shop.offCatalog.add({}, QStringLiteral("25"), tax));
    EXPECT_FALSE(till.shop.offCatalog.problem(QStringLiteral("name")).isEmpty());
    EXPECT_FALSE(till.shop.offCatalog.add(QStringLiteral("Repair"), QStringLiteral("much"), tax));
    EXPECT_FALSE(till.shop.offCatalog.problem(QStringLiteral("price")).isEmpty());
    EXPECT_TRUE(till.shop.offCatalog.problem(QStringLiteral("name")).isEmpty());
    EXPECT_FALSE(till.shop.offCatalog.add(QStringLiteral("Repair"), QStringLiteral("0"), tax));
    EXPECT_FALSE(till.shop.offCatalog.problem(QStringLiteral("price")).isEmpty());
    EXPECT_TRUE(till.presenter.lines().isEmpty());
}

TEST(OffCatalogPresenter, IsKeptForACrashAndCannotBeAddedWhilePaying)
{
    Till till;
    const TaxClassId tax = usualTax(till);
    ASSERT_TRUE(till.shop.offCatalog.add(QStringLiteral("Repair"), QStringLiteral("25"), tax));
    QString note;
    till.desk.openCart().then([&note](const Result<QString> &kept) { note = *kept; });
    EXPECT_TRUE(note.contains(QStringLiteral("off_catalog"))) << note.toStdString();
    till.presenter.startPaying();
    EXPECT_FALSE(till.shop.offCatalog.actions().find(u"till.off-catalog")->isEnabled());
    EXPECT_FALSE(till.shop.offCatalog.add(QStringLiteral("More"), QStringLiteral("1"), tax));
    EXPECT_EQ(till.presenter.sale().lines().size(), 1);
}

TEST(OffCatalogPresenter, WaitsWithAParkedSaleForEveryTill)
{
    Till till;
    ASSERT_TRUE(till.shop.offCatalog.add(QStringLiteral("Repair"), QStringLiteral("25"), usualTax(till)));
    ASSERT_TRUE(till.shop.openCart.hold(QStringLiteral("Jonas")));
    ASSERT_EQ(testing::waiting(till).size(), 1);
    till.shop.openCart.recall(0);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Repair"));
    EXPECT_EQ(till.presenter.totals().totalMinor, 2'500);
}

} // namespace crema
