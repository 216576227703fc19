// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seams/inline_executor.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/thread_executor.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace crema::sync {
namespace {

class SystemDiskTest : public ::testing::Test
{
protected:
    [[nodiscard]] QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }

    QTemporaryDir folder;
    SystemDisk disk;
};

bool isPrivate(const QString &path)
{
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return (QFileInfo(path).permissions() & others) == 0;
}

TEST_F(SystemDiskTest, LocksAFileAgainstASecondProgramAndNamesTheFirst)
{
    auto first = disk.lock(path("lock"), QStringLiteral("till"));
    ASSERT_TRUE(first);
    const auto second = disk.lock(path("lock"), QStringLiteral("other"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, QStringLiteral("store.in_use"));
    EXPECT_TRUE(second.error().message.contains(QStringLiteral("till (")));
    first->reset();
    EXPECT_TRUE(disk.lock(path("lock"), QStringLiteral("other")));
}

TEST_F(SystemDiskTest, ReplacesAFileAsAWhole)
{
    ASSERT_TRUE(disk.replacePrivate(path("mark"), "one"));
    ASSERT_TRUE(disk.replacePrivate(path("mark"), "second"));
    EXPECT_EQ(disk.read(path("mark")), QByteArray("second"));
    EXPECT_TRUE(isPrivate(path("mark")));
    EXPECT_FALSE(disk.exists(path("mark.new")));
}

TEST_F(SystemDiskTest, LeavesTheOldFileWhereTheNewOneCannotBeWritten)
{
    ASSERT_TRUE(disk.writePrivate(path("mark"), "one"));
    ASSERT_TRUE(disk.makePrivateFolder(path("mark.new"))); // stands in the way
    const auto replaced = disk.replacePrivate(path("mark"), "second");
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.error().code, QStringLiteral("store.write"));
    EXPECT_EQ(disk.read(path("mark")), QByteArray("one"));
}

TEST_F(SystemDiskTest, AppendsAndReadsTheEnd)
{
    {
        auto file = disk.openForAppend(path("journal"));
        ASSERT_TRUE(file);
        ASSERT_TRUE((*file)->append("first "));
        ASSERT_TRUE((*file)->append("second"));
        ASSERT_TRUE((*file)->sync());
    }
    EXPECT_EQ(disk.size(path("journal")), 12);
    EXPECT_EQ(disk.readEnd(path("journal"), 6), QByteArray("second"));
    EXPECT_EQ(disk.readEnd(path("journal"), 100), QByteArray("first second"));
    EXPECT_EQ(disk.size(path("nothing")), 0);
    EXPECT_FALSE(disk.readEnd(path("nothing"), 6));
}

TEST_F(SystemDiskTest, ReservesRoomThatIsReallyTaken)
{
    const std::int64_t before = disk.freeBytes(folder.path());
    ASSERT_GT(before, 0);
    ASSERT_TRUE(disk.reserve(path("reserve"), 8 * 1024 * 1024));
    EXPECT_EQ(disk.size(path("reserve")), 8 * 1024 * 1024);
    const auto refused = disk.reserve(path("too_much"), before * 4);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("store.disk_full"));
    EXPECT_FALSE(disk.exists(path("too_much")));
}

TEST_F(SystemDiskTest, TellsAMovedFileFromACopiedOne)
{
    ASSERT_TRUE(disk.writePrivate(path("store"), "rows"));
    const auto identity = disk.identity(path("store"));
    ASSERT_TRUE(identity);
    ASSERT_TRUE(disk.rename(path("store"), path("moved")));
    EXPECT_EQ(disk.identity(path("moved")), identity);
    ASSERT_TRUE(QFile::copy(path("moved"), path("store")));
    EXPECT_NE(disk.identity(path("store")), identity);
    EXPECT_FALSE(disk.identity(path("nothing")));
}

TEST_F(SystemDiskTest, MakesFoldersThatOnlyTheirOwnerMayEnter)
{
    const QString inner = path("a/b");
    ASSERT_TRUE(disk.makePrivateFolder(inner));
    EXPECT_TRUE(isPrivate(inner));
    ASSERT_TRUE(disk.makePrivateFolder(inner));
    ASSERT_TRUE(disk.writePrivate(path("file"), {}));
    EXPECT_FALSE(disk.makePrivateFolder(path("file/inner")));
}

TEST(ExecutorTest, FinishReturnsWhenAllJobsGivenBeforeHaveRun)
{
    ThreadExecutor executor(QStringLiteral("test"));
    std::vector<int> ran;
    for (int i = 0; i < 100; ++i)
        executor.post([&ran, i] { ran.push_back(i); });
    executor.finish();
    ASSERT_EQ(ran.size(), 100U);
    EXPECT_TRUE(std::is_sorted(ran.begin(), ran.end()));
    InlineExecutor inlineExecutor;
    bool done = false;
    inlineExecutor.post([&done] { done = true; });
    inlineExecutor.finish();
    EXPECT_TRUE(done);
}

