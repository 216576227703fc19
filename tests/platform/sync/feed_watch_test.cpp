// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/entity_types.h"
#include "platform/company/config_service.h"
#include "platform/identity/device_revocations.h"
#include "platform/sync/feed_watch.h"
#include "tests/platform/database/test_cluster.h"
#include "tests/platform/domain/services_fixture.h"
#include "tests/simulation/platform/memory_database.h"

#include <QRegularExpression>
#include <QSet>

#include <atomic>
#include <thread>

namespace crema::testing {
namespace {

/// sync.md rule 10: what stalls the feed is measured, named, and forgotten as soon as it ends.
class FeedWatchTest : public ServicesTest
{
protected:
    double figure(const char *name)
    {
        const QRegularExpression line(QStringLiteral("^%1 (\\S+)$").arg(QLatin1String(name)),
                                      QRegularExpression::MultilineOption);
        const auto match = line.match(QString::fromUtf8(metrics.text()));
        EXPECT_TRUE(match.hasMatch()) << name;
        return match.captured(1).toDouble();
    }
};

TEST_F(FeedWatchTest, AnIdleTransactionInAnotherDatabaseIsSeenAndItsEndIsEnough)
{
    Till till = enrolTill();
    const Cursor start = pull(till, {1, 0, 0}).next;
    platform::Connection idle(TestCluster::instance().makeEmptyDatabase());
    idle.runScript("begin; select pg_current_xact_id()");
    ASSERT_EQ(pushOne(till, createProduct(till, newId<ProductId>(), QStringLiteral("A"))).outcome, Outcome::Applied);
    EXPECT_TRUE(pull(till, start).rows.isEmpty());
    EXPECT_EQ(figure("crema_sync_feed_lag_rows"), 1);
    const double oldest = figure("crema_database_oldest_transaction_seconds");
    EXPECT_GT(oldest, 0);
    EXPECT_GE(figure("crema_sync_feed_lag_seconds"), oldest) << "it grows with each look";

    idle.runScript("rollback");
    EXPECT_EQ(pull(till, start).rows.size(), 1);
    EXPECT_EQ(figure("crema_sync_feed_lag_rows"), 0);
    EXPECT_EQ(figure("crema_sync_feed_lag_seconds"), 0);
}

/// A database in which something stalls for as long as the test says.
class StalledDatabase final : public simulation::MemoryDatabase
{
public:
    platform::FeedStall stall() override { return {ageMs, QStringLiteral("session 4711"), 12, 0}; }

    std::int64_t ageMs = 0;
};

TEST_F(FeedWatchTest, TheLogNamesWhoStallsOnceAndSaysThatItIsOver)
{
    StalledDatabase database;
    QByteArrayList lines;
    platform::Log told(clock, platform::LogLevel::Warning,
                       [&lines](QByteArrayView line) { lines << line.toByteArray(); });
    const auto tokens = platform::AccessTokens::fromPem(platform::TokenKey::generate(1'024), randomness);
    ASSERT_TRUE(tokens);
    platform::DeviceRevocations revocations(database);
    platform::EndedSessions endedSessions(pool, clock);
    platform::ConfigService config(pool, clock, told);
    platform::DomainCore core{pool,   database, clock,       randomness,    told,  metrics,
                              events, **tokens, revocations, endedSessions, config};
    platform::FeedWatch watch(core);
    database.ageMs = 5'000;
    watch.look();
    EXPECT_TRUE(lines.isEmpty()) << "everybody may take some seconds";
    database.ageMs = 20'000;
    watch.look();
    watch.look();
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines[0].contains("sync.feed_stalled"));
    EXPECT_TRUE(lines[0].contains("session 4711"));
    EXPECT_TRUE(lines[0].contains("\"held_rows\":12"));
    database.ageMs = 0;
    watch.look();
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[1].contains("sync.feed_moves_again"));
}

/// The third point: eight devices push at once, and one that asks all the time misses nothing of it.
TEST_F(FeedWatchTest, APollingDeviceMissesNothingOfEightThatPush)
{
    constexpr int writers = 8;
    constexpr int batches = 15;
    constexpr int operationsEach = 3;
    Till reader = enrolTill();
    QSet<QUuid> made;
    std::vector<std::pair<Till, QList<QList<Envelope>>>> work;
    for (int writer = 0; writer < writers; ++writer) {
        Till till = enrolTill();
        QList<QList<Envelope>> envelopes;
        for (int batch = 0; batch < batches; ++batch) {
            envelopes.append(QList<Envelope>());
            for (int i = 0; i < operationsEach; ++i) {
                const auto id = newId<ProductId>();
                made.insert(id.value());
                envelopes.last().append(envelopeOf(till, createProduct(till, id, id.toString())));
            }
        }
        work.push_back({till, envelopes});
    }
    std::atomic<int> running = writers;
    std::vector<std::thread> threads;
    for (const auto &[till, envelopes] : work) {
        threads.emplace_back([this, &running, &till = till, &envelopes = envelopes] {
            for (const QList<Envelope> &batch : envelopes)
                EXPECT_TRUE(push(till, batch));
            --running;
        });
    }
    QSet<QUuid> seen;
    Cursor cursor{1, 0, 0};
    const auto follow = [&] {
        for (FeedPage page{{}, cursor, true}; page.more;) {
            page = pull(reader, page.next, 20);
            cursor = page.next;
            for (const FeedRow &row : std::as_const(page.rows)) {
                if (row.entityType == entity::product)
                    seen.insert(row.entityId);
            }
        }
    };
    while (running > 0)
        follow();
    for (std::thread &thread : threads)
        thread.join();
    follow();
    EXPECT_EQ(seen, made);
}

} // namespace
} // namespace crema::testing
