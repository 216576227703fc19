// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/cash_rounding.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

std::int64_t due(QStringView code, std::int64_t minor, QStringView country = {})
{
    const Currency currency = testing::currency(code);
    return CashRounding::of(currency, country).roundForCash(Money(minor, currency)).due.minor();
}

TEST(CashRounding, FollowsTheSwissTable)
{
    const std::int64_t expected[] = {100, 100, 100, 105, 105, 105, 105, 105, 110, 110};
    for (std::int64_t i = 0; i < 10; ++i)
        EXPECT_EQ(due(u"CHF", 100 + i), expected[i]) << i;
}

TEST(CashRounding, FollowsEachCountry)
{
    EXPECT_EQ(due(u"SEK", 149), 100);
    EXPECT_EQ(due(u"SEK", 150), 200);
    EXPECT_EQ(due(u"NOK", 150), 200);
    EXPECT_EQ(due(u"DKK", 124), 100);
    EXPECT_EQ(due(u"DKK", 125), 150);
    EXPECT_EQ(due(u"NZD", 105), 100);
    EXPECT_EQ(due(u"NZD", 106), 110);
    EXPECT_EQ(due(u"CZK", 150), 200);
    EXPECT_EQ(due(u"HUF", 1249), 1000);
    EXPECT_EQ(due(u"HUF", 1250), 1500);
    EXPECT_EQ(due(u"AUD", 103), 105);
    EXPECT_EQ(due(u"CAD", 102), 100);
    EXPECT_EQ(due(u"USD", 103), 103);
    EXPECT_EQ(due(u"JPY", 7), 7);
}

TEST(CashRounding, GoesByTheCountryForTheEuro)
{
    EXPECT_EQ(due(u"EUR", 1293, u"DE"), 1293);
    EXPECT_EQ(due(u"EUR", 1293), 1293);
    for (const char16_t *country : {u"FI", u"NL", u"BE", u"IE", u"IT", u"SK"})
        EXPECT_EQ(due(u"EUR", 1293, country), 1295);
}

RC_GTEST_PROP(CashRounding, IsWholeCoinsCloseBy, ())
{
    const Money amount = testing::euro(*testing::wireInteger());
    const CashRounding rounding{*rc::gen::element<std::int64_t>(1, 5, 10, 50, 100),
                                *rc::gen::element(Rounding::HalfAwayFromZero, Rounding::HalfTowardsZero)};
    const CashDue cash = rounding.roundForCash(amount);
    RC_ASSERT(cash.due.minor() % rounding.increment == 0);
    RC_ASSERT(cash.due - cash.difference == amount);
    RC_ASSERT(2 * std::abs(cash.difference.minor()) <= rounding.increment);
    RC_ASSERT(rounding.roundForCash(-amount).due == -cash.due);
    RC_ASSERT(rounding.roundForCash(cash.due).difference.isZero());
}

} // namespace
} // namespace crema
