// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/client_fixture.h"

namespace crema::sync::testing {
namespace {

class CountingExecutor final : public Executor
{
public:
    void post(std::function<void()> job, Urgency) override
    {
        ++jobs;
        job();
    }
    void finish() override {}

    int jobs = 0;
};

/// Rounds with nothing to do.
class QuietRoundTest : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        make(QStringLiteral("Espresso"), QStringLiteral("A"));
    }
};

/// Each visit to the store costs two changes of threads.
TEST_F(QuietRoundTest, VisitsTheStoreTwiceWhenThereIsNothingToDo)
{
    platform.hasCheckpoints = true;
    ASSERT_TRUE(sync().complete());
    ASSERT_TRUE(now(client.close()));
    CountingExecutor counting;
    Client counted{{folder.clock, folder.randomness, counting, platform, folder.disk}};
    ASSERT_TRUE(now(counted.open(folder.request())));
    ASSERT_TRUE(now(counted.syncOnce())->complete());
    folder.clock.advance(30'000);
    counting.jobs = 0;
    ASSERT_TRUE(now(counted.syncOnce())->complete());
    EXPECT_EQ(counting.jobs, 2);
    EXPECT_EQ(counted.state().lastSyncAt, folder.clock.now());
}

/// What is recorded while the platform is asked what changed belongs to the same round's end: it is still unsent there.
TEST_F(QuietRoundTest, KnowsAtItsEndWhatWasRecordedMeanwhile)
{
    ASSERT_TRUE(sync().complete());
    platform.tamper = [this](const QString &path, const HttpAnswer &honest) {
        if (path.endsWith(QLatin1String("changes"))) {
            platform.tamper = {};
            make(QStringLiteral("Flat white"), QStringLiteral("B"));
        }
        return honest;
    };
    const SyncReport report = sync();
    EXPECT_EQ(report.queue.unsent(), 2) << "a product and its variant";
    EXPECT_EQ(client.state().queue.unsent(), 2);
    EXPECT_TRUE(sync().complete());
    EXPECT_EQ(client.state().queue.unsent(), 0);
}

} // namespace
} // namespace crema::sync::testing