TEST(ThreadExecutorTest, RunsWhatPeopleWaitForBeforeWhatNobodyDoes)
{
    ThreadExecutor executor(QStringLiteral("test"));
    QSemaphore mayGoOn;
    QStringList ran;
    executor.post([&mayGoOn] { mayGoOn.acquire(); });
    executor.post([&ran] { ran.append(QStringLiteral("send")); }, Urgency::Behind);
    executor.post([&ran] { ran.append(QStringLiteral("look")); });
    executor.post([&ran] { ran.append(QStringLiteral("sell")); }, Urgency::Recording);
    mayGoOn.release();
    executor.finish();
    EXPECT_EQ(ran.join(u' '), QStringLiteral("look sell send"));
}

std::atomic<int> leftBehind = 0;

/// What a library keeps for each thread, and clears away when it ends.
struct KeptForTheThread {
    KeptForTheThread() { ++leftBehind; }
    ~KeptForTheThread()
    {
        for (int i = 0; i < 10'000; ++i)
            std::this_thread::yield();
        --leftBehind;
    }
};

/// A program that ends takes its libraries down, and nothing of theirs may run then.
TEST(ThreadExecutorTest, NothingOfItsThreadIsLeftWhenItHasEnded)
{
    for (int i = 0; i < 10; ++i) {
        {
            ThreadExecutor executor(QStringLiteral("test"));
            executor.post([] { thread_local const KeptForTheThread kept; });
        }
        ASSERT_EQ(leftBehind, 0);
    }
}

TEST(ThreadExecutorTest, NothingPassesWhatRunsAlone)
{
    ThreadExecutor executor(QStringLiteral("test"));
    QSemaphore mayGoOn;
    QStringList ran;
    executor.post([&mayGoOn] { mayGoOn.acquire(); });
    executor.post([&ran] { ran.append(QStringLiteral("send")); }, Urgency::Behind);
    executor.post([&ran] { ran.append(QStringLiteral("close")); }, Urgency::Alone);
    executor.post([&ran] { ran.append(QStringLiteral("fetch")); }, Urgency::Behind);
    executor.post([&ran] { ran.append(QStringLiteral("look")); });
    mayGoOn.release();
    executor.finish();
    EXPECT_EQ(ran.join(u' '), QStringLiteral("send close look fetch"));
}

/// People who look at something without a pause hold up nothing for ever.
TEST(ThreadExecutorTest, WhatNobodyWaitsForRunsAlsoWhenTheOthersNeverEnd)
{
    ThreadExecutor executor(QStringLiteral("test"));
    std::atomic<bool> isSent = false;
    std::atomic<qint64> looks = 0;
    QElapsedTimer timer;
    timer.start();
    std::function<void()> look = [&] {
        ++looks;
        if (!isSent && timer.elapsed() < 20'000)
            executor.post(look);
    };
    executor.post(look);
    executor.post([&isSent] { isSent = true; }, Urgency::Behind);
    while (!isSent && timer.elapsed() < 20'000)
        QThread::msleep(5);
    EXPECT_TRUE(isSent) << looks << " looks, and nothing was sent";
    executor.finish();
}

/// What others give meanwhile does not count for it.
TEST(ThreadExecutorTest, FinishWaitsForWhatWasGivenBeforeAndNobodyWaitsFor)
{
    for (int round = 0; round < 20; ++round) {
        ThreadExecutor executor(QStringLiteral("test"));
        std::atomic<bool> ends = false;
        std::atomic<bool> isSent = false;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            while (!ends) {
                executor.post([] {}, Urgency::Recording);
                QThread::usleep(50);
            }
        }));
        other->start();
        executor.post([&isSent] { isSent = true; }, Urgency::Behind);
        executor.finish();
        EXPECT_TRUE(isSent);
        ends = true;
        other->wait();
    }
}

TEST(ThreadExecutorTest, WhatNobodyWaitsForGivesWayToABurstOfSalesAndComesAllTheSame)
{
    ThreadExecutor executor(QStringLiteral("test"));
    QElapsedTimer sinceSale;
    qint64 pause = 0;
    QSemaphore sent;
    executor.post([&sinceSale] { sinceSale.start(); }, Urgency::Recording);
    executor.post(
        [&] {
            pause = sinceSale.elapsed();
            sent.release();
        },
        Urgency::Behind);
    sent.acquire();
    EXPECT_GE(pause, ThreadExecutor::pauseMs);
    executor.post([&sent] { sent.release(); }, Urgency::Behind);
    QElapsedTimer burst;
    burst.start();
    while (!sent.tryAcquire() && burst.elapsed() < 10'000) {
        QSemaphore sold;
        executor.post([&sold] { sold.release(); }, Urgency::Recording);
        sold.acquire();
    }
    EXPECT_LT(burst.elapsed(), 10'000) << "sold without a pause, and nothing was sent";
}

/// A program that ended while its thread's event loop was woken up died of it, after the sale was saved.
TEST(ThreadExecutorTest, EndsWhileItIsWokenUp)
{
    int jobs = 0;
    for (int round = 0; round < 2'000; ++round) {
        ThreadExecutor executor(QStringLiteral("short"));
        executor.post([&jobs] { ++jobs; });
    }
    EXPECT_EQ(jobs, 2'000);
}

} // namespace
} // namespace crema::sync
