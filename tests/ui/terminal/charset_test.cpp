// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cells/charset.h"

#include <gtest/gtest.h>

using namespace crema::terminal;

TEST(Charset, IsReadFromTheLocaleAndFromTheOption)
{
    EXPECT_EQ(charsetOfCodeset(u"UTF-8"), Charset::Utf8);
    EXPECT_EQ(charsetOfCodeset(u"ISO-8859-1"), Charset::Latin1);
    EXPECT_EQ(charsetOfCodeset(u"ISO-8859-7"), Charset::Ascii) << "Greek bytes are not Latin-1";
    EXPECT_EQ(charsetOfCodeset(u"ANSI_X3.4-1968"), Charset::Ascii);
    EXPECT_EQ(charsetFromName(u"latin1"), Charset::Latin1);
    EXPECT_EQ(charsetFromName(u"auto"), std::nullopt);
}

TEST(Transliteration, WritesEveryLetterInAscii)
{
    EXPECT_EQ(transliterated(u"Café Crème 1,50 €", Charset::Ascii), QStringLiteral("Cafe Creme 1,50 EUR"));
    EXPECT_EQ(transliterated(u"Cafe\u0301", Charset::Ascii), QStringLiteral("Cafe"));
    EXPECT_EQ(transliterated(u"Ёлка Щука", Charset::Ascii), QStringLiteral("Elka Shchuka"));
    EXPECT_EQ(transliterated(u"Ελλάς", Charset::Ascii), QStringLiteral("Ellas"));
    EXPECT_EQ(transliterated(u"Łódź straße", Charset::Ascii), QStringLiteral("Lodz strasse"));
}

TEST(Transliteration, KeepsWhatLatin1Has)
{
    EXPECT_EQ(transliterated(u"Café 2 × 1 kg – 3 €", Charset::Latin1), QStringLiteral("Café 2 × 1 kg - 3 EUR"));
    EXPECT_EQ(transliterated(u"Cafe\u0301", Charset::Latin1), QStringLiteral("Café"));
}

TEST(Transliteration, NeverLeavesABlankName)
{
    EXPECT_EQ(nameOrCode(u"珈琲豆", u"SKU-7", Charset::Ascii), QStringLiteral("SKU-7"));
    EXPECT_EQ(nameOrCode(u"珈琲豆", u"SKU-7", Charset::Utf8), QStringLiteral("珈琲豆"));
    EXPECT_EQ(nameOrCode(u"Espresso 豆", u"SKU-7", Charset::Ascii), QStringLiteral("Espresso ?"));
}
