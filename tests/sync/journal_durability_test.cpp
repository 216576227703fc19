// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_codec.h"
#include "tests/sync/shop.h"

#include <QFile>

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

class Journal : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto store = folder.openEnrolled();
        addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("ESP"), 1'290);
        addProduct(*store, QStringLiteral("Filter"), QStringLiteral("FIL"), 990);
    }

    [[nodiscard]] QString path() const { return folder.path() + QStringLiteral(".journal"); }

    /// Puts these bytes in place of the journal.
    void write(const QByteArray &bytes) { ASSERT_TRUE(folder.disk.replacePrivate(path(), bytes)); }

    [[nodiscard]] QList<std::int64_t> numbers() const
    {
        QList<std::int64_t> result;
        const QList<JournalEntry> entries = EmergencyJournal::read(*folder.disk.read(path()), damaged);
        for (const JournalEntry &entry : entries)
            result.append(entry.number);
        return result;
    }

    StoreFolder folder;
    mutable qsizetype damaged = 0;
};

TEST_F(Journal, HoldsEveryRecordedOperationWithItsNumber)
{
    const auto store = folder.open();
    const QList<UnsentOperation> queue = store->queue().unsent(10);
    const QList<JournalEntry> entries = EmergencyJournal::read(*folder.disk.read(path()), damaged);
    ASSERT_EQ(entries.size(), queue.size());
    for (qsizetype i = 0; i < queue.size(); ++i) {
        EXPECT_EQ(entries[i].number, queue[i].number);
        EXPECT_EQ(entries[i].bytes, queue[i].bytes);
        EXPECT_EQ(entries[i].hash, payloadHash(queue[i].bytes));
    }
    EXPECT_EQ(damaged, 0);
}

TEST_F(Journal, StepsOverATornLineAndOneWithAnotherNumber)
{
    const QByteArray whole = *folder.disk.read(path());
    QByteArray torn = whole;
    torn.chop(5);
    EXPECT_EQ(EmergencyJournal::read(torn, damaged).size(), 3);
    EXPECT_EQ(damaged, 1);
    QByteArray renumbered = whole;
    renumbered.replace(" 2 {", " 9 {");
    EXPECT_EQ(EmergencyJournal::read(renumbered, damaged).size(), 3);
    EXPECT_EQ(damaged, 1);
}

TEST_F(Journal, ReadsLinesOfEarlierVersions)
{
    const QByteArray bytes = folder.open()->queue().unsent(1).first().bytes;
    const QByteArray line = '\n' + payloadHash(bytes).toHex().left(16) + ' ' + bytes;
    const QList<JournalEntry> entries = EmergencyJournal::read(line, damaged);
    ASSERT_EQ(entries.size(), 1);
    EXPECT_EQ(entries.first().bytes, bytes);
    EXPECT_EQ(entries.first().number, 0);
}

/// A program killed between the commit and the line leaves the operation out; so does a power cut before the sync.
TEST_F(Journal, GetsWhatItMissesWhenTheStoreIsOpened)
{
    const QList<std::int64_t> all = numbers();
    ASSERT_EQ(all.size(), 4);
    QByteArray shorter = *folder.disk.read(path());
    shorter.truncate(shorter.lastIndexOf('\n') + 30);
    write(shorter);
    [[maybe_unused]] auto reopened = folder.open();
    EXPECT_EQ(numbers(), all);
    EXPECT_EQ(damaged, 1);
    reopened.reset();
    // Nothing is written twice by opening once more.
    const std::int64_t size = folder.disk.size(path());
    reopened = folder.open();
    EXPECT_EQ(folder.disk.size(path()), size);
}

TEST_F(Journal, GetsAHoleInItsMiddleFilled)
{
    QByteArray holed = *folder.disk.read(path());
    const qsizetype second = holed.indexOf('\n', 1);
    holed[second + 40] = '\0';
    write(holed);
    ASSERT_EQ(numbers(), (QList<std::int64_t>{1, 3, 4}));
    const auto reopened = folder.open();
    EXPECT_EQ(numbers(), (QList<std::int64_t>{1, 3, 4, 2}));
}

TEST_F(Journal, IsBegunAnewFromTheQueueWhenItIsGone)
{
    folder.disk.remove(path());
    const auto reopened = folder.open();
    EXPECT_EQ(numbers(), (QList<std::int64_t>{1, 2, 3, 4}));
}

/// A power cut may take any of the lines that were not synced, and leave those behind them.
TEST_F(Journal, GetsBackWhatWasLostBeforeTheFirstLineThatIsLeft)
{
    QByteArray holed = *folder.disk.read(path());
    holed[40] = '\0';
    holed[holed.indexOf('\n', 1) + 40] = '\0';
    write(holed);
    ASSERT_EQ(numbers(), (QList<std::int64_t>{3, 4}));
    const auto reopened = folder.open();
    EXPECT_EQ(numbers(), (QList<std::int64_t>{3, 4, 1, 2}));
}

} // namespace
} // namespace crema::sync::testing
