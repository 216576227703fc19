// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/database/connection_pool.h"
#include "platform/database/database_failure.h"
#include "platform/database/migrator.h"
#include "platform/database/transaction.h"
#include "tests/platform/database/test_cluster.h"

#include <gtest/gtest.h>

#include <thread>

namespace crema::testing {
namespace {

using namespace platform;

TEST(Migrator, BringsAnEmptyDatabaseUpOnceThoughTwoNodesStart)
{
    const QString url = TestCluster::instance().makeEmptyDatabase();
    const auto start = [&] {
        Connection connection(url);
        EXPECT_TRUE(migrate(connection));
    };
    std::thread other(start);
    start();
    other.join();
    Connection connection(url);
    EXPECT_TRUE(migrate(connection));
    EXPECT_GE(connection.run("database/list_steps").count(), 8);
}

TEST(Migrator, LeavesTheDatabaseOfALaterVersionAlone)
{
    Connection connection(TestCluster::instance().makeDatabase());
    connection.runScript("insert into public.crema_schema_step values (9999, 'later', 'x', now())");
    connection.runScript("update public.crema_schema_step set number = 999 where number = 9999");
    const Result<void> result = migrate(connection);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, QStringLiteral("database.newer"));
}

TEST(Migrator, NoticesAStepThatWasChangedAfterItRan)
{
    Connection connection(TestCluster::instance().makeDatabase());
    connection.runScript("update public.crema_schema_step set checksum = 'other' where number = 1");
    const Result<void> result = migrate(connection);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, QStringLiteral("database.altered"));
}

TEST(Connection, SetsTheLimitsOfASession)
{
    Connection connection(TestCluster::instance().makeEmptyDatabase());
    connection.runScript("do $$ begin assert current_setting('idle_in_transaction_session_timeout') = '10s'; "
                         "assert current_setting('statement_timeout') = '1min'; "
                         "assert current_setting('jit') = 'off'; end $$");
}

TEST(Connection, TellsWhyTheServerSaidNo)
{
    Connection connection(TestCluster::instance().makeEmptyDatabase());
    try {
        connection.runScript("select nothing from nowhere");
        FAIL();
    } catch (const DatabaseFailure &failure) {
        EXPECT_EQ(failure.sqlState(), "42P01");
        EXPECT_FALSE(failure.isRetryable());
        EXPECT_EQ(failure.problem().kind, ProblemKind::Unavailable);
    }
}

TEST(Transaction, UndoesWhatWasNotCommitted)
{
    Connection connection(TestCluster::instance().makeEmptyDatabase());
    connection.runScript("create table probe (value int)");
    {
        Transaction transaction(connection);
        connection.runScript("insert into probe values (1)");
    }
    EXPECT_FALSE(connection.isInTransaction());
    connection.runScript("do $$ begin assert not exists (select from probe); end $$");
}

TEST(Transaction, RunsAgainAfterASerializationFailureAndGivesUpInTheEnd)
{
    int attempts = 0;
    EXPECT_EQ(retrying([&] {
                  if (++attempts < 3)
                      throw DatabaseFailure("40001", {});
                  return attempts;
              }),
              3);
    attempts = 0;
    EXPECT_THROW(retrying([&] {
                     ++attempts;
                     throw DatabaseFailure("40P01", {});
                 }),
                 DatabaseFailure);
    EXPECT_EQ(attempts, retryLimit);
    attempts = 0;
    EXPECT_THROW(retrying([&] {
                     ++attempts;
                     throw DatabaseFailure("53100", {});
                 }),
                 DatabaseFailure);
    EXPECT_EQ(attempts, 1);
}

TEST(ConnectionPool, ReusesSoundSessionsAndDropsThoseInATransaction)
{
    ConnectionPool pool(TestCluster::instance().makeEmptyDatabase(), 1);
    Connection *first = nullptr;
    {
        const auto lease = pool.borrow();
        first = &*lease;
    }
    {
        const auto lease = pool.borrow();
        EXPECT_EQ(&*lease, first);
        lease->runScript("begin");
    }
    const auto lease = pool.borrow();
    EXPECT_FALSE(lease->isInTransaction());
}

TEST(Param, KeepsTextsAndArraysAsTheyAre)
{
    EXPECT_STREQ(Param(QString()).text(), "");
    EXPECT_EQ(Param(std::nullopt).text(), nullptr);
    EXPECT_EQ(Param(std::optional<ProductId>()).text(), nullptr);
    EXPECT_STREQ(Param(QStringList{QStringLiteral("a\"b"), QStringLiteral("c\\d")}).text(), "{\"a\\\"b\",\"c\\\\d\"}");
    EXPECT_STREQ(Param::bytes(QByteArray("\x00\xff", 2)).text(), "\\x00ff");
}

} // namespace
} // namespace crema::testing
