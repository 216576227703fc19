// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/valkey_attempt_backoff.h"
#include "tests/platform/valkey/valkey_fixture.h"

namespace crema::testing {
namespace {

using platform::AttemptBackoff;
using platform::LimitTime;
using platform::ValkeyAttemptBackoff;

constexpr AttemptBackoff::Shape shape{2, 1'000, 8'000};

/// What holds wherever failures are counted.
class AttemptBackoffConformance : public ::testing::TestWithParam<Kept>
{
protected:
    void SetUp() override
    {
        if (GetParam() == Kept::ByTheProcess) {
            backoff = platform::makeProcessBackoff("account", shape);
            return;
        }
        server = std::make_unique<ValkeyServer>();
        user = std::make_unique<ValkeyUser>(server->address());
        backoff =
            std::make_unique<ValkeyAttemptBackoff>(user->valkey, user->keys, "account", shape, LimitTime::OfCaller);
    }
    void TearDown() override
    {
        if (user) {
            EXPECT_TRUE(user->valkey.isUp());
        }
    }

    std::int64_t failures(int count, std::int64_t atMs)
    {
        for (int i = 0; i < count; ++i)
            backoff->addFailure(QStringLiteral("a"), atMs);
        return backoff->waitMs(QStringLiteral("a"), atMs);
    }

    std::unique_ptr<ValkeyServer> server;
    std::unique_ptr<ValkeyUser> user;
    std::unique_ptr<AttemptBackoff> backoff;
};

INSTANTIATE_TEST_SUITE_P(All, AttemptBackoffConformance, ::testing::Values(Kept::ByTheProcess, Kept::InValkey),
                         &nameOf);

TEST_P(AttemptBackoffConformance, DoublesTheWaitUpToItsBound)
{
    EXPECT_EQ(failures(2, 1'000), 0);
    EXPECT_EQ(failures(1, 1'010), 1'000);
    EXPECT_EQ(backoff->waitMs(QStringLiteral("a"), 2'009), 1);
    EXPECT_EQ(backoff->waitMs(QStringLiteral("a"), 2'010), 0);
    EXPECT_EQ(failures(1, 3'000), 2'000);
    EXPECT_EQ(failures(100, 5'000), 8'000);
    EXPECT_EQ(backoff->waitMs(QStringLiteral("b"), 5'000), 0) << "somebody else";
}

TEST_P(AttemptBackoffConformance, TellsWhenTheWaitGrew)
{
    QList<int> told;
    for (int i = 0; i < 8; ++i)
        told.append(backoff->addFailure(QStringLiteral("a"), 1'000));
    EXPECT_EQ(told, (QList<int>{0, 0, 3, 4, 5, 6, 0, 0})) << "no more once it has reached its bound";
}

TEST_P(AttemptBackoffConformance, BeginsAnewAfterAQuietHourAndWhenToldTo)
{
    EXPECT_EQ(failures(5, 5'000), 4'000);
    EXPECT_EQ(failures(1, 5'000 + AttemptBackoff::quietMs - 1), 8'000);
    EXPECT_EQ(failures(1, 5'000 + 2 * AttemptBackoff::quietMs), 0) << "after a quiet hour";
    EXPECT_EQ(failures(3, 5'000 + 2 * AttemptBackoff::quietMs), 2'000);
    backoff->forget(QStringLiteral("a"));
    EXPECT_EQ(backoff->waitMs(QStringLiteral("a"), 5'000 + 2 * AttemptBackoff::quietMs), 0);
    EXPECT_EQ(failures(2, 5'000 + 2 * AttemptBackoff::quietMs), 0);
}

/// Two processes with one server, by its clock as in earnest.
class SharedBackoff : public ::testing::Test
{
protected:
    void fail(AttemptBackoff &backoff, int count)
    {
        for (int i = 0; i < count; ++i)
            backoff.addFailure(mailbox, 0);
    }

    static constexpr AttemptBackoff::Shape slow{2, 600'000, 900'000};
    const QString mailbox = QStringLiteral("mina@example.org");
    ValkeyServer server;
    ValkeyUser here{server.address()};
    ValkeyUser there{server.address()};
    ValkeyAttemptBackoff first{here.valkey, here.keys, "account", slow};
    ValkeyAttemptBackoff second{there.valkey, there.keys, "account", slow};
};

TEST_F(SharedBackoff, WhatOneProcessCountedMakesWaitAtTheOther)
{
    fail(first, 2);
    EXPECT_EQ(second.waitMs(mailbox, 0), 0);
    fail(second, 1);
    for (ValkeyAttemptBackoff *each : {&first, &second}) {
        EXPECT_GT(each->waitMs(mailbox, 0), 500'000);
        EXPECT_LE(each->waitMs(mailbox, 0), 600'000);
    }
    ValkeyAttemptBackoff other{there.valkey, there.keys, "device", slow};
    EXPECT_EQ(other.waitMs(mailbox, 0), 0) << "counted for another purpose";
    second.forget(mailbox);
    EXPECT_EQ(first.waitMs(mailbox, 0), 0);
}

TEST_F(SharedBackoff, AnotherPlatformOnTheServerCountsForItself)
{
    fail(first, 9);
    there.keys.setSecret(QByteArrayLiteral("of another platform"));
    EXPECT_EQ(second.waitMs(mailbox, 0), 0);
}

TEST_F(SharedBackoff, HidesWhoItIsAndForgetsThemInAnHour)
{
    fail(first, 1);
    const auto keys = server.keys();
    ASSERT_EQ(keys.size(), 1);
    EXPECT_FALSE(keys.cbegin().key().contains("mina")) << keys.cbegin().key().constData();
    EXPECT_GT(keys.cbegin().value(), 0);
    EXPECT_LE(keys.cbegin().value(), AttemptBackoff::quietMs);
}

TEST_F(SharedBackoff, EachGoesOnByWhatItCountedWhileTheServerIsAway)
{
    fail(first, 3);
    server.kill();
    EXPECT_EQ(first.waitMs(mailbox, 0), 600'000);
    EXPECT_EQ(second.waitMs(mailbox, 0), 0) << "it counted nothing itself";
    fail(second, 3);
    EXPECT_EQ(second.waitMs(mailbox, 0), 600'000);
    EXPECT_FALSE(here.valkey.isUp());
    EXPECT_FALSE(there.valkey.isUp());
}

} // namespace
} // namespace crema::testing
