// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/postmaster.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

namespace crema::platform {
namespace {

class ServeTest : public ::testing::Test
{
protected:
    static QString program() { return qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"); }

    QStringList serveArguments() const
    {
        return {QStringLiteral("serve"),    QStringLiteral("--embedded"),  QStringLiteral("--data"),  folder.path(),
                QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--create")};
    }

    /// The first line on stdout.
    static QByteArray startAndReadLine(QProcess &process, const QStringList &arguments)
    {
        process.start(program(), arguments);
        while (!process.canReadLine() && process.waitForReadyRead(30'000)) {}
        return process.readLine();
    }

    // In memory: making a cluster syncs a thousand files, and a busy disk would be most of the test.
    QTemporaryDir folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
};

TEST_F(ServeTest, SaysWhereItIsReadyAndEndsWithItsDatabase)
{
    QProcess process;
    const QByteArray line = startAndReadLine(process, serveArguments());
    ASSERT_TRUE(line.startsWith("ready http://127.0.0.1:")) << process.readAllStandardError().constData();
    ASSERT_TRUE(Postmaster::find(folder.path() + QStringLiteral("/postgres")));

    QProcess second;
    second.start(program(), serveArguments());
    ASSERT_TRUE(second.waitForFinished());
    EXPECT_EQ(second.exitCode(), 5);
    EXPECT_TRUE(second.readAllStandardOutput().isEmpty());
    EXPECT_TRUE(second.readAllStandardError().contains("in use"));

    QElapsedTimer timer;
    timer.start();
    process.terminate();
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 0);
    EXPECT_LT(timer.elapsed(), 5'000);
    EXPECT_FALSE(Postmaster::find(folder.path() + QStringLiteral("/postgres")));
}

TEST_F(ServeTest, NeitherItNorItsDatabaseLeavesADump)
{
    QProcess process;
    process.setChildProcessModifier([] {
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_CORE, &limit);
    });
    const QByteArray line = startAndReadLine(process, serveArguments());
    ASSERT_TRUE(line.startsWith("ready http://127.0.0.1:")) << process.readAllStandardError().constData();
    const auto server = Postmaster::find(folder.path() + QStringLiteral("/postgres"));
    ASSERT_TRUE(server);
    for (const qint64 pid : {process.processId(), qint64(server->pid)}) {
        QFile limits(QStringLiteral("/proc/%1/limits").arg(pid));
        ASSERT_TRUE(limits.open(QIODevice::ReadOnly));
        const QByteArray text = limits.readAll();
        const qsizetype core = text.indexOf("Max core file size");
        const QByteArray limit = text.mid(core + 19).simplified().split(' ').at(0);
        EXPECT_TRUE(limit == "1" || limit == "0") << text.constData();
    }
    process.terminate();
    ASSERT_TRUE(process.waitForFinished());
}

TEST_F(ServeTest, ASlipInTheFolderMakesNoPlatform)
{
    const QString slip = folder.path() + QStringLiteral("/dtaa");
    for (const QStringList &line :
         {QStringList{QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--listen"),
                      QStringLiteral("127.0.0.1:0")},
          QStringList{QStringLiteral("device"), QStringLiteral("list")},
          QStringList{QStringLiteral("enroll-code"), QStringLiteral("--location"), QStringLiteral("main")}}) {
        QProcess process;
        process.start(program(), line + QStringList{QStringLiteral("--data"), slip});
        ASSERT_TRUE(process.waitForFinished()) << qPrintable(line.join(u' '));
        EXPECT_EQ(process.exitCode(), 3) << qPrintable(line.join(u' '));
        const QByteArray said = process.readAllStandardError();
        EXPECT_TRUE(said.contains("There is no platform in " + slip.toUtf8())) << said.constData();
        EXPECT_FALSE(QFile::exists(slip)) << qPrintable(line.join(u' '));
    }
}

TEST_F(ServeTest, TakesUpWhereAKilledPlatformStopped)
{
    QProcess killed;
    ASSERT_TRUE(startAndReadLine(killed, serveArguments()).startsWith("ready "));
    const auto left = Postmaster::find(folder.path() + QStringLiteral("/postgres"));
    killed.kill();
    ASSERT_TRUE(killed.waitForFinished());
    QProcess next;
    ASSERT_TRUE(startAndReadLine(next, serveArguments()).startsWith("ready "));
    const auto taken = Postmaster::find(folder.path() + QStringLiteral("/postgres"));
    ASSERT_TRUE(left && taken);
    EXPECT_EQ(left->pid, taken->pid);
    next.terminate();
    ASSERT_TRUE(next.waitForFinished());
    EXPECT_FALSE(Postmaster::find(folder.path() + QStringLiteral("/postgres")));
}

TEST_F(ServeTest, AnswersInTheLanguageOfWhoeverAsks)
{
    QProcess process;
    const QByteArray line = startAndReadLine(process, serveArguments());
    ASSERT_TRUE(line.startsWith("ready http://127.0.0.1:")) << process.readAllStandardError().constData();
    QNetworkAccessManager network;
    const auto titleFor = [&](const QByteArray &language) {
        QNetworkRequest request(QUrl(QString::fromLatin1(line.trimmed().mid(6)) + QStringLiteral("/api/v1/stock")));
        request.setRawHeader("Accept-Language", language);
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return QJsonDocument::fromJson(reply->readAll()).object().value(u"title").toString();
    };
    EXPECT_EQ(titleFor("en"), QStringLiteral("Sign-in is needed"));
    EXPECT_EQ(titleFor("de-DE,de;q=0.9"), QStringLiteral("Eine Anmeldung ist nötig"));
    process.terminate();
    ASSERT_TRUE(process.waitForFinished());
}

TEST_F(ServeTest, TestsItself)
{
    QProcess process;
    process.start(program(), {QStringLiteral("--self-test")});
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
}

} // namespace
} // namespace crema::platform
