// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk/sim_disk.h"
#include "tests/simulation/disk/sim_sqlite_file_system.h"

#include <gtest/gtest.h>

#include <sqlite3.h>

namespace crema::simulation {
namespace {

/// SQLite alone on a simulated disk, as the store uses it: a log, FULL syncs, checkpoints by hand.
class Connection
{
public:
    explicit Connection(const QString &path)
    {
        EXPECT_EQ(sqlite3_open_v2(path.toUtf8().constData(), &m_connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                  SimSqliteFileSystem::name),
                  SQLITE_OK);
        EXPECT_EQ(run("PRAGMA journal_mode = WAL"), SQLITE_OK);
        EXPECT_EQ(run("PRAGMA synchronous = FULL"), SQLITE_OK);
        EXPECT_EQ(run("PRAGMA wal_autocheckpoint = 0"), SQLITE_OK);
    }
    ~Connection() { sqlite3_close(m_connection); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    int run(const char *sql) { return sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) & 0xff; }

    QByteArray value(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_connection, sql, -1, &statement, nullptr) != SQLITE_OK)
            return sqlite3_errmsg(m_connection);
        const int code = sqlite3_step(statement);
        const auto textOf = [](const unsigned char *text) { return reinterpret_cast<const char *>(text); };
        const QByteArray result(code == SQLITE_ROW ? textOf(sqlite3_column_text(statement, 0))
                                                   : sqlite3_errmsg(m_connection));
        sqlite3_finalize(statement);
        return result;
    }

private:
    sqlite3 *m_connection = nullptr;
};

class SimSqliteTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        seedSqlite(1);
        connection = std::make_unique<Connection>(path);
        ASSERT_EQ(connection->run("CREATE TABLE t (x INTEGER PRIMARY KEY, y TEXT)"), SQLITE_OK);
    }

    /// Ends the program, and begins it again.
    void crash(Crash kind)
    {
        disk.files().die();
        connection.reset();
        disk.files().crash(kind);
        connection = std::make_unique<Connection>(path);
    }

    SimDisk disk{QStringLiteral("/device"), 11};
    QString path = QStringLiteral("/device/base");
    std::unique_ptr<Connection> connection;
};

TEST_F(SimSqliteTest, TwoConnectionsShareTheIndexOfTheLog)
{
    Connection other(path);
    ASSERT_EQ(connection->run("INSERT INTO t VALUES (1, 'one')"), SQLITE_OK);
    EXPECT_EQ(other.value("SELECT y FROM t"), "one");
    // A reader keeps what it began with, also while the log grows and is moved.
    ASSERT_EQ(other.run("BEGIN"), SQLITE_OK);
    EXPECT_EQ(other.value("SELECT count(*) FROM t"), "1");
    ASSERT_EQ(connection->run("INSERT INTO t VALUES (2, 'two')"), SQLITE_OK);
    EXPECT_EQ(connection->run("PRAGMA wal_checkpoint(PASSIVE)"), SQLITE_OK);
    EXPECT_EQ(other.value("SELECT count(*) FROM t"), "1");
    ASSERT_EQ(other.run("COMMIT"), SQLITE_OK);
    EXPECT_EQ(other.value("SELECT count(*) FROM t"), "2");
    // One writes at a time.
    ASSERT_EQ(connection->run("BEGIN IMMEDIATE"), SQLITE_OK);
    EXPECT_EQ(other.run("INSERT INTO t VALUES (3, 'three')"), SQLITE_BUSY);
    ASSERT_EQ(connection->run("COMMIT"), SQLITE_OK);
    EXPECT_EQ(other.run("INSERT INTO t VALUES (3, 'three')"), SQLITE_OK);
}

TEST_F(SimSqliteTest, KeepsEachCommitThroughAPowerCut)
{
    for (int i = 0; i < 60; ++i) {
        const QByteArray insert = "INSERT INTO t VALUES (" + QByteArray::number(i) + ", hex(randomblob(3000)))";
        ASSERT_EQ(connection->run(insert.constData()), SQLITE_OK);
        if (i % 7 == 0) {
            EXPECT_EQ(connection->run("PRAGMA wal_checkpoint(PASSIVE)"), SQLITE_OK);
        }
        if (i % 2 == 0)
            crash(Crash::PowerCut);
        ASSERT_EQ(connection->value("SELECT count(*) FROM t").toInt(), i + 1);
        ASSERT_EQ(connection->value("PRAGMA integrity_check"), "ok");
    }
}

