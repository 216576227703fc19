// SPDX-License-Identifier: GPL-3.0-or-later
// What following the auditor's journals needs of its storage, asked of PostgreSQL and of the database in memory alike.
#include "platform/database/database_failure.h"
#include "tests/simulation/platform/storage_kinds.h"

namespace crema::simulation {
namespace {

using platform::JournalHead;
using platform::Stored;

template<class Kind>
class JournalConformance : public ::testing::Test
{
protected:
    JournalHead headAt(int place)
    {
        JournalHead head;
        head.head = {QUuid::createUuid(), 3, QByteArray(32, 'a')};
        head.device = device;
        head.registerId = RegisterId(QUuid::createUuid());
        head.place = place;
        head.signedAt = UtcTime(1'700'000'000'123);
        return head;
    }

    /// The SQLSTATE that writing this ends with; empty when it does not fail.
    QByteArray write(platform::UnitStorage &unit, const Stored<JournalHead> &head)
    {
        try {
            unit.write(head);
            unit.commit();
        } catch (const platform::DatabaseFailure &failure) {
            return failure.sqlState();
        }
        return {};
    }

    Kind kind;
    DeviceId device = DeviceId(QUuid::createUuid());
};

TYPED_TEST_SUITE(JournalConformance, StorageKinds);

TYPED_TEST(JournalConformance, AHeadIsWrittenByWhoReadItLast)
{
    auto &storage = this->kind.storage;
    JournalHead head = this->headAt(1);
    EXPECT_EQ(this->write(*storage.begin(), {head, 0}), "");
    const auto first = storage.begin();
    const QList<Stored<JournalHead>> found = first->journalHeads(this->device);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().value, head);
    EXPECT_EQ(found.first().revision, 1);
    head.head.number = 4;
    EXPECT_EQ(this->write(*first, {head, 1}), "");
    EXPECT_EQ(this->write(*storage.begin(), {head, 1}), "40001");
    EXPECT_EQ(storage.begin()->journalHeads(this->device).first().value.head.number, 4);
}

TYPED_TEST(JournalConformance, OfTwoChainsThatBeginAtOnceOneIsTheSecond)
{
    auto &storage = this->kind.storage;
    EXPECT_EQ(this->write(*storage.begin(), {this->headAt(1), 0}), "");
    EXPECT_EQ(this->write(*storage.begin(), {this->headAt(1), 0}), "23505");
    EXPECT_EQ(this->write(*storage.begin(), {this->headAt(2), 0}), "");
    const QList<Stored<JournalHead>> found = storage.begin()->journalHeads(this->device);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found.last().value.place, 2);
    EXPECT_TRUE(storage.begin()->journalHeads(DeviceId(QUuid::createUuid())).isEmpty());
}

TYPED_TEST(JournalConformance, TheKeyIsTheFirst)
{
    EXPECT_EQ(this->kind.storage.journalSeed(QByteArray(32, 'a')), QByteArray(32, 'a'));
    EXPECT_EQ(this->kind.storage.journalSeed(QByteArray(32, 'b')), QByteArray(32, 'a'));
}

} // namespace
} // namespace crema::simulation
