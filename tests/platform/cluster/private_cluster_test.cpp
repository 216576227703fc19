// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/cluster_folder.h"
#include "platform/cluster/cluster_programs.h"
#include "platform/cluster/postmaster.h"
#include "platform/cluster/private_cluster.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace crema::platform {
namespace {

/// One value from the database, or what the server had to say against it.
QByteArray ask(const ConnectionInfo &info, const char *query)
{
    PGconn *connection = PQconnectdb(info.url.toUtf8().constData());
    PGresult *result = PQexec(connection, query);
    const bool hasRow = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) > 0;
    QByteArray text = hasRow ? QByteArray(PQgetvalue(result, 0, 0)) : QByteArray(PQerrorMessage(connection));
    PQclear(result);
    PQfinish(connection);
    return text;
}

class PrivateClusterTest : public ::testing::Test
{
protected:
    Result<std::unique_ptr<PrivateCluster>> start(ClusterUse use = ClusterUse::Serve)
    {
        return PrivateCluster::start(folder(), use, wait);
    }
    QString folder() const { return temporary.path() + QStringLiteral("/data"); }
    QString clusterFolder() const { return folder() + QStringLiteral("/postgres"); }

    /// Runs the action in a process of its own and gives its exit code.
    template<class Action>
    static int inChild(Action action)
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(action());
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    // In memory: making a cluster syncs a thousand files, and a busy disk would be most of the test.
    QTemporaryDir temporary{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    SystemBlockingWait wait;
};

TEST_F(PrivateClusterTest, StartsEmptyThenAgainWithItsData)
{
    auto first = start();
    ASSERT_TRUE(first) << qPrintable(first.error().message);
    EXPECT_FALSE((*first)->connection().isTakenOver);
    EXPECT_EQ(ask((*first)->connection(), "SELECT current_user || ' ' || current_database()"), "crema crema");
    EXPECT_EQ(ask((*first)->connection(), "SHOW listen_addresses"), "");
    EXPECT_EQ(ask((*first)->connection(), "SHOW fsync"), "on");
    EXPECT_EQ(ask((*first)->connection(), "SHOW idle_in_transaction_session_timeout"), "10s");
    ask((*first)->connection(), "CREATE TABLE kept AS SELECT 'yes' AS answer");
    const qint64 pid = (*first)->connection().serverPid;
    EXPECT_TRUE((*first)->stop());
    EXPECT_FALSE(Postmaster::find(clusterFolder()));

    QElapsedTimer timer;
    timer.start();
    auto second = start();
    ASSERT_TRUE(second) << qPrintable(second.error().message);
    std::printf("second start took %lld ms\n", timer.elapsed());
    EXPECT_NE((*second)->connection().serverPid, pid);
    EXPECT_EQ(ask((*second)->connection(), "SELECT answer FROM kept"), "yes");
}

TEST_F(PrivateClusterTest, KeepsItsFoldersToItself)
{
    auto cluster = start();
    ASSERT_TRUE(cluster) << qPrintable(cluster.error().message);
    for (const QString &name : {QStringLiteral("/socket"), QStringLiteral("/postgres"), QStringLiteral("/log")}) {
        struct stat status {};
        ASSERT_EQ(::stat(QFile::encodeName(folder() + name).constData(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777u, 0700u) << qPrintable(name);
    }
}

TEST_F(PrivateClusterTest, PutsTheSocketOfALongFolderSomewhereShorter)
{
    const QString deep = temporary.path() + u'/' + QString(120, u'd');
    auto cluster = PrivateCluster::start(deep, ClusterUse::Serve, wait);
    ASSERT_TRUE(cluster) << qPrintable(cluster.error().message);
    const std::optional<Postmaster> server = Postmaster::find(deep + QStringLiteral("/postgres"));
    ASSERT_TRUE(server);
    EXPECT_LT(server->socketFolder.size(), 90);
    EXPECT_EQ(ask((*cluster)->connection(), "SELECT 1"), "1");
    ASSERT_TRUE((*cluster)->stop());
    QDir(server->socketFolder).removeRecursively();
}

TEST_F(PrivateClusterTest, RefusesASecondPlatformAndLetsAVerbAttach)
{
    auto platform = start();
    ASSERT_TRUE(platform) << qPrintable(platform.error().message);
    const auto second = start();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, QStringLiteral("cluster.in_use"));
    EXPECT_TRUE(second.error().message.contains(QString::number(::getpid())));

    auto verb = start(ClusterUse::Moment);
    ASSERT_TRUE(verb) << qPrintable(verb.error().message);
    EXPECT_EQ((*verb)->connection().serverPid, (*platform)->connection().serverPid);
    verb->reset();
    EXPECT_EQ(ask((*platform)->connection(), "SELECT 1"), "1");
}

TEST_F(PrivateClusterTest, StartsForAMomentWhenNoPlatformRuns)
{
    {
        auto verb = start(ClusterUse::Moment);
        ASSERT_TRUE(verb) << qPrintable(verb.error().message);
        EXPECT_EQ(ask((*verb)->connection(), "SELECT 1"), "1");
    }
    EXPECT_FALSE(Postmaster::find(clusterFolder()));
}

TEST_F(PrivateClusterTest, TakesOverTheServerOfAKilledPlatform)
{
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t platform = ::fork();
    if (platform == 0) {
        const auto cluster = start();
        const qint64 pid = cluster ? (*cluster)->connection().serverPid : -1;
        (void)!::write(ready[1], &pid, sizeof pid);
        ::pause();
        ::_exit(0);
    }
    qint64 pid = -1;
    ASSERT_EQ(::read(ready[0], &pid, sizeof pid), ssize_t(sizeof pid));
    ASSERT_GT(pid, 1);
    ::kill(platform, SIGKILL);
    ::waitpid(platform, nullptr, 0);

    auto next = start();
    ASSERT_TRUE(next) << qPrintable(next.error().message);
    EXPECT_TRUE((*next)->connection().isTakenOver);
    EXPECT_EQ((*next)->connection().serverPid, pid);
    EXPECT_EQ(ask((*next)->connection(), "SELECT 1"), "1");
    EXPECT_TRUE((*next)->stop());
    EXPECT_FALSE(Postmaster::find(clusterFolder()));
}

TEST_F(PrivateClusterTest, StartsAgainAfterTheServerItselfWasKilled)
{
    auto first = start();
    ASSERT_TRUE(first) << qPrintable(first.error().message);
    ask((*first)->connection(), "CREATE TABLE kept AS SELECT 'yes' AS answer");
    ::kill(static_cast<pid_t>((*first)->connection().serverPid), SIGKILL);
    for (int i = 0; i < 1'000 && Postmaster::find(clusterFolder()); ++i)
        wait.waitMs(5);
    EXPECT_TRUE((*first)->stop());
    auto second = start();
    ASSERT_TRUE(second) << qPrintable(second.error().message);
    EXPECT_EQ(ask((*second)->connection(), "SELECT answer FROM kept"), "yes");
}

TEST_F(PrivateClusterTest, EndsAlthoughAClientHoldsATransactionOpen)
{
    auto cluster = start();
    ASSERT_TRUE(cluster) << qPrintable(cluster.error().message);
    PGconn *client = PQconnectdb((*cluster)->connection().url.toUtf8().constData());
    PQclear(PQexec(client, "BEGIN"));
    QElapsedTimer timer;
    timer.start();
    EXPECT_TRUE((*cluster)->stop());
    EXPECT_LT(timer.elapsed(), 4'000);
    EXPECT_FALSE(Postmaster::find(clusterFolder()));
    PQfinish(client);
}

TEST_F(PrivateClusterTest, DoesNotMistakeAnotherProcessForItsServer)
{
    ASSERT_TRUE(QDir().mkpath(clusterFolder()));
    QFile file(clusterFolder() + QStringLiteral("/postmaster.pid"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(::getpid()) + "\n/x\n1\n5432\n/x\n\n\nready\n");
    file.close();
    EXPECT_FALSE(Postmaster::find(clusterFolder()));
    EXPECT_TRUE(stopServer(clusterFolder(), 10, wait));
}

TEST_F(PrivateClusterTest, RunsForAnOrdinaryUser)
{
    if (::geteuid() != 0)
        GTEST_SKIP() << "This already is an ordinary user.";
    const passwd *nobody = ::getpwnam("nobody");
    ASSERT_NE(nobody, nullptr);
    ASSERT_EQ(::chown(QFile::encodeName(temporary.path()).constData(), nobody->pw_uid, nobody->pw_gid), 0);
    const int code = inChild([&] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(nobody->pw_gid) != 0 || ::setuid(nobody->pw_uid) != 0)
            return 2;
        auto cluster = start();
        if (!cluster) {
            std::fprintf(stderr, "%s\n", qPrintable(cluster.error().message));
            return 3;
        }
        const bool answers = ask((*cluster)->connection(), "SELECT 1") == "1";
        return answers && (*cluster)->stop() ? 0 : 4;
    });
    EXPECT_EQ(code, 0);
}

TEST_F(PrivateClusterTest, RunsAsPostgresWhereNamespacesAreRefused)
{
    const passwd *postgres = ::getpwnam("postgres");
    if (::geteuid() != 0 || postgres == nullptr)
        GTEST_SKIP() << "Only root can become postgres.";
    const ClusterAccount account{ClusterAccount::Kind::Postgres,
                                 {QStringLiteral("setpriv"), QStringLiteral("--reuid=%1").arg(postgres->pw_uid),
                                  QStringLiteral("--regid=%1").arg(postgres->pw_gid), QStringLiteral("--clear-groups"),
                                  QStringLiteral("--")},
                                 postgres->pw_uid,
                                 postgres->pw_gid};
    auto cluster = PrivateCluster::startAs(account, folder(), ClusterUse::Serve, wait);
    ASSERT_TRUE(cluster) << qPrintable(cluster.error().message);
    EXPECT_EQ(ask((*cluster)->connection(), "SELECT 1"), "1");
    const QString root = QFile::symLinkTarget(folder() + QStringLiteral("/cluster"));
    EXPECT_TRUE(root.startsWith(u"/var/lib/crema/"));
    EXPECT_TRUE((*cluster)->stop());
    QDir(root).removeRecursively();
}

TEST(ClusterPrograms, NamesThePackageOfAVersionThatIsMissing)
{
    const Result<QString> programs = findServerPrograms(QStringLiteral("7"));
    ASSERT_FALSE(programs);
    EXPECT_EQ(programs.error().code, QStringLiteral("cluster.programs_missing"));
    EXPECT_TRUE(programs.error().hint.contains(u"postgresql-7"));
}

} // namespace
} // namespace crema::platform
