// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/money_text.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>

#include <limits>

namespace crema {
namespace {

using testing::currency;
using testing::euro;

std::string formatted(Money money, const char *locale, QStringView store = u"EUR")
{
    return formatMoney(money, QLocale(QString::fromLatin1(locale)), currency(store)).toStdString();
}

TEST(PlainMoney, HasAsManyDigitsAsTheCurrency)
{
    EXPECT_EQ(plainMoney(euro(-1250)), QStringLiteral("-12.50 EUR"));
    EXPECT_EQ(plainMoney(euro(5)), QStringLiteral("0.05 EUR"));
    EXPECT_EQ(plainMoney(Money(1250, currency(u"JPY"))), QStringLiteral("1250 JPY"));
    EXPECT_EQ(plainMoney(Money(-5, currency(u"KWD"))), QStringLiteral("-0.005 KWD"));
    EXPECT_EQ(plainMoney(Money(12345, currency(u"CLF"))), QStringLiteral("1.2345 CLF"));
    EXPECT_EQ(plainAmount(euro(std::numeric_limits<std::int64_t>::min())), QStringLiteral("-92233720368547758.08"));
}

TEST(FormatMoney, FollowsTheLocale)
{
    EXPECT_EQ(formatted(euro(123456), "de_DE"), "1.234,56\u00a0€");
    EXPECT_EQ(formatted(euro(123456), "en_IE"), "€1,234.56");
    EXPECT_EQ(formatted(Money(123456, currency(u"USD")), "en_US", u"USD"), "$1,234.56");
    EXPECT_EQ(formatted(Money(1234, currency(u"JPY")), "ja_JP", u"JPY").find('.'), std::string::npos);
}

TEST(FormatMoney, GroupsEveryThousandAlsoWhereShortNumbersStayWhole)
{
    EXPECT_EQ(formatted(euro(123456), "pl_PL"), "1234,56\u00a0€");
    EXPECT_EQ(formatted(euro(123456789), "pl_PL"), "1\u00a0234\u00a0567,89\u00a0€");
}

TEST(FormatMoney, PutsTheMinusBeforeEverythingAndNeverParentheses)
{
    EXPECT_EQ(formatted(euro(-1250), "de_DE"), "\u221212,50\u00a0€");
    EXPECT_EQ(formatted(euro(-1250), "en_IE"), "\u2212€12.50");
    EXPECT_EQ(formatted(Money(-1250, currency(u"USD")), "en_US", u"USD"), "\u2212$12.50");
}

TEST(FormatMoney, NamesAnotherCurrencyThanTheStores)
{
    EXPECT_EQ(formatted(Money(1250, currency(u"USD")), "de_DE"), "12,50\u00a0USD");
    EXPECT_EQ(formatted(euro(-1250), "en_US", u"USD"), "\u2212EUR\u00a012.50");
}

TEST(FormatMoney, HoldsNoBlankThatBreaksALine)
{
    for (const char *locale : {"de_DE", "fr_FR", "sv_SE", "pl_PL", "en_ZA", "de_CH", "pt_PT", "C"}) {
        const QString text = formatMoney(euro(-123456789), QLocale(QString::fromLatin1(locale)), currency(u"EUR"));
        EXPECT_FALSE(text.contains(u' ')) << text.toStdString();
        EXPECT_TRUE(text.startsWith(u'\u2212')) << text.toStdString();
    }
}

TEST(FormatAmount, LeavesTheCurrencyOut)
{
    EXPECT_EQ(formatAmount(euro(-123456), QLocale(QStringLiteral("de_DE"))), QStringLiteral("\u22121.234,56"));
}

} // namespace
} // namespace crema
