// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_input.h"
#include "models/money/money_text.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using testing::currency;

std::string read(const char16_t *text, QStringView code = u"EUR", const char *locale = "en_IE")
{
    const auto money = MoneyInput::parse(text, currency(code), QLocale(QString::fromLatin1(locale)));
    return money ? plainAmount(*money).toStdString() : money.error().code.toStdString();
}

std::string readGerman(const char16_t *text, QStringView code = u"EUR")
{
    return read(text, code, "de_DE");
}

TEST(MoneyInput, TakesCommaAndPoint)
{
    for (const char *locale : {"en_IE", "de_DE", "fr_FR"}) {
        EXPECT_EQ(read(u"12,5", u"EUR", locale), "12.50");
        EXPECT_EQ(read(u"12.5", u"EUR", locale), "12.50");
        EXPECT_EQ(read(u" 12 ", u"EUR", locale), "12.00");
        EXPECT_EQ(read(u",5", u"EUR", locale), "0.50");
        EXPECT_EQ(read(u".05", u"EUR", locale), "0.05");
        EXPECT_EQ(read(u"12.", u"EUR", locale), "12.00");
        EXPECT_EQ(read(u"0", u"EUR", locale), "0.00");
        EXPECT_EQ(read(u"0012", u"EUR", locale), "12.00");
    }
}

TEST(MoneyInput, GroupsOnlyAsTheLocaleDoesIt)
{
    EXPECT_EQ(read(u"1,005"), "1005.00");
    EXPECT_EQ(read(u"1.005"), "money.decimals");
    EXPECT_EQ(readGerman(u"1.005"), "1005.00");
    EXPECT_EQ(readGerman(u"1,005"), "money.decimals");
    EXPECT_EQ(read(u"1.005", u"EUR", "fr_FR"), "money.decimals");
    EXPECT_EQ(read(u"1,005", u"EUR", "fr_FR"), "money.decimals");

    EXPECT_EQ(readGerman(u"1.234,50"), "1234.50");
    EXPECT_EQ(read(u"1,234.50"), "1234.50");
    EXPECT_EQ(read(u"1.234,50"), "money.input");
    EXPECT_EQ(readGerman(u"1,234.50"), "money.input");
    EXPECT_EQ(read(u"1'234.50"), "1234.50");
    EXPECT_EQ(read(u"1\u00a0234,50"), "1234.50");
    EXPECT_EQ(readGerman(u"1.234.567"), "1234567.00");
    EXPECT_EQ(read(u"1.234.567"), "money.input");
    EXPECT_EQ(read(u"12,345,678.9"), "12345678.90");
    EXPECT_EQ(read(u"12,34"), "12.34");
    EXPECT_EQ(read(u"1234,567"), "money.decimals");
    EXPECT_EQ(read(u"1.234", u"KWD"), "1.234");
    EXPECT_EQ(read(u"1,234", u"JPY"), "1234");
    EXPECT_EQ(read(u"1.234", u"JPY"), "money.decimals");
}

TEST(MoneyInput, Multiplies)
{
    EXPECT_EQ(read(u"3*12"), "36.00");
    EXPECT_EQ(read(u"3 * 12,50"), "37.50");
    EXPECT_EQ(read(u"3*-1"), "-3.00");
    EXPECT_EQ(read(u"3*4*5"), "money.input");
    EXPECT_EQ(read(u"1.5*2"), "money.input");
    EXPECT_EQ(read(u"*2"), "money.input");
    EXPECT_EQ(read(u"2*"), "money.input");
}

TEST(MoneyInput, TakesSignsAndCurrencies)
{
    EXPECT_EQ(read(u"-3"), "-3.00");
    EXPECT_EQ(read(u"\u22123,20 €"), "-3.20");
    EXPECT_EQ(read(u"€ 12"), "12.00");
    EXPECT_EQ(read(u"12 eur"), "12.00");
    EXPECT_EQ(read(u"-€5"), "-5.00");
    EXPECT_EQ(read(u"$5"), "money.input");
    EXPECT_EQ(read(u"5 USD"), "money.input");
}

TEST(MoneyInput, NeverRoundsAndNeverGuesses)
{
    EXPECT_EQ(read(u"1234.505"), "money.decimals");
    EXPECT_EQ(read(u"0.505"), "money.decimals");
    EXPECT_EQ(read(u"0,505"), "money.decimals");
    EXPECT_EQ(read(u"1.500"), "money.decimals");
    EXPECT_EQ(read(u"1.2345"), "money.decimals");
    EXPECT_EQ(read(u"12.5", u"JPY"), "money.decimals");
    for (const char16_t *text :
         {u"", u" ", u"-", u".", u",", u"abc", u"1e3", u"12,5,0", u"1.23.456", u"1,2.3,4", u"1 2", u"--1", u"12,5.",
          u"\u0661\u0662", u"0x10", u"1..2", u"1234.567,8.9", u"4006381333931;", u"12-"})
        EXPECT_EQ(read(text), "money.input") << QString::fromUtf16(text).toStdString();
}

TEST(MoneyInput, RefusesWhatDoesNotFit)
{
    EXPECT_EQ(read(u"90071992547409.91"), "90071992547409.91");
    EXPECT_EQ(read(u"90071992547409.92"), "money.overflow");
    EXPECT_EQ(read(u"999999999999999999999"), "money.overflow");
    EXPECT_EQ(read(u"999999*999999999999"), "money.overflow");
}

RC_GTEST_PROP(MoneyInput, ReadsWhatIsShown, ())
{
    const Money money = testing::euro(*testing::wireInteger());
    for (const char *name : {"de_DE", "en_IE", "fr_FR", "de_CH", "sv_SE", "pl_PL"}) {
        const QLocale locale(QString::fromLatin1(name));
        const QString text = formatMoney(money, locale, money.currency());
        RC_LOG() << text.toStdString();
        RC_ASSERT(MoneyInput::parse(text, money.currency(), locale).value() == money);
        RC_ASSERT(MoneyInput::parse(plainMoney(money), money.currency(), locale).value() == money);
    }
}

} // namespace
} // namespace crema
