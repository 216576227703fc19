// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/valkey/valkey_rate_limits.h"
#include "tests/platform/valkey/valkey_fixture.h"
#include "tests/testing/seeded_randomness.h"

namespace crema::testing {
namespace {

using platform::LimitTime;
using platform::ValkeyRateLimits;

http::Limits limitsOf(std::int64_t clientMs, std::int64_t addressMs, std::int64_t burstS)
{
    http::Limits limits;
    limits.clientWorkMs = clientMs;
    limits.addressWorkMs = addressMs;
    limits.workBurstS = burstS;
    limits.requestUs = 1'000;
    return limits;
}

/// What holds wherever it is counted. What is shared is exchanged after each charge, as a round does in a moment.
class RateLimitsConformance : public ::testing::TestWithParam<Kept>
{
protected:
    void make(const http::Limits &limits)
    {
        if (GetParam() == Kept::ByTheProcess) {
            rates = std::make_unique<http::ProcessRateLimits>(limits, randomness);
            return;
        }
        server = std::make_unique<ValkeyServer>();
        user = std::make_unique<ValkeyUser>(server->address());
        auto made = std::make_unique<ValkeyRateLimits>(limits, user->valkey, user->keys, LimitTime::OfCaller);
        shared = made.get();
        rates = std::move(made);
    }

    void settle()
    {
        if (shared) {
            shared->exchange();
            ASSERT_TRUE(user->valkey.isUp());
        }
    }

    void charge(const http::RateLimits::Sender &sender, std::int64_t busyUs, std::int64_t nowMs)
    {
        rates->charge(sender, busyUs, nowMs);
        settle();
    }

