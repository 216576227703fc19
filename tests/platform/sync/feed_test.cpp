// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/company/reference_writer.h"
#include "platform/sync/feed_writer.h"
#include "tests/platform/domain/company_fixture.h"

#include <QSet>

#include <atomic>
#include <thread>

namespace crema::testing {
namespace {

using FeedTest = CompanyTest;

platform::FeedEntry entryOf(int number, const QUuid &id)
{
    return {QStringLiteral("probe"), id, platform::companyAudience(), false,
            QJsonObject{{QStringLiteral("number"), number}}};
}

TEST_F(FeedTest, HandsOutNothingThatARunningTransactionCouldStillPrecede)
{
    Till till = enrolTill();
    const Cursor start = pull(till, {1, 0, 0}).next;
    platform::Connection slow(url);
    platform::Connection fast(url);
    const QUuid slowId = newId<ProductId>().value();
    const QUuid fastId = newId<ProductId>().value();
    platform::Transaction held(slow);
    platform::writeFeed(held, {entryOf(1, slowId)}, {});
    platform::Transaction quick(fast);
    platform::writeFeed(quick, {entryOf(2, fastId)}, {});
    quick.commit();
    const FeedPage before = pull(till, start);
    EXPECT_TRUE(before.rows.isEmpty());
    EXPECT_FALSE(before.horizon) << "a row is held back";
    held.commit();
    const FeedPage page = pull(till, start);
    EXPECT_GT(page.horizon, page.next);
    ASSERT_EQ(page.rows.size(), 2);
    EXPECT_EQ(page.rows[0].entityId, slowId);
    EXPECT_EQ(page.rows[1].entityId, fastId);
}

TEST_F(FeedTest, ShowsTheNewestStateAlthoughTheLastWriterBeganFirst)
{
    Till till = enrolTill();
    const Cursor start = pull(till, {1, 0, 0}).next;
    platform::Connection early(url);
    platform::Connection late(url);
    const QUuid id = newId<ProductId>().value();
    platform::Transaction first(early);
    platform::writeFeed(first, {entryOf(0, newId<ProductId>().value())}, {});
    platform::Transaction second(late);
    platform::writeFeed(second, {entryOf(1, id)}, {});
    second.commit();
    platform::writeFeed(first, {entryOf(2, id)}, {});
    first.commit();
    const FeedPage page = pull(till, start);
    ASSERT_EQ(page.rows.size(), 2);
    EXPECT_EQ(page.rows.constLast().entityId, id);
    EXPECT_EQ(page.rows.constLast().entity.json().value(QStringLiteral("number")).toInt(), 2);
    EXPECT_EQ(page.next, page.rows.constLast().cursor);
}

TEST_F(FeedTest, EndsAPageWithAWholeTransaction)
{
    Till till = enrolTill();
    FeedPage page = pull(till, {1, 0, 0});
    for (const int size : {3, 5, 2}) {
        platform::Connection connection(url);
        platform::Transaction transaction(connection);
        QList<platform::FeedEntry> entries;
        for (int i = 0; i < size; ++i)
            entries.append(entryOf(i, newId<ProductId>().value()));
        platform::writeFeed(transaction, entries, {});
        transaction.commit();
    }
    page = pull(till, page.next, 4);
    EXPECT_EQ(page.rows.size(), 3);
    EXPECT_TRUE(page.more);
    page = pull(till, page.next, 4);
    EXPECT_EQ(page.rows.size(), 5);
    EXPECT_TRUE(page.more);
    page = pull(till, page.next, 4);
    EXPECT_EQ(page.rows.size(), 2);
    EXPECT_FALSE(page.more);
}

TEST_F(FeedTest, KeepsTheCursorWhenThereIsNothingNew)
{
    Till till = enrolTill();
    const FeedPage all = pull(till, {1, 0, 0});
    EXPECT_FALSE(all.rows.isEmpty());
    EXPECT_EQ(pull(till, all.next).next, all.next);
}

/// sync.md rule 11: a page says which question it answers.
TEST_F(FeedTest, EchoesTheCursorItWasAskedWith)
{
    Till till = enrolTill();
    const Cursor start{1, 0, 0};
    const FeedPage first = pull(till, start, 1);
    EXPECT_EQ(first.after, start);
    EXPECT_FALSE(first.horizon) << "more is ready";
    EXPECT_EQ(pull(till, first.next).after, first.next);
}

/// A transaction that runs moved a row of one before it: what lies below the horizon was all handed out.
TEST_F(FeedTest, NamesNoHorizonWhileARowThatMovedIsHeldBack)
{
    Till till = enrolTill();
    const Cursor start = pull(till, {1, 0, 0}).next;
    const QUuid id = newId<ProductId>().value();
    const auto write = [&](int number) {
        platform::Connection connection(url);
        platform::Transaction transaction(connection);
        const Cursor at = platform::writeFeed(transaction, {entryOf(number, id)}, {platform::companyAudience()});
        transaction.commit();
        return at;
    };
    const Cursor first = write(1);
    platform::Connection slow(url);
    platform::Transaction held(slow);
    platform::writeFeed(held, {entryOf(9, newId<ProductId>().value())}, {});
    write(2);
    const FeedPage before = pull(till, start);
    EXPECT_TRUE(before.rows.isEmpty());
    EXPECT_FALSE(before.horizon);
    held.commit();
    const FeedPage page = pull(till, start);
    ASSERT_EQ(page.rows.size(), 2);
    EXPECT_EQ(page.rows.constLast().entity.json().value(QStringLiteral("number")).toInt(), 2);
    ASSERT_TRUE(page.horizon);
    EXPECT_GT(page.horizon->xid, first.xid);
}

TEST_F(FeedTest, KeepsOtherLocationsAndDevicesApart)
{
    Till till = enrolTill();
    platform::Connection connection(url);
    platform::Transaction transaction(connection);
    platform::FeedEntry entry = entryOf(1, newId<ProductId>().value());
    entry.audience = platform::audienceOf(newId<LocationId>());
    platform::FeedEntry mine = entryOf(2, newId<ProductId>().value());
    mine.audience = platform::audienceOf(till.device);
    platform::writeFeed(transaction, {entry, mine}, {});
    transaction.commit();
    QList<QUuid> seen;
    const QList<FeedRow> rows = pullAll(till);
    for (const FeedRow &row : rows)
        seen.append(row.entityId);
    EXPECT_TRUE(seen.contains(mine.entityId));
    EXPECT_FALSE(seen.contains(entry.entityId));
}

/// sync.md rule 13: whoever moves leaves the devices of the place that was left, with PIN and rights.
TEST_F(FeedTest, APersonWhoMovesLeavesTheOldAudience)
{
    Till till = enrolTill();
    platform::Connection connection(url);
    Person person = addPerson(Role::Barista, QStringLiteral("moves@shop.example"));
    const auto move = [&](const QList<LocationId> &locations) {
        person.locations = locations;
        platform::Transaction transaction(connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(person, std::nullopt, clock.now());
        writer.finish();
        transaction.commit();
    };
    const auto lastAbout = [&](const QList<FeedRow> &rows) {
        std::optional<FeedRow> last;
        for (const FeedRow &row : rows) {
            if (row.entityId == person.id.value())
                last = row;
        }
        return last;
    };
    move({shop.id});
    ASSERT_TRUE(lastAbout(pullAll(till)));
    EXPECT_FALSE(lastAbout(pullAll(till))->deleted) << "from the company to this shop";
    const Cursor before = pull(till, {1, 0, 0}).next;
    move({newId<LocationId>()});
    const FeedPage page = pull(till, before);
    ASSERT_EQ(page.rows.size(), 1);
    EXPECT_TRUE(page.rows[0].deleted);
    EXPECT_EQ(page.rows[0].entityId, person.id.value());
    EXPECT_TRUE(page.rows[0].entity.isEmpty());
    move({shop.id});
    EXPECT_FALSE(lastAbout(pullAll(till))->deleted) << "and back";
}

TEST_F(FeedTest, SkipsNoRowOfEightWriters)
{
    constexpr int writers = 8;
    constexpr int transactions = 60;
    constexpr int rowsEach = 3;
    Till till = enrolTill();
    std::atomic<int> running = writers;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            platform::Connection connection(url);
            for (int i = 0; i < transactions; ++i) {
                platform::Transaction transaction(connection);
                QList<platform::FeedEntry> entries;
                for (int row = 0; row < rowsEach; ++row) {
                    const QByteArray name = QByteArray::number(writer) + '/' + QByteArray::number(i * rowsEach + row);
                    entries.append(entryOf(i, QUuid::createUuidV5(QUuid(), name)));
                }
                platform::writeFeed(transaction, {entries[0]}, {});
                platform::writeFeed(transaction, entries.mid(1), {});
                transaction.commit();
            }
            --running;
        });
    }
    QSet<QUuid> seen;
    Cursor cursor{1, 0, 0};
    const auto follow = [&] {
        for (FeedPage page{{}, cursor, true}; page.more;) {
            page = pull(till, page.next, 50);
            EXPECT_GE(page.next, cursor);
            cursor = page.next;
            for (const FeedRow &row : std::as_const(page.rows)) {
                if (row.entityType == QStringLiteral("probe"))
                    seen.insert(row.entityId);
            }
        }
    };
    while (running > 0)
        follow();
    for (std::thread &thread : threads)
        thread.join();
    follow();
    EXPECT_EQ(seen.size(), writers * transactions * rowsEach);
}

} // namespace
} // namespace crema::testing
