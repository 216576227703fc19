// SPDX-License-Identifier: GPL-3.0-or-later
// How lines and tenders are typed.
#include "ui/presenters/selling/sale_words.h"

#include <gtest/gtest.h>

namespace crema::presenters {
namespace {

QString codeOf(const char *tender)
{
    const Result<TenderWords> words = readTenderWords(QString::fromUtf8(tender));
    return words ? QString() : words.error().code;
}

TEST(SaleWords, ATenderHasATipAndASlipBehindIt)
{
    const TenderWords plain = readTenderWords(QStringLiteral("cash:2000")).value();
    EXPECT_EQ(plain.minor, 2000);
    EXPECT_EQ(plain.tipMinor, 0);
    EXPECT_FALSE(plain.card);
    const TenderWords card =
        readTenderWords(QStringLiteral("card:1290,tip=110,brand=Visa,reference=47 11")).value();
    EXPECT_EQ(card.method, PaymentMethod::Card);
    EXPECT_EQ(card.minor, 1290);
    EXPECT_EQ(card.tipMinor, 110);
    EXPECT_EQ(card.card, (CardSlip{QStringLiteral("Visa"), QStringLiteral("47 11")}));
    EXPECT_EQ(readTenderWords(QStringLiteral("cash:2000,tip=50"))->tipMinor, 50);
    EXPECT_EQ(codeOf("card:12.90"), QStringLiteral("tender.amount"));
    EXPECT_EQ(codeOf("card:1290,tip=much"), QStringLiteral("tender.tip"));
    EXPECT_EQ(codeOf("card:1290,tip=-1"), QStringLiteral("tender.tip"));
    EXPECT_EQ(codeOf("card:1290,colour=red"), QStringLiteral("tender.slip"));
    EXPECT_EQ(codeOf("cash:1290,brand=Visa"), QStringLiteral("tender.slip"));
}

TEST(SaleWords, ALineHasOptionsBehindIt)
{
    const LineWords line = readLineWords(QStringLiteral("FLATWHITE*2,with=Oat,with=Extra shot")).value();
    EXPECT_EQ(line.code, QStringLiteral("FLATWHITE"));
    EXPECT_EQ(line.quantity, Quantity(2));
    EXPECT_EQ(line.with, (QStringList{QStringLiteral("Oat"), QStringLiteral("Extra shot")}));
    EXPECT_TRUE(readLineWords(QStringLiteral("FLATWHITE"))->with.isEmpty());
    EXPECT_FALSE(readLineWords(QStringLiteral(",with=Oat")));
}

} // namespace
} // namespace crema::presenters
