// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/sim_disk.h"

#include <gtest/gtest.h>

namespace crema::simulation {
namespace {

QByteArray pattern(int seed, qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + seed * 17 + i / 251) % 251);
    return bytes;
}

TEST(PageBytesTest, AreWhatWasWrittenAndCopiesStayApart)
{
    PageBytes bytes;
    bytes.write(10'000, pattern(1, 9'000));
    EXPECT_EQ(bytes.size(), 19'000);
    EXPECT_EQ(bytes.read(0, 10'000), QByteArray(10'000, '\0'));
    const PageBytes copy = bytes;
    bytes.write(12'000, "changed");
    EXPECT_EQ(copy.read(10'000, 9'000), pattern(1, 9'000));
    EXPECT_EQ(bytes.read(12'000, 7), QByteArray("changed"));
    bytes.resize(12'003);
    bytes.resize(20'000);
    EXPECT_EQ(bytes.read(12'000, 7), QByteArray("cha\0\0\0\0", 7));
}

class SimDiskTest : public ::testing::Test
{
protected:
    /// A file of two synced pages.
    void SetUp() override { ASSERT_TRUE(disk.writePrivate(path, pattern(1, 8'192))); }

    [[nodiscard]] QByteArray content() const { return *disk.read(path); }
    void cutPower() { disk.files().crash(Crash::PowerCut); }

    SimDisk disk{QStringLiteral("/device"), 5};
    QString path = QStringLiteral("/device/file");
    SimFiles &files = disk.files();
};

TEST_F(SimDiskTest, KeepsEverythingWhenAProgramIsKilled)
{
    ASSERT_EQ(files.write(files.find(path), 100, "unsynced"), FileFault::None);
    files.crash(Crash::Kill);
    EXPECT_EQ(content().mid(100, 8), QByteArray("unsynced"));
}

TEST_F(SimDiskTest, KeepsWhatWasSyncedWhenThePowerIsCut)
{
    for (int round = 0; round < 50; ++round) {
        const QByteArray bytes = pattern(round, 6'000);
        ASSERT_EQ(files.write(files.find(path), 0, bytes), FileFault::None);
        ASSERT_EQ(files.sync(files.find(path)), FileFault::None);
        cutPower();
        ASSERT_EQ(content().left(6'000), bytes);
    }
}

/// Unsynced writes are kept, lost or torn: each of the three is seen, and a torn one only between sectors.
TEST_F(SimDiskTest, LosesKeepsOrTearsWhatWasNotSynced)
{
    const QByteArray before = content().left(4'096);
    const QByteArray after = pattern(99, 4'096);
    int kept = 0;
    int lost = 0;
    int torn = 0;
    for (int round = 0; round < 200; ++round) {
        ASSERT_EQ(files.write(files.find(path), 0, after), FileFault::None);
        cutPower();
        const QByteArray left = content().left(4'096);
        kept += left == after;
        lost += left == before;
        torn += left != after && left != before;
        for (qsizetype sector = 0; sector < 4'096; sector += 512) {
            const QByteArray part = left.mid(sector, 512);
            ASSERT_TRUE(part == before.mid(sector, 512) || part == after.mid(sector, 512));
        }
        ASSERT_EQ(files.write(files.find(path), 0, before), FileFault::None);
        ASSERT_EQ(files.sync(files.find(path)), FileFault::None);
    }
    EXPECT_GT(kept, 20);
    EXPECT_GT(lost, 20);
    EXPECT_GT(torn, 10);
}

TEST_F(SimDiskTest, MayLoseANewNameUntilItsFolderIsSynced)
{
    int lost = 0;
    for (int round = 0; round < 40; ++round) {
        int file = 0;
        ASSERT_EQ(files.make(disk.path("fresh"), file), FileFault::None);
        ASSERT_EQ(files.write(file, 0, "x"), FileFault::None);
        ASSERT_EQ(files.sync(file), FileFault::None);
        cutPower();
        lost += !disk.exists(disk.path("fresh"));
        disk.remove(disk.path("fresh"));
        ASSERT_EQ(files.syncFolder(), FileFault::None);
        // The seam's own ways of making a file sync the folder (B22).
        ASSERT_TRUE(disk.openForAppend(disk.path("journal")));
        cutPower();
        ASSERT_TRUE(disk.exists(disk.path("journal")));
        disk.remove(disk.path("journal"));
        ASSERT_EQ(files.syncFolder(), FileFault::None);
    }
    EXPECT_GT(lost, 5);
}

TEST_F(SimDiskTest, AFileWhoseRemovalIsLostIsThereWithItsBytes)
{
    const QString log = disk.path("log");
    int returned = 0;
    for (int round = 0; round < 50; ++round) {
        int file = 0;
        ASSERT_EQ(files.make(log, file), FileFault::None);
        ASSERT_EQ(files.write(file, 0, "written"), FileFault::None);
        ASSERT_EQ(files.sync(file), FileFault::None);
        disk.remove(log);
        files.crash(Crash::Kill);
        cutPower();
        if (!disk.exists(log))
            continue;
        ++returned;
        const Result<QByteArray> kept = disk.read(log);
        ASSERT_TRUE(kept) << qPrintable(kept.error().code);
        EXPECT_EQ(*kept, QByteArray("written"));
        disk.remove(log);
        ASSERT_EQ(files.syncFolder(), FileFault::None);
    }
    EXPECT_GT(returned, 0);
    EXPECT_LT(returned, 50);
}

TEST_F(SimDiskTest, ReplacesAFileWholeOrNotAtAllWhateverCallIsItsLast)
{
    const QByteArray before = content();
    const QByteArray after = pattern(7, 5'000);
    const DiskImage image = files.image();
    for (int call = 1; call <= 8; ++call) {
        for (int round = 0; round < 10; ++round) {
            files.setImage(image);
            files.crash(Crash::Kill);
            files.dieAt(call);
            const bool done = disk.replacePrivate(path, after).has_value();
            cutPower();
            ASSERT_TRUE(content() == after || (!done && content() == before));
        }
    }
}

/// What the kernel does after a failed sync: the bytes are there to read, no later sync writes them, and whether they
/// are on the disk is seen at the next power cut only.
TEST_F(SimDiskTest, LeavesWritesInDoubtAfterASyncThatFailed)
{
    int kept = 0;
    for (int round = 0; round < 60; ++round) {
        ASSERT_EQ(files.write(files.find(path), 0, QByteArray(4'096, 'a')), FileFault::None);
        ASSERT_EQ(files.sync(files.find(path)), FileFault::None);
        ASSERT_EQ(files.write(files.find(path), 0, QByteArray(4'096, 'b')), FileFault::None);
        files.failSyncs(QStringLiteral("file"), 1);
        ASSERT_EQ(files.sync(files.find(path)), FileFault::Sync);
        ASSERT_EQ(content().at(0), 'b');
        ASSERT_EQ(files.sync(files.find(path)), FileFault::None);
        cutPower();
        kept += content().at(0) == 'b';
    }
    EXPECT_GT(kept, 5);
    EXPECT_LT(kept, 55);
}

TEST_F(SimDiskTest, IsFullAtItsQuota)
{
    files.setQuota(10'000);
    EXPECT_EQ(disk.freeBytes({}), 10'000 - 8'192);
    const auto refused = disk.reserve(disk.path("reserve"), 4'000);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("store.disk_full"));
    EXPECT_FALSE(disk.exists(disk.path("reserve")));
    // What is there may be written over.
    EXPECT_EQ(files.write(files.find(path), 0, pattern(3, 8'192)), FileFault::None);
}

TEST_F(SimDiskTest, FailsEveryCallFromTheChosenOneOn)
{
    files.crash(Crash::Kill);
    files.dieAt(2);
    EXPECT_EQ(files.write(files.find(path), 0, "a"), FileFault::None);
    EXPECT_EQ(files.write(files.find(path), 0, "b"), FileFault::Dead);
    EXPECT_FALSE(disk.read(path));
    files.crash(Crash::Kill);
    EXPECT_EQ(content().at(0), 'a');
}

TEST_F(SimDiskTest, FailsNoMoreOnceItIsMended)
{
    files.crash(Crash::Kill);
    files.dieAt(1);
    files.failReads(1);
    files.failSyncs(QStringLiteral("file"), 1);
    files.setQuota(0);
    files.mend();
    EXPECT_EQ(files.write(files.find(path), 8'000, pattern(2, 1'000)), FileFault::None);
    EXPECT_EQ(files.sync(files.find(path)), FileFault::None);
    EXPECT_EQ(content().mid(8'000), pattern(2, 1'000));
}

TEST_F(SimDiskTest, OpenFilesAndLocksEndWithTheProgram)
{
    auto journal = disk.openForAppend(path);
    auto lock = disk.lock(disk.path("lock"), QStringLiteral("till"));
    ASSERT_TRUE(lock);
    EXPECT_EQ(disk.lock(disk.path("lock"), QStringLiteral("other")).error().code, QStringLiteral("store.in_use"));
    files.crash(Crash::Kill);
    EXPECT_FALSE((*journal)->append("late"));
    auto next = disk.lock(disk.path("lock"), QStringLiteral("other"));
    ASSERT_TRUE(next);
    lock->reset(); // takes nothing from the one who holds it now
    EXPECT_FALSE(disk.lock(disk.path("lock"), QStringLiteral("third")));
}

TEST_F(SimDiskTest, BreaksAndRotsPagesAndPutsBackOldCopies)
{
    const PageBytes backup = files.file(files.find(path)).now;
    const auto identity = disk.identity(path);
    files.rotPage(path, 1);
    EXPECT_EQ(content().left(4'096), pattern(1, 8'192).left(4'096));
    EXPECT_NE(content(), pattern(1, 8'192));
    files.overwrite(path, backup);
    EXPECT_EQ(content(), pattern(1, 8'192));
    EXPECT_EQ(disk.identity(path), identity);
    files.breakPage(path, 1);
    EXPECT_FALSE(disk.read(path));
}

TEST_F(SimDiskTest, ACloneIsAnotherDiskWithTheSameBytes)
{
    SimDisk clone(QStringLiteral("/other"), 1, files.image());
    EXPECT_EQ(*clone.read(path), content());
    EXPECT_EQ(clone.machineId(), disk.machineId());
    ASSERT_EQ(clone.files().write(clone.files().find(path), 0, "changed"), FileFault::None);
    EXPECT_NE(*clone.read(path), content());
}

} // namespace
} // namespace crema::simulation
