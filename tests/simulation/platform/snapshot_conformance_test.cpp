// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots and what leaves the feed, asked of PostgreSQL and of the database in memory alike (sync.md rules 13, 15).
#include "models/base/uuid7.h"
#include "models/feed/entity_types.h"
#include "platform/sync/feed_problems.h"
#include "platform/sync/snapshot.h"
#include "tests/simulation/platform/storage_kinds.h"

namespace crema::simulation {
namespace {

constexpr std::int64_t dayMs = 24LL * 3'600'000;
const QString company = platform::companyAudience();
const QString elsewhere = QStringLiteral("location:elsewhere");

QUuid idOf(int number)
{
    return QUuid(QStringLiteral("0193f6a0-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
}

template<class Kind>
class SnapshotConformance : public ::testing::Test
{
protected:
    platform::FeedEntry entryOf(QStringView type, int id, int number, const QString &audience = company)
    {
        return {type.toString(), idOf(id), audience, false, QJsonObject{{QStringLiteral("number"), number}}};
    }
    platform::FeedEntry goneOf(QStringView type, int id, const QString &audience = company)
    {
        return {type.toString(), idOf(id), audience, true, {}};
    }
    void publish(const QList<platform::FeedEntry> &entries)
    {
        const auto unit = kind.storage.begin();
        (void)unit->write(entries, {});
        unit->commit();
    }
    Result<SnapshotChunk> chunk(const Cursor &cut, const SnapshotPlace &after = {}, int limit = 100,
                                const QStringList &types = {})
    {
        const Result<QByteArray> bytes =
            platform::readSnapshotChunkBytes(kind.storage, {cut, after, types, limit}, {company});
        return bytes ? readSnapshotChunk(*bytes) : Result<SnapshotChunk>(failure(bytes.error()));
    }
    static QList<QByteArray> namesOf(const QList<FeedRow> &rows)
    {
        QList<QByteArray> names;
        for (const FeedRow &row : rows) {
            names.append(row.entityType.toLatin1() + ' ' +
                         QByteArray::number(row.entity.json().value(QStringLiteral("number")).toInt()));
        }
        return names;
    }
    Cursor start() { return {kind.storage.feedEpoch(), 0, 0}; }
    bool isPruned(const Cursor &cursor, const QString &audience = company)
    {
        return kind.storage.feed(cursor, {audience}, 10).isPruned;
    }
    Cursor end(const QString &audience = company)
    {
        const platform::FeedRows rows = kind.storage.feed(start(), {audience}, 1'000);
        const platform::FeedText &last = rows.rows.back();
        return {rows.epoch, last.xid.toULongLong(), last.position.toLongLong()};
    }

    Kind kind;
};

TYPED_TEST_SUITE(SnapshotConformance, StorageKinds);

TYPED_TEST(SnapshotConformance, StaffAndCatalogComeFirstAndOneChunkEndsThere)
{
    this->publish({this->entryOf(entity::sale, 1, 1), this->entryOf(entity::variant, 2, 2),
                   this->entryOf(entity::person, 3, 3), this->entryOf(entity::product, 4, 4),
                   this->entryOf(entity::product, 5, 5, elsewhere), this->goneOf(entity::product, 6)});
    const auto first = this->chunk(this->start());
    ASSERT_TRUE(first) << qPrintable(first.error().code);
    EXPECT_EQ(this->namesOf(first->rows), (QList<QByteArray>{"person 3", "product 4", "variant 2"}));
    EXPECT_TRUE(first->more);
    EXPECT_TRUE(first->maySell);
    EXPECT_EQ(first->total, 4);
    const auto second = this->chunk(first->cut, first->next);
    EXPECT_EQ(this->namesOf(second->rows), QList<QByteArray>{"sale 1"});
    EXPECT_FALSE(second->more);
    EXPECT_FALSE(second->total);
    EXPECT_EQ(second->cut, first->cut);
}

TYPED_TEST(SnapshotConformance, ChunksOfOneRowBringTheSameAsALargeOne)
{
    QList<platform::FeedEntry> entries;
    for (int number = 1; number <= 5; ++number)
        entries.append(this->entryOf(number % 2 == 0 ? entity::product : entity::customer, number, number));
    this->publish(entries);
    QList<QByteArray> names;
    Cursor cut = this->start();
    SnapshotPlace place;
    for (bool more = true; more;) {
        const auto one = this->chunk(cut, place, 1);
        ASSERT_TRUE(one);
        ASSERT_LE(one->rows.size(), 1);
        names += this->namesOf(one->rows);
        cut = one->cut;
        place = one->next;
        more = one->more;
    }
    EXPECT_EQ(names, (QList<QByteArray>{"product 2", "product 4", "customer 1", "customer 3", "customer 5"}));
    EXPECT_EQ(this->namesOf(this->chunk(cut, {}, 9, {entity::product.toString()})->rows).size(), 2);
}

/// All chunks belong to one moment: what changed since comes with the feed after the cut, and nothing is missing.
TYPED_TEST(SnapshotConformance, HoldsWhatStoodBelowItsCutAndTheFeedTheRest)
{
    this->publish({this->entryOf(entity::product, 1, 1), this->entryOf(entity::product, 2, 2)});
    const auto slow = this->kind.storage.begin();
    (void)slow->write({this->entryOf(entity::product, 3, 3)}, {});
    this->publish({this->entryOf(entity::product, 4, 4)});
    const platform::SnapshotCut cut = this->kind.storage.beginSnapshot({company}, {entity::product.toString()});
    EXPECT_EQ(cut.rows, 2) << "what overlaps the one that runs is not in it";
    this->publish({this->entryOf(entity::product, 1, 10)});
    slow->commit();
    EXPECT_EQ(this->namesOf(this->chunk(cut.place)->rows), QList<QByteArray>{"product 2"});
    const platform::FeedRows rest = this->kind.storage.feed(cut.place, {company}, 10);
    QList<QByteArray> numbers;
    for (const platform::FeedText &row : rest.rows)
        numbers.append(row.entity.toByteArray());
    std::sort(numbers.begin(), numbers.end());
    EXPECT_EQ(numbers, (QList<QByteArray>{"{\"number\":10}", "{\"number\":3}", "{\"number\":4}"}));
}

TYPED_TEST(SnapshotConformance, ACutOfAnotherEpochOrOfTheFutureIsRefused)
{
    EXPECT_EQ(this->chunk({this->start().epoch + 1, 0, 0}).error().code, QStringLiteral("sync.cursor_epoch"));
    EXPECT_EQ(this->chunk({this->start().epoch, std::uint64_t(1) << 60, 1}).error().code,
              QStringLiteral("sync.cursor_ahead"));
}

/// Rule 13: tombstones stay for as long as a device may be away, then each audience remembers the last one that left.
TYPED_TEST(SnapshotConformance, OnlyWhoMissesATombstoneIsTooOld)
{
    const UtcTime now(1'700'000'000'000);
    const auto daysLater = [now](int days) { return UtcTime(now.msSinceEpoch() + days * dayMs); };
    this->publish({this->entryOf(entity::person, 1, 1, elsewhere), this->entryOf(entity::person, 2, 2)});
    const Cursor quiet = this->end();
    const Cursor before = this->end(elsewhere);
    this->publish({this->goneOf(entity::person, 1, elsewhere)});
    const Cursor after = this->end(elsewhere);
    this->kind.storage.markFeed(now, UtcTime(0));
    this->publish({this->goneOf(entity::person, 3, elsewhere)});
    EXPECT_EQ(this->kind.storage.prune(daysLater(-1), 10), 0) << "nothing is known about yesterday";
    EXPECT_FALSE(this->isPruned(before, elsewhere));
    this->kind.storage.markFeed(daysLater(50), UtcTime(0));
    EXPECT_EQ(this->kind.storage.prune(daysLater(10), 10), 1) << "the second one was not there then";
    EXPECT_TRUE(this->isPruned(before, elsewhere));
    EXPECT_FALSE(this->isPruned(after, elsewhere)) << "it was read";
    EXPECT_FALSE(this->isPruned(quiet)) << "nothing of this audience left";
    EXPECT_EQ(this->kind.storage.prune(daysLater(60), 10), 1);
    EXPECT_TRUE(this->isPruned(after, elsewhere));
    EXPECT_EQ(this->kind.storage.prune(daysLater(60), 10), 0);
    // Whoever starts from a snapshot now stands behind all of it.
    const Cursor cut = this->kind.storage.beginSnapshot({elsewhere}, {entity::person.toString()}).place;
    EXPECT_FALSE(this->isPruned(cut, elsewhere));
}

TYPED_TEST(SnapshotConformance, PrunesInPartsAndLetsACutThatIsTooOldGo)
{
    const Cursor cut = this->kind.storage.beginSnapshot({company}, {entity::person.toString()}).place;
    QList<platform::FeedEntry> entries;
    for (int number = 1; number <= 5; ++number)
        entries.append(this->goneOf(entity::person, number));
    this->publish(entries);
    const UtcTime now(1'700'000'000'000);
    this->kind.storage.markFeed(now, UtcTime(0));
    EXPECT_EQ(this->kind.storage.prune(now, 3), 3);
    EXPECT_EQ(this->kind.storage.prune(now, 3), 2);
    EXPECT_EQ(this->chunk(cut).error().code, QStringLiteral("sync.cursor_too_old"));
}

} // namespace
} // namespace crema::simulation
