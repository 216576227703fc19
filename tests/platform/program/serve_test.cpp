// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cluster/postmaster.h"
#include "tests/platform/program/prepared_folder.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
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

    /// The same, in a folder that a platform has had before.
    [[nodiscard]] QByteArray startAgainAndReadLine(QProcess &process) const
    {
        EXPECT_TRUE(crema::testing::fillWithPlatform(folder.path()));
        return startAndReadLine(process, serveArguments());
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
    const QByteArray line = startAgainAndReadLine(process);
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
    ASSERT_TRUE(startAgainAndReadLine(killed).startsWith("ready "));
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
    const QByteArray line = startAgainAndReadLine(process);
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

/// A program that answers, as whoever has nothing but its address sees it.
class ServedTokens : public ServeTest
{
protected:
    struct Answer {
        int status = 0;
        QJsonObject problem;
        QByteArray challenge; ///< WWW-Authenticate

        bool operator==(const Answer &) const = default;
    };

    void SetUp() override
    {
        const QByteArray line = startAgainAndReadLine(process);
        ASSERT_TRUE(line.startsWith("ready http://127.0.0.1:")) << process.readAllStandardError().constData();
        base = QString::fromLatin1(line.trimmed().mid(6));
        const Answer keys = get(QStringLiteral("/.well-known/jwks.json"), {});
        key = keys.problem.value(u"keys").toArray().at(0).toObject();
        ASSERT_FALSE(key.value(u"kid").toString().isEmpty());
    }

    void TearDown() override
    {
        process.terminate();
        ASSERT_TRUE(process.waitForFinished());
    }

    Answer get(const QString &path, const QByteArray &token)
    {
        QNetworkRequest request{QUrl(base + path)};
        request.setRawHeader("Accept-Language", "en");
        if (!token.isNull())
            request.setRawHeader("Authorization", "Bearer " + token);
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        QJsonObject body = QJsonDocument::fromJson(reply->readAll()).object();
        for (const char *own : {"instance", "request_id"})
            body.remove(QLatin1StringView(own));
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), body,
                reply->rawHeader("WWW-Authenticate")};
    }

    static QByteArray part(const QByteArray &text)
    {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }

    [[nodiscard]] QByteArray header(const QByteArray &algorithm, const QByteArray &keyId = {}) const
    {
        const QByteArray named = keyId.isNull() ? key.value(u"kid").toString().toLatin1() : keyId;
        return R"({"alg":")" + algorithm + R"(","kid":")" + named + R"(","typ":"at+jwt"})";
    }

    QProcess process;
    QNetworkAccessManager network;
    QString base;
    QJsonObject key;
    /// What would be let in everywhere if it were signed.
    const QByteArray claims =
        R"({"aud":"crema-api","client_id":"0193f6a0-0000-7000-8000-000000000001","exp":9999999999,)"
        R"("iat":9999999100,"iss":"crema-platform","jti":"x","per":["stock.read"],"sub":"x"})";
};

TEST_F(ServedTokens, WhateverIsWrongGetsOneAnswer)
{
    const Answer refused = get(QStringLiteral("/api/v1/stock"), "made.up.token");
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(refused.problem.value(u"code").toString(), QStringLiteral("identity.token"));
    const QByteArray signature = part(QByteArray(256, '\x2a'));
    const QByteArray modulus =
        QByteArray::fromBase64(key.value(u"n").toString().toLatin1(), QByteArray::Base64UrlEncoding);
    QByteArrayList tokens;
    for (const char *name : {"none", "None", "NONE", "nOnE", "", "HS256", "RS384", "PS256", "ES256", "rs256"}) {
        const QByteArray start = part(header(name)) + '.' + part(claims) + '.';
        tokens += {start, start + signature};
    }
    // Signed with what everybody may read, as a text that a careless library takes for the secret.
    for (const char *name : {"HS256", "RS256"}) {
        const QByteArray start = part(header(name)) + '.' + part(claims);
        tokens += start + '.' + part(QMessageAuthenticationCode::hash(start, modulus, QCryptographicHash::Sha256));
    }
    for (const char *keyId : {"", "unknown", "../../../../dev/null", "' or 1=1 --", "|/usr/bin/id"})
        tokens += part(header("RS256", keyId)) + '.' + part(claims) + '.' + signature;
    // What is said twice: whoever takes the first reads another thing than whoever takes the last.
    const QByteArray twice = R"({"alg":"none",)" + header("RS256").mid(1);
    tokens += part(twice) + '.' + part(claims) + '.' + signature;
    tokens += part(header("RS256")) + '.' + part(R"({"exp":1,)" + claims.mid(1)) + '.' + signature;
    // A key that it brings along, or the address of one.
    tokens += part(header("RS256").chopped(1) + R"(,"jku":"http://127.0.0.1:9/keys"})") + '.' + part(claims) + '.' +
              signature;
    tokens += {part(header("RS256")) + '.' + part(claims) + '.', part(header("RS256")) + '.' + part(claims), "..", "."};
    for (const QByteArray &token : tokens)
        EXPECT_EQ(get(QStringLiteral("/api/v1/stock"), token), refused) << token.constData();
    // The door reads no head of that size, whatever stands in it.
    EXPECT_EQ(get(QStringLiteral("/api/v1/stock"), QByteArray(1'000'000, 'a')).status, 431);
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
