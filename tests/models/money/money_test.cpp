// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/allocation.h"
#include "models/money/checked.h"
#include "models/money/price.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <numeric>

namespace crema {
namespace {

using testing::currency;
using testing::euro;

std::vector<std::int64_t> minors(const std::vector<Money> &parts)
{
    std::vector<std::int64_t> result;
    for (const Money &part : parts)
        result.push_back(part.minor());
    return result;
}

TEST(Money, AddsAndComparesOneCurrency)
{
    EXPECT_EQ(euro(250) + euro(-300), euro(-50));
    EXPECT_EQ(euro(250) - euro(300), euro(-50));
    EXPECT_EQ(-euro(7), euro(-7));
    EXPECT_LT(euro(1), euro(2));
    EXPECT_NE(euro(1), Money(1, currency(u"USD")));
}

TEST(MoneyDeathTest, RefusesToMixCurrenciesAndToOverflow)
{
    const Money dollar(1, currency(u"USD"));
    EXPECT_DEATH((void)(euro(1) + dollar), "two currencies");
    EXPECT_DEATH((void)(euro(1) < dollar), "two currencies");
    EXPECT_DEATH((void)(euro(std::numeric_limits<std::int64_t>::max()) + euro(1)), "64 bits");
    EXPECT_DEATH((void)(euro(std::numeric_limits<std::int64_t>::min()) - euro(1)), "64 bits");
}

TEST(CheckedSum, AnswersNothingForWhatCannotBeAdded)
{
    const Currency eur = currency(u"EUR");
    EXPECT_EQ(checkedSum({}, eur), euro(0));
    const std::vector<Money> good{euro(1), euro(-5), euro(10)};
    EXPECT_EQ(checkedSum(good, eur), euro(6));
    const std::vector<Money> mixed{euro(1), Money(1, currency(u"USD"))};
    EXPECT_FALSE(checkedSum(mixed, eur));
    const std::vector<Money> large{euro(maxMinor), euro(1)};
    EXPECT_FALSE(checkedSum(large, eur));
    EXPECT_FALSE(
        checkedAdd(euro(std::numeric_limits<std::int64_t>::max()), euro(std::numeric_limits<std::int64_t>::max())));
}

TEST(DivideRounded, FollowsEachRule)
{
    struct Case {
        Rounding rounding;
        std::int64_t expected[7]; // of -25, -24, -5, 0, 5, 15, 26 tenths
    };
    const Case cases[] = {
        {Rounding::HalfAwayFromZero, {-3, -2, -1, 0, 1, 2, 3}},
        {Rounding::HalfToEven, {-2, -2, 0, 0, 0, 2, 3}},
        {Rounding::HalfTowardsZero, {-2, -2, 0, 0, 0, 1, 3}},
        {Rounding::Down, {-2, -2, 0, 0, 0, 1, 2}},
        {Rounding::Up, {-3, -3, -1, 0, 1, 2, 3}},
        {Rounding::Floor, {-3, -3, -1, 0, 0, 1, 2}},
        {Rounding::Ceiling, {-2, -2, 0, 0, 1, 2, 3}},
    };
    const int tenths[] = {-25, -24, -5, 0, 5, 15, 26};
    for (const Case &each : cases) {
        for (size_t i = 0; i < std::size(tenths); ++i)
            EXPECT_EQ(divideRounded(tenths[i], 10, each.rounding), each.expected[i]) << tenths[i];
    }
}

TEST(DivideRounded, SeesTheHalfOfOddDenominators)
{
    EXPECT_EQ(divideRounded(1, 3, Rounding::HalfAwayFromZero), 0);
    EXPECT_EQ(divideRounded(2, 3, Rounding::HalfAwayFromZero), 1);
    EXPECT_EQ(divideRounded(-2, 3, Rounding::HalfTowardsZero), -1);
    const auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(divideRounded(Int128(most) * most, most, Rounding::HalfToEven), most);
    EXPECT_FALSE(checkedDivideRounded(Int128(most) * 3, 2, Rounding::Down));
}

RC_GTEST_PROP(DivideRounded, IsWithinHalfAUnit, ())
{
    const auto numerator = *testing::wireInteger();
    const auto denominator = *rc::gen::inRange<std::int64_t>(1, 100'000);
    for (const Rounding rounding : {Rounding::HalfAwayFromZero, Rounding::HalfToEven, Rounding::HalfTowardsZero}) {
        const Int128 off = Int128(divideRounded(numerator, denominator, rounding)) * denominator - numerator;
        RC_ASSERT(2 * (off < 0 ? -off : off) <= denominator);
        if (rounding != Rounding::HalfToEven)
            RC_ASSERT(divideRounded(-Int128(numerator), denominator, rounding) ==
                      -divideRounded(numerator, denominator, rounding));
    }
}

TEST(Price, RoundsOnlyTheExtendedLine)
{
    EXPECT_EQ(*(Price{euro(2490), 1000}.extended(Quantity(250))), euro(623)); // 622.5
    EXPECT_EQ(*(Price{euro(2490), 1000}.extended(Quantity(-250))), euro(-623));
    EXPECT_EQ(*(Price{euro(2490), 1000}.extended(Quantity(250), Rounding::Down)), euro(622));
    EXPECT_EQ(*(Price{euro(208)}.extended(Quantity(80'995))), euro(16'846'960));
    // 0.001 per piece, as the UCI data has it: 0.1 minor units.
    EXPECT_EQ(*(Price{euro(100), 1000}.extended(Quantity(80'995))), euro(8'100));
}

TEST(Price, RefusesWhatCannotBeWritten)
{
    const auto result = Price{euro(maxMinor), 1}.extended(Quantity(2));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, QStringLiteral("money.overflow"));
    EXPECT_EQ(*(Price{euro(maxMinor), 2}.extended(Quantity(2))), euro(maxMinor));
    EXPECT_FALSE((Price{euro(std::numeric_limits<std::int64_t>::max())}.extended(Quantity(Quantity::maxLine))));
}

TEST(Allocate, GivesTheLeftUnitsToTheLargestRemainders)
{
    const std::vector<std::int64_t> weights{1, 1, 1};
    EXPECT_EQ(minors(allocate(euro(100), weights)), (std::vector<std::int64_t>{34, 33, 33}));
    EXPECT_EQ(minors(allocate(euro(-100), weights)), (std::vector<std::int64_t>{-34, -33, -33}));
    const std::vector<std::int64_t> uneven{50, 0, 30, 20};
    EXPECT_EQ(minors(allocate(euro(5), uneven)), (std::vector<std::int64_t>{3, 0, 1, 1}));
    const std::vector<std::int64_t> later{1, 2};
    EXPECT_EQ(minors(allocate(euro(1), later)), (std::vector<std::int64_t>{0, 1}));
}

TEST(Allocate, SplitsEvenlyWhenNoPartHasWeight)
{
    const std::vector<std::int64_t> weights{0, 0};
    EXPECT_EQ(minors(allocate(euro(3), weights)), (std::vector<std::int64_t>{2, 1}));
    EXPECT_TRUE(allocate(euro(0), {}).empty());
}

TEST(AllocateDeathTest, RefusesANegativeWeightAndALostWhole)
{
    const std::vector<std::int64_t> weights{1, -1};
    EXPECT_DEATH((void)allocate(euro(1), weights), "weight");
    EXPECT_DEATH((void)allocate(euro(1), {}), "isZero");
}

RC_GTEST_PROP(Allocate, PartsSumToTheWholeAndKeepToTheirShare, ())
{
    const auto whole = *testing::wireInteger();
    const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::weightedOneOf<std::int64_t>({{1, rc::gen::just<std::int64_t>(0)},
                                              {4, rc::gen::inRange<std::int64_t>(0, 10'000)},
                                              {1, rc::gen::inRange<std::int64_t>(0, json::maxInteger)}})));
    const auto parts = minors(allocate(euro(whole), weights));
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t(0)) == whole);

    Int128 total = 0;
    for (const std::int64_t weight : weights)
        total += weight;
    if (total == 0)
        return;
    for (size_t i = 0; i < parts.size(); ++i) {
        const Int128 off = Int128(parts[i]) * total - Int128(whole) * weights[i];
        RC_ASSERT((off < 0 ? -off : off) < total);
        RC_ASSERT(weights[i] != 0 || parts[i] == 0);
    }
}

} // namespace
} // namespace crema