/// At every call of a commit of many pages the power goes: all of it is there afterwards, or nothing.
TEST_F(SimSqliteTest, RollsBackATornCommit)
{
    ASSERT_EQ(connection->run("INSERT INTO t VALUES (1, 'one')"), SQLITE_OK);
    connection.reset();
    const DiskImage image = disk.files().image();
    int undone = 0;
    int call = 1;
    for (bool finished = false; !finished; ++call) {
        disk.files().setImage(image);
        disk.files().crash(Crash::Kill);
        connection = std::make_unique<Connection>(path);
        disk.files().dieAt(disk.files().changingCalls() + call);
        finished = connection->run("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
                                   "INSERT INTO t SELECT i, hex(randomblob(1500)) FROM n") == SQLITE_OK;
        crash(Crash::PowerCut);
        const int count = connection->value("SELECT count(*) FROM t").toInt();
        ASSERT_TRUE(count == 40 || (count == 1 && !finished)) << count << " at call " << call;
        ASSERT_EQ(connection->value("PRAGMA integrity_check"), "ok");
        undone += count == 1;
    }
    EXPECT_GT(call, 10);
    EXPECT_GT(undone, 10);
}

/// B20: SQLite reports that a commit failed whose log frames are whole. Killed before the next commit, the program
/// finds the row there; it finds it gone when another commit came first.
TEST_F(SimSqliteTest, ACommitWhoseSyncFailedMayComeBack)
{
    disk.files().failSyncs(QStringLiteral("-wal"), 1);
    EXPECT_EQ(connection->run("INSERT INTO t VALUES (1, 'one')"), SQLITE_IOERR);
    EXPECT_EQ(connection->value("SELECT count(*) FROM t"), "0");
    crash(Crash::Kill);
    EXPECT_EQ(connection->value("SELECT count(*) FROM t"), "1");
    disk.files().failSyncs(QStringLiteral("-wal"), 1);
    EXPECT_EQ(connection->run("INSERT INTO t VALUES (2, 'two')"), SQLITE_IOERR);
    EXPECT_EQ(connection->run("INSERT INTO t VALUES (3, 'three')"), SQLITE_OK);
    crash(Crash::Kill);
    EXPECT_EQ(connection->value("SELECT group_concat(x) FROM t"), "1,3");
}

TEST_F(SimSqliteTest, SaysThatTheDiskIsFullAndThatAPageDoesNotRead)
{
    disk.files().setQuota(disk.files().usedBytes() + 2'000);
    EXPECT_EQ(connection->run("INSERT INTO t VALUES (1, hex(randomblob(9000)))"), SQLITE_FULL);
    disk.files().setQuota(-1);
    EXPECT_EQ(connection->run("INSERT INTO t VALUES (1, hex(randomblob(9000)))"), SQLITE_OK);
    EXPECT_EQ(connection->run("PRAGMA wal_checkpoint(TRUNCATE)"), SQLITE_OK);
    disk.files().breakPage(path, 2);
    crash(Crash::Kill);
    EXPECT_EQ(connection->value("SELECT length(y) FROM t"), "disk I/O error");
}

TEST(SimSqliteSeed, TheSameSeedWritesTheSameBytes)
{
    const auto play = [](std::uint64_t seed) {
        seedSqlite(seed);
        SimDisk disk(QStringLiteral("/device"), seed);
        for (int round = 0; round < 10; ++round) {
            auto connection = std::make_unique<Connection>(QStringLiteral("/device/base"));
            connection->run("CREATE TABLE IF NOT EXISTS t (x INTEGER PRIMARY KEY, y TEXT)");
            connection->run("INSERT INTO t (y) VALUES (hex(randomblob(4000)))");
            disk.files().dieAt(disk.files().changingCalls() + 3);
            connection->run("INSERT INTO t (y) VALUES (hex(randomblob(4000)))");
            connection.reset();
            disk.files().crash(Crash::PowerCut);
        }
        return disk.digest();
    };
    EXPECT_EQ(play(3), play(3));
    EXPECT_NE(play(3), play(4));
}

} // namespace
} // namespace crema::simulation