    SeededRandomness randomness;
    std::unique_ptr<ValkeyServer> server;
    std::unique_ptr<ValkeyUser> user;
    std::unique_ptr<http::RateLimits> rates;
    ValkeyRateLimits *shared = nullptr;
    const QString shop = QStringLiteral("203.0.113.9");
};

INSTANTIATE_TEST_SUITE_P(All, RateLimitsConformance, ::testing::Values(Kept::ByTheProcess, Kept::InValkey), &nameOf);

TEST_P(RateLimitsConformance, NeverHoldUpWhoAsksOneThingAtATime)
{
    make(limitsOf(2'000, 6'000, 2));
    const auto till = rates->senderOf("token", shop);
    std::int64_t nowMs = 0;
    for (int i = 0; i < 1'000; ++i) {
        ASSERT_EQ(rates->waitMs(till, nowMs), 0) << i;
        const std::int64_t busyMs = i % 7 == 0 ? 2'000 : 1;
        nowMs += busyMs;
        charge(till, busyMs * 1'000, nowMs);
    }
}

TEST_P(RateLimitsConformance, AskWhoHasUsedItsShareToWaitAndNobodyElse)
{
    make(limitsOf(1'000, 10'000, 5));
    const auto greedy = rates->senderOf("greedy", shop);
    charge(greedy, 4'999'000, 0);
    EXPECT_EQ(rates->waitMs(greedy, 0), 0) << "all of its store, with the request itself";
    charge(greedy, 2'000'000, 0);
    EXPECT_EQ(rates->waitMs(greedy, 0), 2'001);
    settle();
    EXPECT_EQ(rates->waitMs(greedy, 1'500), 501);
    charge(greedy, 9'000, 1'500);
    EXPECT_EQ(rates->waitMs(greedy, 1'500), 511);
    EXPECT_EQ(rates->waitMs(greedy, 2'011), 0);
    for (const char *other : {"other", ""}) {
        EXPECT_EQ(rates->waitMs(rates->senderOf(other, shop), 2'011), 0) << other;
        settle();
        EXPECT_EQ(rates->waitMs(rates->senderOf(other, shop), 2'011), 0) << other;
    }
}

TEST_P(RateLimitsConformance, BindAllClientsOfAnAddressTogether)
{
    make(limitsOf(1'000, 2'000, 1));
    for (int i = 0; i < 10; ++i)
        charge(rates->senderOf(QByteArray::number(i), shop), 500'000, 0);
    EXPECT_GT(rates->waitMs(rates->senderOf("new", shop), 0), 0);
    EXPECT_EQ(rates->waitMs(rates->senderOf("new", QStringLiteral("203.0.113.10")), 0), 0);
    for (const char *here : {"127.0.0.1", "::1"}) {
        const QString address = QString::fromLatin1(here);
        for (int i = 0; i < 10; ++i)
            charge(rates->senderOf(QByteArray::number(i), address), 50'000, 0);
        EXPECT_EQ(rates->waitMs(rates->senderOf("newer", address), 0), 0) << here;
    }
}

/// Whoever comes with a new token each time does not make the door forget who has used its share.
TEST_P(RateLimitsConformance, RememberTheGreedyAmongManyNewSenders)
{
    make(limitsOf(1, 0, 1));
    const auto greedy = rates->senderOf("greedy", shop);
    for (int i = 0; i < 90'000; ++i) {
        if (i % 1'000 == 0)
            charge(greedy, 1'000'000, 0);
        rates->charge(rates->senderOf(QByteArray::number(i), shop), 0, 0);
    }
    settle();
    EXPECT_GT(rates->waitMs(greedy, 0), 80'000'000);
}

TEST_P(RateLimitsConformance, OfZeroAreNone)
{
    make(limitsOf(0, 0, 1));
    const auto sender = rates->senderOf("token", shop);
    charge(sender, 1'000'000'000, 0);
    EXPECT_EQ(rates->waitMs(sender, 0), 0);
}

/// Two processes with one server, by its clock as in earnest.
class SharedRates : public ::testing::Test
{
protected:
    struct Process {
        explicit Process(const ValkeyServer &server)
            : user(server.address()), rates(limitsOf(1, 1, 1), user.valkey, user.keys)
        {}

        ValkeyUser user;
        ValkeyRateLimits rates;
    };

    ValkeyServer server;
    Process first{server};
    Process second{server};
    const QString shop = QStringLiteral("203.0.113.9");
};

TEST_F(SharedRates, WhatOneProcessCountedHoldsAtTheOther)
{
    const auto greedy = first.rates.senderOf("a token", shop);
    first.rates.charge(greedy, 60'000'000, 0);
    first.rates.exchange();
    const auto there = second.rates.senderOf("a token", shop);
    EXPECT_EQ(there.client, greedy.client);
    EXPECT_EQ(second.rates.waitMs(there, 0), 0) << "it has not asked yet";
    second.rates.exchange();
    EXPECT_GT(second.rates.waitMs(there, 0), 50'000'000) << "and now it has, without counting anything itself";
    second.rates.charge(second.rates.senderOf("another", QStringLiteral("203.0.113.10")), 0, 0);
    second.rates.exchange();
    EXPECT_EQ(second.rates.waitMs(second.rates.senderOf("another", QStringLiteral("203.0.113.10")), 0), 0);
}

TEST_F(SharedRates, HideWhoItIsAndForgetThem)
{
    first.rates.charge(first.rates.senderOf("a token", shop), 1'000'000, 0);
    first.rates.exchange();
    const auto keys = server.keys();
    EXPECT_EQ(keys.size(), 2);
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        EXPECT_TRUE(key.key().startsWith("crema:{")) << key.key().constData();
        EXPECT_FALSE(key.key().contains("token") || key.key().contains("203.0")) << key.key().constData();
        EXPECT_GT(key.value(), 0) << "it goes by itself";
        EXPECT_LE(key.value(), 1'002'000);
    }
}

TEST_F(SharedRates, EachGoesOnByItselfWhileTheServerIsAway)
{
    server.kill();
    const auto greedy = first.rates.senderOf("a token", shop);
    first.rates.charge(greedy, 60'000'000, 0);
    first.rates.exchange();
    EXPECT_FALSE(first.user.valkey.isUp());
    EXPECT_GT(first.rates.waitMs(greedy, 0), 50'000'000);
    for (int i = 0; i < 1'000; ++i)
        first.rates.charge(greedy, 1'000'000, 0);
    server.start();
    first.user.valkey.start();
    first.user.waitUntilUp(true);
    first.rates.exchange();
    EXPECT_TRUE(server.keys().isEmpty()) << "what was counted meanwhile is not told as if it were of now";
    first.rates.charge(greedy, 1'000, 1'100'000'000);
    first.rates.exchange();
    EXPECT_EQ(server.keys().size(), 2);
}

} // namespace
} // namespace crema::testing
