// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/money/denominations.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

const Currency euro = testing::currency(u"EUR");

RC_GTEST_PROP(Denominations, HandOutAddsUpToTheChange, ())
{
    const auto minor = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
    std::int64_t sum = 0;
    for (const HandOut &piece : handOut(Money(minor, euro))) {
        RC_ASSERT(piece.count > 0);
        sum += piece.count * piece.piece.minor();
    }
    RC_ASSERT(sum == minor);
}

RC_GTEST_PROP(Denominations, QuickAmountsBeginExactAndGrow, ())
{
    const auto minor = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
    const QList<Money> amounts = quickAmounts(Money(minor, euro));
    RC_ASSERT(amounts.first().minor() == minor);
    RC_ASSERT(amounts.size() <= 4);
    for (qsizetype i = 1; i < amounts.size(); ++i) {
        RC_ASSERT(amounts.at(i - 1) < amounts.at(i));
        RC_ASSERT(amounts.at(i).minor() % 500 == 0);
    }
}

TEST(Denominations, FollowTheMock)
{
    const QList<Money> amounts = quickAmounts(Money(3855, euro));
    EXPECT_EQ(amounts, (QList<Money>{Money(3855, euro), Money(4000, euro), Money(5000, euro), Money(10000, euro)}));
    EXPECT_TRUE(handOut(Money(0, euro)).isEmpty());
}

TEST(Denominations, KnowTheLargestNote)
{
    EXPECT_EQ(largestNote(euro), Money(20'000, euro));
    EXPECT_EQ(largestNote(testing::currency(u"JPY")).minor(), 10'000);
    EXPECT_EQ(largestNote(testing::currency(u"HUF")).minor(), 50'000'000);
}

} // namespace
} // namespace crema
