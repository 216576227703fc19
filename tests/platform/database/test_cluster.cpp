// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/database/test_cluster.h"

#include "platform/domain/bootstrap.h"
#include "platform/identity/stored_token_keys.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>

#include <unistd.h>

namespace crema::testing {
namespace {

QString binFolder()
{
    QProcess process;
    process.start(QStringLiteral("pg_config"), {QStringLiteral("--bindir")});
    process.waitForFinished();
    const QString folder = QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
    if (QFile::exists(folder + QStringLiteral("/initdb")))
        return folder;
    const QDir all(QStringLiteral("/usr/lib/postgresql"));
    const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    return versions.isEmpty() ? QString() : all.filePath(versions.first() + QStringLiteral("/bin"));
}

} // namespace

TestCluster &TestCluster::instance()
{
    static TestCluster cluster;
    return cluster;
}

TestCluster::TestCluster() : m_bin(binFolder())
{
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (geteuid() == 0) {
        QProcess::execute(QStringLiteral("chown"), {QStringLiteral("postgres"), m_folder.path()});
        QProcess::execute(QStringLiteral("chmod"), {QStringLiteral("755"), m_folder.path()});
    }
    const bool made =
        run(QStringLiteral("initdb"), {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("postgres"),
                                       QStringLiteral("--auth=trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                                       QStringLiteral("--no-sync"), QStringLiteral("--locale=C.UTF-8")});
    // Its databases are thrown away with it. With hundreds of them autovacuum starts a worker every 100 ms.
    const QString settings = QStringLiteral("-c listen_addresses= -c unix_socket_directories=%1 -c fsync=off "
                                            "-c full_page_writes=off -c autovacuum=off -c wal_level=minimal "
                                            "-c max_wal_senders=0 -c max_connections=60 -c shared_buffers=32MB")
                                 .arg(m_folder.path());
    const bool started =
        made && run(QStringLiteral("pg_ctl"), {QStringLiteral("-D"), data, QStringLiteral("-w"), QStringLiteral("-l"),
                                               m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"), settings,
                                               QStringLiteral("start")});
    EXPECT_TRUE(started) << "PostgreSQL did not start";
}

TestCluster::~TestCluster()
{
    run(QStringLiteral("pg_ctl"), {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")),
                                   QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop")});
}

bool TestCluster::run(const QString &program, const QStringList &arguments) const
{
    QString command = m_bin + QLatin1Char('/') + program;
    QStringList all = arguments;
    if (geteuid() == 0) {
        all = QStringList{QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                          QStringLiteral("--clear-groups"), command} +
              arguments;
        command = QStringLiteral("setpriv");
    }
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(command, all);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

QString TestCluster::urlOf(const QString &database) const
{
    return QStringLiteral("host=%1 user=postgres dbname=%2").arg(m_folder.path(), database);
}

void TestCluster::execute(const QByteArray &statement)
{
    if (!m_making)
        m_making.emplace(urlOf(QStringLiteral("postgres")));
    m_making->runScript(statement);
}

QString TestCluster::makeEmptyDatabase()
{
    const QString name = QStringLiteral("empty_%1").arg(++m_count);
    execute("create database " + name.toLatin1());
    return urlOf(name);
}

QString TestCluster::makeDatabase()
{
    prepareTemplate();
    return copyOf("crema_template");
}

QString TestCluster::makeCopy(const QByteArray &name, const std::function<void(const QString &url)> &fill)
{
    prepareTemplate();
    if (!m_templates.contains(name)) {
        execute("create database " + name + " template crema_template strategy file_copy");
        fill(urlOf(QString::fromLatin1(name)));
        m_templates.insert(name);
    }
    return copyOf(name);
}

void TestCluster::prepareTemplate()
{
    if (m_templates.contains("crema_template"))
        return;
    execute("create database crema_template");
    platform::Connection connection(urlOf(QStringLiteral("crema_template")));
    EXPECT_TRUE(platform::prepareDatabase(connection));
    // One key for all of them: to find the primes of one takes longer than most tests.
    SeededRandomness randomness{11};
    platform::Transaction transaction(connection);
    (void)platform::saveTokenKey(transaction, FixedClock().now(), randomness);
    transaction.commit();
    m_templates.insert("crema_template");
}

QString TestCluster::copyOf(const QByteArray &name)
{
    const QString copy = QStringLiteral("test_%1").arg(++m_count);
    // Copied as files: a cluster that does not sync does that in half the time of writing every page to the log.
    execute("create database " + copy.toLatin1() + " template " + name + " strategy file_copy");
    return urlOf(copy);
}

} // namespace crema::testing
