// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/database/test_cluster.h"
#include "tests/platform/valkey/valkey_server.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

namespace crema::testing {
namespace {

constexpr int startMs = 60'000;

/// The program itself, as one of several on a database.
class Platform
{
public:
    Platform(const QString &database, const QString &valkey, const QString &secretsKey)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DATABASE_URL"), database);
        environment.insert(QStringLiteral("VALKEY_URL"), valkey);
        environment.insert(QStringLiteral("CREMA_SECRETS_KEY_FILE"), secretsKey);
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"),
                        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(startMs)) {}
        const QByteArray line = m_process.readLine().trimmed();
        EXPECT_TRUE(line.startsWith("ready http://")) << m_process.readAllStandardError().constData();
        m_base = QString::fromLatin1(line.mid(6));
    }
    ~Platform()
    {
        m_process.terminate();
        EXPECT_TRUE(m_process.waitForFinished());
        EXPECT_EQ(m_process.exitStatus(), QProcess::NormalExit);
    }

    /// Tries a code that nobody gave out; the status of the answer.
    int guessCode()
    {
        QNetworkRequest request(QUrl(m_base + QStringLiteral("/api/v1/devices/readmit")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QJsonObject body{{QStringLiteral("code"), QStringLiteral("AAAA-AAAA")},
                               {QStringLiteral("device"), QStringLiteral("0193f6a0-0000-7000-8000-000000000001")},
                               {QStringLiteral("signature"), QString(86, u'A')}};
        return statusOf(m_network.post(request, QJsonDocument(body).toJson()));
    }
    int ready() { return statusOf(m_network.get(QNetworkRequest(QUrl(m_base + QStringLiteral("/health/ready"))))); }

private:
    static int statusOf(QNetworkReply *running)
    {
        const std::unique_ptr<QNetworkReply> reply(running);
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_base;
};

constexpr int tooMany = 429;
/// Ten cost nothing.
constexpr int freeGuesses = 10;

TEST(TwoPlatforms, WhatOneHasCountedRefusesAtTheOtherAndBothGoOnWithoutValkey)
{
    ValkeyServer server;
    const QString database = TestCluster::instance().makeDatabase();
    const QTemporaryDir folder;
    const QString secretsKey = folder.filePath(QStringLiteral("secrets.key"));
    Platform first(database, server.url(), secretsKey);
    Platform second(database, server.url(), secretsKey);
    for (int i = 0; i <= freeGuesses; ++i)
        EXPECT_NE(first.guessCode(), tooMany) << i;
    EXPECT_EQ(first.guessCode(), tooMany);
    EXPECT_EQ(second.guessCode(), tooMany) << "the first one of this platform, but not of whoever guesses";

    server.kill();
    EXPECT_EQ(first.ready(), 200);
    EXPECT_EQ(second.ready(), 200);
    EXPECT_EQ(first.guessCode(), tooMany) << "it counted itself";
    const int alone = second.guessCode();
    EXPECT_NE(alone, tooMany) << "it has counted nothing";
    EXPECT_GE(alone, 400);
    EXPECT_LT(alone, 500);
}

TEST(TwoPlatforms, AWrongAddressOfValkeyIsSaidAtTheStartWithoutIt)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("REDIS_URL"), QStringLiteral("http://:harbour@cache.example"));
    const QTemporaryDir folder;
    environment.insert(QStringLiteral("CREMA_SECRETS_KEY_FILE"), folder.filePath(QStringLiteral("secrets.key")));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"),
                  {QStringLiteral("serve"), QStringLiteral("--database"), QStringLiteral("host=nowhere")});
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    EXPECT_TRUE(said.contains("VALKEY_URL")) << said.constData();
    EXPECT_FALSE(said.contains("harbour")) << said.constData();
}

} // namespace
} // namespace crema::testing
