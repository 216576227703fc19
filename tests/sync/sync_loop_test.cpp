// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/sync_loop.h"

#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <coroutine>

namespace crema::sync::testing {
namespace {

struct Never {
    std::coroutine_handle<> &waiting;

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) const { waiting = handle; }
    void await_resume() const noexcept {}
};

/// A loop whose first round hangs until the test lets it go.
class SyncLoopTest : public ::testing::Test
{
protected:
    QCoro::Task<RoundResult> run()
    {
        if (++rounds == 1)
            co_await Never{waiting};
        const RoundResult given = result;
        co_return given;
    }

    void TearDown() override
    {
        if (waiting)
            waiting.resume();
    }

    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness;
    int rounds = 0;
    int abandoned = 0;
    Backoff kept;
    RoundResult result;
    std::coroutine_handle<> waiting;
    std::shared_ptr<SyncLoop> loop =
        std::make_shared<SyncLoop>(clock, randomness,
                                   SyncLoop::Rounds{[this] { return run(); }, [this] { ++abandoned; },
                                                    [this](const Backoff &backoff) { kept = backoff; }});
};

/// sync.md rule 21: a watchdog restarts the engine when nothing moved for two minutes.
TEST_F(SyncLoopTest, GivesUpARoundInWhichNothingMoves)
{
    loop->start();
    clock.advance(SyncLoop::stuckMs - 1);
    EXPECT_EQ(rounds, 1);
    clock.advance(10);
    EXPECT_EQ(abandoned, 1);
    EXPECT_EQ(rounds, 2);
    // The one that was given up ends at last: it does not count as the end of another.
    const auto late = loop->nextAt();
    std::exchange(waiting, nullptr).resume();
    EXPECT_EQ(loop->nextAt(), late);
    clock.advance(SyncLoop::idleMs);
    EXPECT_EQ(rounds, 3);
}

/// sync.md rule 21: the state survives a restart, and a wall clock that was set makes no wait endless.
TEST_F(SyncLoopTest, GoesOnWithTheWaitOfTheLastTime)
{
    rounds = 1; // none hangs
    loop->start(Backoff::fromString(Backoff{3, clock.now().plusMs(20'000), 25'000}.toString()));
    EXPECT_EQ(loop->nextAt(), clock.now().plusMs(20'000));
    clock.advance(19'999);
    EXPECT_EQ(rounds, 1);
    clock.advance(1);
    EXPECT_EQ(rounds, 2);
    EXPECT_EQ(kept, Backoff()) << "it went well";
    EXPECT_EQ((Backoff{1, UtcTime(9'000'000'000'000), 25'000}.waitMs(clock.now())), 25'000) << "the clock was set back";
    EXPECT_EQ(Backoff::fromString(QStringLiteral("rubbish")), Backoff());
}

TEST_F(SyncLoopTest, KeepsItsWaitAndPausesWhereThePlatformAsksForSignIn)
{
    rounds = 1;
    result.report.stopped = Problem{};
    result.link = Link::Offline;
    loop->start();
    clock.advance(1);
    EXPECT_EQ(kept.failures, 1);
    EXPECT_EQ(kept.until, *loop->nextAt());
    result.link = Link::NeedsSignIn;
    clock.advance(61'000);
    EXPECT_EQ(kept, Backoff()) << "a restart asks at once";
    const int before = rounds;
    clock.advance(SyncLoop::pausedMs - 62'000);
    EXPECT_EQ(rounds, before);
    result = {};
    loop->wake();
    clock.advance(1);
    EXPECT_EQ(rounds, before + 1);
}

TEST_F(SyncLoopTest, LetsALongRoundGoOnWhileItMoves)
{
    loop->start();
    for (int minute = 0; minute < 10; ++minute) {
        clock.advance(60'000);
        loop->noteMoved();
    }
    EXPECT_EQ(abandoned, 0);
    EXPECT_EQ(rounds, 1);
}

/// sync.md rule 22: after an outage clients come back over the time that the platform names.
TEST_F(SyncLoopTest, SpreadsItsNextAttemptOverTheTimeThatThePlatformNames)
{
    rounds = 1;
    result.report.stopped = Problem{};
    result.link = Link::Offline;
    result.retryAfterMs = 5'000;
    result.spreadMs = 600'000;
    QSet<std::int64_t> minutes;
    for (int client = 0; client < 50; ++client) {
        const auto another = std::make_shared<SyncLoop>(
            clock, randomness, SyncLoop::Rounds{[this] { return run(); }, [] {}, [](const Backoff &) {}});
        another->start();
        clock.advance(1);
        const std::int64_t waitMs = another->nextAt()->msSinceEpoch() - clock.now().msSinceEpoch();
        EXPECT_GE(waitMs, 4'999);
        EXPECT_LE(waitMs, 605'000);
        minutes.insert(waitMs / 60'000);
    }
    EXPECT_GE(minutes.size(), 8);
}

TEST_F(SyncLoopTest, PollsSeldomWhileThePlatformIsHeardAndSoonWhenItIsNotAnyMore)
{
    rounds = 1;
    loop->start();
    clock.advance(1);
    ASSERT_EQ(rounds, 2);
    loop->setFollowed(true);
    loop->noteMore();
    clock.advance(SyncLoop::moreWithinMs);
    EXPECT_EQ(rounds, 3);
    clock.advance(SyncLoop::idleMs * 2);
    EXPECT_EQ(rounds, 3);
    loop->setFollowed(false);
    clock.advance(SyncLoop::endedWithinMs);
    EXPECT_EQ(rounds, 4);
    clock.advance(SyncLoop::idleMs);
    EXPECT_EQ(rounds, 5);
}

} // namespace
} // namespace crema::sync::testing
