// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/rate_limits.h"
#include "tests/platform/http/door_fixture.h"

#include <QFile>

namespace crema::testing {
namespace {

http::Limits limitsOf(std::int64_t clientMs, std::int64_t addressMs, std::int64_t burstS)
{
    http::Limits limits;
    limits.clientWorkMs = clientMs;
    limits.addressWorkMs = addressMs;
    limits.workBurstS = burstS;
    limits.requestUs = 1'000;
    return limits;
}

class RateLimitsTest : public ::testing::Test
{
protected:
    platform::SystemRandomness randomness;
    const QString shop = QStringLiteral("203.0.113.9");
};

TEST_F(RateLimitsTest, NeverHoldUpWhoAsksOneThingAtATime)
{
    http::ProcessRateLimits rates(limitsOf(2'000, 6'000, 2), randomness);
    const auto till = rates.senderOf("token", shop);
    std::int64_t nowMs = 0;
    for (int i = 0; i < 10'000; ++i) {
        ASSERT_EQ(rates.waitMs(till, nowMs), 0) << i;
        const std::int64_t busyMs = i % 7 == 0 ? 2'000 : 1;
        nowMs += busyMs;
        rates.charge(till, busyMs * 1'000, nowMs);
    }
}

TEST_F(RateLimitsTest, AskWhoHasUsedItsShareToWaitAndNobodyElse)
{
    http::ProcessRateLimits rates(limitsOf(1'000, 10'000, 5), randomness);
    const auto greedy = rates.senderOf("greedy", shop);
    rates.charge(greedy, 4'999'000, 0);
    EXPECT_EQ(rates.waitMs(greedy, 0), 0) << "all of its store, with the request itself";
    rates.charge(greedy, 2'000'000, 0);
    EXPECT_EQ(rates.waitMs(greedy, 0), 2'001);
    EXPECT_EQ(rates.waitMs(greedy, 1'500), 501);
    EXPECT_EQ(rates.waitMs(greedy, 2'001), 0);
    EXPECT_EQ(rates.waitMs(rates.senderOf("other", shop), 0), 0);
    EXPECT_EQ(rates.waitMs(rates.senderOf("", shop), 0), 0) << "who has no token is another client";
}

TEST_F(RateLimitsTest, BindAllClientsOfAnAddressTogether)
{
    http::ProcessRateLimits rates(limitsOf(1'000, 2'000, 1), randomness);
    for (int i = 0; i < 10; ++i)
        rates.charge(rates.senderOf(QByteArray::number(i), shop), 500'000, 0);
    EXPECT_GT(rates.waitMs(rates.senderOf("new", shop), 0), 0);
    EXPECT_EQ(rates.waitMs(rates.senderOf("new", QStringLiteral("203.0.113.10")), 0), 0);
    for (const char *here : {"127.0.0.1", "::1"}) {
        const QString address = QString::fromLatin1(here);
        for (int i = 0; i < 10; ++i)
            rates.charge(rates.senderOf(QByteArray::number(i), address), 500'000, 0);
        EXPECT_EQ(rates.waitMs(rates.senderOf("new", address), 0), 0) << here;
    }
}

/// Whoever comes with a new token each time does not make the door forget who has used its share.
TEST_F(RateLimitsTest, RememberTheGreedyAmongManyNewSenders)
{
    http::ProcessRateLimits rates(limitsOf(1, 0, 1), randomness);
    const auto greedy = rates.senderOf("greedy", shop);
    for (int i = 0; i < 90'000; ++i) {
        if (i % 1'000 == 0)
            rates.charge(greedy, 1'000'000, 0);
        rates.charge(rates.senderOf(QByteArray::number(i), shop), 0, 0);
    }
    EXPECT_GT(rates.waitMs(greedy, 0), 80'000'000);
}

TEST_F(RateLimitsTest, OfZeroAreNone)
{
    http::ProcessRateLimits rates(limitsOf(0, 0, 1), randomness);
    const auto sender = rates.senderOf("token", shop);
    rates.charge(sender, 1'000'000'000, 0);
    EXPECT_EQ(rates.waitMs(sender, 0), 0);
}

using DoorRatesTest = DoorTest;

TEST_F(DoorRatesTest, AnswersWhoAskedTooMuchWithTheTimeToWait)
{
    http::Limits limits;
    limits.clientWorkMs = 1;
    limits.workBurstS = 1;
    limits.requestUs = 400;
    open(limits);
    const auto asked = [](const QByteArray &token) {
        return "GET /things/a HTTP/1.1\r\nHost: crema\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    };
    QByteArray answer;
    int heard = 0;
    for (; heard < 10; ++heard) {
        answer = exchange(asked("one"));
        if (statusOfAnswer(answer) != 200)
            break;
    }
    EXPECT_GE(heard, 1);
    EXPECT_LE(heard, 3);
    EXPECT_EQ(statusOfAnswer(answer), 429);
    EXPECT_GE(headerOfAnswer(answer, "Retry-After").toInt(), 1);
    EXPECT_TRUE(answer.contains("request.rate_limited"));
    EXPECT_EQ(statusOfAnswer(exchange(asked("another"))), 200);
}

/// Behind a proxy the sender is who the proxy says, and nobody else may say so.
TEST_F(DoorRatesTest, KnowsTheSenderBehindAProxy)
{
    proxies = *http::AddressRanges::fromText(QStringLiteral("127.0.0.1"));
    open();
    EXPECT_EQ(bodyOfAnswer(exchange("GET /sender HTTP/1.1\r\nHost: crema\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n")),
              "203.0.113.9");
    EXPECT_EQ(bodyOfAnswer(exchange(get("/sender"))), "127.0.0.1");
}

/// One sender has one name and one share, whichever way the door listens.
TEST_F(DoorRatesTest, NamesASenderOfIpv4AlikeWhereTheDoorListensOnBoth)
{
    if (!QFile::exists(QStringLiteral("/proc/net/if_inet6")))
        GTEST_SKIP() << "this machine has no IPv6";
    open({}, QStringLiteral("[::]:0"));
    EXPECT_EQ(bodyOfAnswer(exchange(get("/sender"))), "127.0.0.1");
}

TEST_F(DoorRatesTest, BelievesNobodyWhereNoProxyIsNamed)
{
    open();
    EXPECT_EQ(bodyOfAnswer(exchange("GET /sender HTTP/1.1\r\nHost: crema\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n")),
              "127.0.0.1");
}

} // namespace
} // namespace crema::testing
