// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/platform_keeper.h"

#include "app/desktop/example/example_start.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/fake_platform.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

class PlatformKeeperTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto opened = client.open(folder.request());
        const auto enrolled = client.enroll(QUrl(u"http://127.0.0.1:40777"_s), u"K7QP-3M2X"_s, u"Till"_s);
        settle();
        ASSERT_TRUE(client.state().enrolled);
        QObject::connect(&keeper, &PlatformKeeper::failed, &keeper,
                         [this](const Problem &problem) { failures.append(problem.code); });
    }

    static void settle()
    {
        for (int turns = 0; turns < 8; ++turns)
            QCoreApplication::processEvents();
    }

    sync::testing::StoreFolder folder;
    sync::testing::FakePlatform platform{folder.shop};
    sync::InlineExecutor executor;
    sync::Client client{{folder.clock, folder.randomness, executor, platform, folder.disk}};
    desktop::ExamplePlatform child;
    PlatformKeeper keeper{LocalBusiness::Shop, child, client, folder.clock};
    QStringList failures;
};

TEST_F(PlatformKeeperTest, StartsWhereTheTillLooksAndTellsItWhereItAnswers)
{
    keeper.start();
    settle();
    EXPECT_EQ(child.calls, QStringList{u"start shop 40777"_s});
    EXPECT_EQ(client.state().platform, child.address);
    EXPECT_TRUE(failures.isEmpty());
}

TEST_F(PlatformKeeperTest, StartsItAgainWhenItEndsButNotForEver)
{
    keeper.start();
    settle();
    for (int i = 0; i < PlatformKeeper::mostRestarts + 3; ++i) {
        Q_EMIT child.ended();
        folder.clock.advance(PlatformKeeper::restartMs);
        settle();
    }
    EXPECT_EQ(child.calls.size(), 1 + PlatformKeeper::mostRestarts);
}

TEST_F(PlatformKeeperTest, SaysWhyItDoesNotRun)
{
    child.fails = Problem{ProblemKind::Failed, u"platform.no_database"_s, {}, {}, {}};
    keeper.start();
    settle();
    EXPECT_EQ(failures, QStringList{u"platform.no_database"_s});
    EXPECT_EQ(client.state().platform.port(), 40777) << "the till still looks where it looked";
}

} // namespace
} // namespace crema
