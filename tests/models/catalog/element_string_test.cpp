// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/element_string.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

const QString item = QStringLiteral("0104006381333931");
const QString gs = QString(QChar(0x1d));

} // namespace

TEST(ElementString, ReadsItemLotAndDate)
{
    const auto read =
        readElementString(item + QStringLiteral("15261130") + QStringLiteral("10A-17") + gs + QStringLiteral("21S9"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->gtin, QStringLiteral("04006381333931"));
    EXPECT_EQ(read->bestBefore, QDate(2026, 11, 30));
    EXPECT_EQ(read->lot, QStringLiteral("A-17"));
    EXPECT_EQ(read->serial, QStringLiteral("S9"));
}

TEST(ElementString, DayZeroIsTheLastOfTheMonth)
{
    EXPECT_EQ(readElementString(item + QStringLiteral("17260200"))->bestBefore, QDate(2026, 2, 28));
}

TEST(ElementString, ReadsWeightCountAndPrice)
{
    EXPECT_EQ(readElementString(item + QStringLiteral("3103000755"))->weightGrams, 755);
    EXPECT_EQ(readElementString(item + QStringLiteral("3102000075"))->weightGrams, 750);
    EXPECT_EQ(readElementString(item + QStringLiteral("3012"))->count, 12);
    const auto priced = readElementString(item + QStringLiteral("3922") + QStringLiteral("2875"));
    ASSERT_TRUE(priced);
    EXPECT_EQ(priced->priceDigits, 2875);
    EXPECT_EQ(priced->priceDecimals, 2);
}

TEST(ElementString, IsNothingForOtherCodes)
{
    EXPECT_FALSE(readElementString(u"4006381333931"));
    EXPECT_FALSE(readElementString(u"0104006381333932")) << "a wrong check digit";
    EXPECT_FALSE(readElementString(item + QStringLiteral("8812"))) << "an element nobody knows";
    EXPECT_FALSE(readElementString(item + QStringLiteral("1526"))) << "broken off";
    EXPECT_FALSE(readElementString(u""));
}

} // namespace crema
