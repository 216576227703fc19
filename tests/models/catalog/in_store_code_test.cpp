// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/barcode.h"
#include "models/catalog/in_store_code.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

QString withCheckDigit(const QString &body)
{
    return body + QString::number(gtinCheckDigit(body));
}

const QList<InStoreLayout> layouts{
    {QStringLiteral("28"), 5, false, 5, InStoreValue::Weight, 1},
    {QStringLiteral("22"), 5, true, 4, InStoreValue::Price, 1},
    {QStringLiteral("23"), 4, true, 5, InStoreValue::Price, 1},
    {QStringLiteral("29"), 5, false, 5, InStoreValue::Count, 1000},
};

QString codeOf(const QString &text)
{
    const auto read = readInStoreCode(text, layouts);
    return !read ? QStringLiteral("none") : *read ? QString() : read->error().code;
}

TEST(InStoreCode, ReadsTheWeightOfAScale)
{
    const auto read = readInStoreCode(withCheckDigit(QStringLiteral("280123400755")), layouts);
    ASSERT_TRUE(read && *read);
    EXPECT_EQ(**read, (InStoreCode{QStringLiteral("01234"), InStoreValue::Weight, 755}));
}

TEST(InStoreCode, DividesTheValue)
{
    EXPECT_EQ((*readInStoreCode(withCheckDigit(QStringLiteral("290000712000")), layouts))->value, 12);
    EXPECT_EQ(codeOf(withCheckDigit(QStringLiteral("290000712345"))), QStringLiteral("in_store.value"));
}

TEST(InStoreCode, ChecksTheInnerDigitOfPrices)
{
    // The examples of the GS1 General Specifications, section 7.9: 2875 has the digit 9, 14685 has 6.
    EXPECT_EQ(innerCheckDigit(u"2875"), 9);
    EXPECT_EQ(innerCheckDigit(u"14685"), 6);
    EXPECT_FALSE(innerCheckDigit(u"123"));
    EXPECT_EQ((*readInStoreCode(withCheckDigit(QStringLiteral("220123492875")), layouts))->value, 2875);
    EXPECT_EQ((*readInStoreCode(withCheckDigit(QStringLiteral("231234614685")), layouts))->value, 14685);
    EXPECT_EQ(codeOf(withCheckDigit(QStringLiteral("220123482875"))), QStringLiteral("in_store.check_digit"));
}

TEST(InStoreCode, RefusesWhatWasReadWrongly)
{
    QString code = withCheckDigit(QStringLiteral("280123400755"));
    code[12] = code[12] == u'0' ? u'1' : u'0';
    EXPECT_EQ(codeOf(code), QStringLiteral("barcode.check_digit"));
    EXPECT_EQ(codeOf(withCheckDigit(QStringLiteral("280123400000"))), QStringLiteral("in_store.value"));
}

TEST(InStoreCode, LeavesOtherCodesAlone)
{
    for (const char16_t *text : {u"4006381333931", u"2701234007554", u"28012340075", u"28ABCDE007554", u""})
        EXPECT_EQ(codeOf(QString::fromUtf16(text)), QStringLiteral("none"));
}

TEST(InStoreLayout, DescribesThirteenDigits)
{
    for (const InStoreLayout &layout : layouts)
        EXPECT_TRUE(checkedLayout(layout));
    for (const InStoreLayout &layout :
         {InStoreLayout{QStringLiteral("28"), 5, true, 5}, InStoreLayout{QStringLiteral("30")}, InStoreLayout{{}, 7},
          InStoreLayout{QStringLiteral("2x")}, InStoreLayout{QStringLiteral("28"), 10, false, 0},
          InStoreLayout{QStringLiteral("28"), 5, false, 5, InStoreValue::Weight, 0},
          InStoreLayout{QStringLiteral("22"), 3, true, 6}})
        EXPECT_FALSE(checkedLayout(layout));
}

} // namespace
} // namespace crema
