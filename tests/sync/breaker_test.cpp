// SPDX-License-Identifier: GPL-3.0-or-later
// sync.md rule 22: a breaker for each address, a probe at a time, few second attempts.
#include "sync/rest/platform_addresses.h"
#include "sync/rest/retry_budget.h"

#include <gtest/gtest.h>

namespace crema::sync {
namespace {

const QUrl first(QStringLiteral("https://one.example"));
const QUrl second(QStringLiteral("https://two.example"));

TEST(Breaker, OpensAfterFiveFailuresInARow)
{
    Breaker breaker;
    for (int failure = 0; failure < 4; ++failure)
        breaker.failed(1'000);
    EXPECT_FALSE(breaker.isOpen());
    breaker.failed(1'000);
    EXPECT_TRUE(breaker.isOpen());
    breaker.succeeded();
    EXPECT_FALSE(breaker.isOpen());
    EXPECT_EQ(breaker.failures(), 0);
}

TEST(Breaker, OpensWhenHalfOfTwentyFailed)
{
    Breaker breaker;
    for (int exchange = 0; exchange < 9; ++exchange) {
        breaker.failed(0);
        breaker.succeeded();
    }
    breaker.succeeded();
    EXPECT_FALSE(breaker.isOpen()) << "19 are not yet a window";
    breaker.failed(0);
    EXPECT_TRUE(breaker.isOpen());
    breaker.succeeded();
    EXPECT_FALSE(breaker.isOpen());
    breaker.failed(0);
    EXPECT_FALSE(breaker.isOpen()) << "what was before the probe does not count any more";
}

TEST(Breaker, WaitsLongerWithEachFailureAndAMinuteAtMost)
{
    Breaker breaker;
    for (const std::int64_t pause : {5'000, 10'000, 20'000, 40'000, 60'000, 60'000}) {
        breaker.failed(100);
        EXPECT_EQ(breaker.probeAtMs(), 100 + pause);
    }
    EXPECT_FALSE(breaker.isHealthy(60'099));
    EXPECT_TRUE(breaker.isHealthy(60'100));
    breaker.began(60'100); // the probe is on its way: no second one beside it
    EXPECT_FALSE(breaker.isHealthy(60'101));
}

TEST(PlatformAddresses, PrefersTheFirstThatIsHealthy)
{
    PlatformAddresses addresses({first, second, first});
    ASSERT_EQ(addresses.urls(), QList({first, second}));
    EXPECT_EQ(addresses.choose(0, {}), 0);
    addresses.ended(0, false, 0);
    EXPECT_EQ(addresses.choose(1, {}), 1);
    EXPECT_EQ(addresses.choose(5'000, {}), 0) << "it is looked at again";
    addresses.ended(0, true, 5'000);
    EXPECT_EQ(addresses.choose(5'001, {}), 0);
}

TEST(PlatformAddresses, HasAlwaysOneForAFirstTryAndNoOpenOneForASecond)
{
    PlatformAddresses addresses({first, second});
    for (int failure = 0; failure < Breaker::failuresInARow; ++failure) {
        addresses.ended(0, false, 0);
        addresses.ended(1, false, 10);
    }
    EXPECT_EQ(addresses.choose(20, {}), 0) << "the one that is due first";
    EXPECT_FALSE(addresses.choose(20, {0}));
    EXPECT_EQ(addresses.choose(60'010, {0}), 1);
    EXPECT_FALSE(addresses.choose(60'010, {0, 1}));
}

TEST(PlatformAddresses, AreReadFromASetting)
{
    EXPECT_EQ(readAddresses(QStringLiteral(" https://one.example,\n https://two.example ")), QList({first, second}));
    EXPECT_EQ(readAddresses({}), QList<QUrl>());
    for (const char *bad : {"one.example", "ftp://one.example", "https://", "https://one.example x"})
        EXPECT_FALSE(readAddresses(QString::fromLatin1(bad))) << bad;
}

TEST(RetryBudget, LetsATenthOfTheTrafficBeSecondAttempts)
{
    RetryBudget budget;
    int spent = 0;
    while (budget.spend())
        ++spent;
    EXPECT_EQ(spent, 10) << "what is saved up";
    for (int exchange = 0; exchange < 1'000; ++exchange) {
        budget.earn();
        spent += budget.spend() ? 1 : 0;
    }
    EXPECT_EQ(spent, 110);
}

} // namespace
} // namespace crema::sync
