// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/id.h"
#include "models/base/uuid7.h"
#include "models/security/signing_key.h"
#include "models/security/tokens.h"
#include "tests/platform/program/prepared_folder.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

namespace crema::platform {
namespace {

constexpr int patienceMs = 30'000;
const QString email = QStringLiteral("ada@example.org");
const QByteArray goodPassword = "harbour walks at seven";
const QByteArray otherPassword = "nine blue kettles";

struct Answer {
    int status = 0;
    QJsonObject body;
};

/// The program as its first admin meets it: served, then `user create`, `enroll-code` and a device that signs in.
class UserVerbTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(crema::testing::fillWithPlatform(folder.path()));
        m_server.start(program(),
                       {QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--data"), folder.path(),
                        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--create")});
        while (!m_server.canReadLine() && m_server.waitForReadyRead(patienceMs)) {}
        const QByteArray line = m_server.readLine().trimmed();
        ASSERT_TRUE(line.startsWith("ready ")) << m_server.readAllStandardError().constData();
        m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
    }

    void TearDown() override
    {
        m_server.terminate();
        EXPECT_TRUE(m_server.waitForFinished());
    }

    static QString program() { return qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"); }

    QString passwordFile(const QByteArray &text) const
    {
        QFile file(folder.filePath(QStringLiteral("password")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    /// Runs a verb on the folder of the server; leaves its exit code in `exitCode`.
    QByteArray verb(const QStringList &arguments)
    {
        QProcess process;
        process.start(program(), arguments + QStringList{QStringLiteral("--data"), folder.path()});
        EXPECT_TRUE(process.waitForFinished(patienceMs));
        exitCode = process.exitCode();
        complaint = process.readAllStandardError();
        return process.readAllStandardOutput().trimmed();
    }

    QByteArray createUser(const QByteArray &password, const QString &role)
    {
        return verb({QStringLiteral("user"), QStringLiteral("create"), QStringLiteral("--email"), email,
                     QStringLiteral("--role"), role, QStringLiteral("--password-file"), passwordFile(password)});
    }

    Answer post(const QByteArray &path, const QJsonObject &json, const QByteArray &token = {}) const
    {
        const QByteArray body = QJsonDocument(json).toJson(QJsonDocument::Compact);
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        EXPECT_TRUE(socket.waitForConnected());
        socket.write("POST " + path +
                     " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: "
                     "application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n" +
                     (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") + "\r\n" + body);
        QByteArray answer;
        while (socket.waitForReadyRead(patienceMs))
            answer += socket.readAll();
        return {answer.mid(9, 3).toInt(), QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object()};
    }

    Answer enrol(const QString &code)
    {
        testing::FixedClock clock;
        testing::SeededRandomness randomness{11};
        const auto device = makeId<DeviceId>(clock.now(), randomness);
        const SigningKey key = SigningKey::generate(randomness);
        const QByteArray message = QStringLiteral("crema-enroll\n%1\n%2").arg(code, device.toString()).toUtf8();
        return post("/api/v1/devices/enroll", {{QStringLiteral("code"), code},
                                               {QStringLiteral("device"), device.toString()},
                                               {QStringLiteral("epoch"), 1},
                                               {QStringLiteral("name"), QStringLiteral("Till")},
                                               {QStringLiteral("public_key"), toBase64Url(key.publicKey())},
                                               {QStringLiteral("signature"), toBase64Url(key.sign(message))}});
    }

    /// `user NAME` about the person of these tests.
    QByteArray change(const QString &name, const QStringList &more = {})
    {
        return verb(QStringList{QStringLiteral("user"), name, QStringLiteral("--email"), email} + more);
    }

    Answer login(const QByteArray &password, const QByteArray &token) const
    {
        return post("/api/v1/auth/login",
                    {{QStringLiteral("email"), email}, {QStringLiteral("password"), QString::fromUtf8(password)}},
                    token);
    }

    QTemporaryDir folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    int exitCode = -1;
    QByteArray complaint;

private:
    QProcess m_server;
    quint16 m_port = 0;
};

TEST_F(UserVerbTest, MakesSomebodyWhoCanSignInAndChangesTheirPassword)
{
    const QByteArray id = createUser(goodPassword, QStringLiteral("admin"));
    ASSERT_EQ(exitCode, 0) << complaint.constData();
    EXPECT_TRUE(PersonId::fromString(QString::fromLatin1(id))) << id.constData();

    const QByteArray code = verb({QStringLiteral("enroll-code"), QStringLiteral("--location"), QStringLiteral("main"),
                                  QStringLiteral("--user"), email});
    ASSERT_EQ(exitCode, 0) << complaint.constData();
    const Answer enrolled = enrol(QString::fromLatin1(code.split('\n').constLast()));
    ASSERT_EQ(enrolled.status, 200);
    const QByteArray token = enrolled.body.value(QStringLiteral("access_token")).toString().toLatin1();

    const Answer signedIn = login(goodPassword, token);
    EXPECT_EQ(signedIn.status, 200);
    const QJsonObject person = signedIn.body.value(QStringLiteral("person")).toObject();
    EXPECT_EQ(person.value(QStringLiteral("id")).toString().toLatin1(), id);
    EXPECT_EQ(person.value(QStringLiteral("role")).toString(), QStringLiteral("admin"));
    EXPECT_EQ(login("wrong password", token).status, 401);

    EXPECT_TRUE(change(QStringLiteral("set-password"), {QStringLiteral("--password-file"), passwordFile(otherPassword)})
                    .contains("new password"))
        << complaint.constData();
    EXPECT_EQ(complaint, QByteArray());
    EXPECT_EQ(login(goodPassword, token).status, 401);
    EXPECT_EQ(login(otherPassword, token).status, 200);

    EXPECT_TRUE(change(QStringLiteral("disable")).isEmpty()) << "nobody would be left who may do everything";
    EXPECT_EQ(exitCode, 5);
    EXPECT_TRUE(change(QStringLiteral("set-role"), {QStringLiteral("--role"), QStringLiteral("manager")}).isEmpty());
    EXPECT_EQ(exitCode, 5);
    verb({QStringLiteral("user"), QStringLiteral("create"), QStringLiteral("--email"), QStringLiteral("bo@example.org"),
          QStringLiteral("--role"), QStringLiteral("admin"), QStringLiteral("--password-file"),
          passwordFile(goodPassword)});
    ASSERT_EQ(exitCode, 0) << complaint.constData();
    EXPECT_FALSE(change(QStringLiteral("set-role"), {QStringLiteral("--role"), QStringLiteral("manager")}).isEmpty());
    EXPECT_FALSE(change(QStringLiteral("disable")).isEmpty());
    EXPECT_EQ(login(otherPassword, token).status, 401);
    const QByteArray list = verb({QStringLiteral("user"), QStringLiteral("list")});
    EXPECT_TRUE(list.contains("ada@example.org  manager  disabled  " + id + "  ada")) << list.constData();
    EXPECT_FALSE(change(QStringLiteral("enable")).isEmpty());
    EXPECT_EQ(login(otherPassword, token).status, 200);
    verb({QStringLiteral("audit"), QStringLiteral("verify")});
    EXPECT_EQ(exitCode, 0) << complaint.constData();
}

TEST_F(UserVerbTest, CreatingSomebodyWhoIsThereChangesNothing)
{
    const QByteArray id = createUser(goodPassword, QStringLiteral("manager"));
    ASSERT_EQ(exitCode, 0) << complaint.constData();
    const QByteArray before = verb({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--json")});
    EXPECT_TRUE(createUser(otherPassword, QStringLiteral("admin")).isEmpty());
    EXPECT_EQ(exitCode, 5);
    EXPECT_TRUE(complaint.contains("user set-password")) << complaint.constData();
    EXPECT_EQ(verb({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--json")}), before);
    const QJsonObject list = QJsonDocument::fromJson(before).object();
    EXPECT_EQ(list.value(QStringLiteral("schema")).toString(), QStringLiteral("user-list/1"));
    const QJsonObject person = list.value(QStringLiteral("items")).toArray().first().toObject();
    EXPECT_EQ(person.value(QStringLiteral("id")).toString().toLatin1(), id);
    EXPECT_EQ(person.value(QStringLiteral("role")).toString(), QStringLiteral("manager"));
    EXPECT_FALSE(person.contains(QStringLiteral("pin_hash")));
}

TEST_F(UserVerbTest, ChangesNobodyWhoIsNotThere)
{
    for (const QString &name : {QStringLiteral("disable"), QStringLiteral("enable")}) {
        EXPECT_TRUE(change(name).isEmpty());
        EXPECT_EQ(exitCode, 3) << qPrintable(name);
    }
    change(QStringLiteral("set-password"), {QStringLiteral("--password-file"), passwordFile(goodPassword)});
    EXPECT_EQ(exitCode, 3);
    EXPECT_TRUE(complaint.contains("user list")) << complaint.constData();
}

TEST_F(UserVerbTest, SaysWhatIsMissing)
{
    EXPECT_TRUE(createUser("short\n", QStringLiteral("admin")).isEmpty());
    EXPECT_NE(exitCode, 0);
    EXPECT_TRUE(complaint.contains("too short")) << complaint.constData();
    EXPECT_TRUE(createUser("ada@example.org\n", QStringLiteral("admin")).isEmpty());
    EXPECT_EQ(exitCode, 2);
    EXPECT_TRUE(complaint.contains("easy to guess")) << complaint.constData();
    EXPECT_TRUE(createUser(goodPassword, QStringLiteral("king")).isEmpty());
    EXPECT_NE(exitCode, 0);
    EXPECT_TRUE(complaint.contains("barista")) << complaint.constData();
}

TEST_F(UserVerbTest, ALostDeviceIsShutOutAndItsGapIsNamed)
{
    ASSERT_FALSE(createUser(goodPassword, QStringLiteral("manager")).isEmpty());
    const QByteArray code = verb({QStringLiteral("enroll-code"), QStringLiteral("--location"), QStringLiteral("main"),
                                  QStringLiteral("--user"), email});
    const Answer enrolled = enrol(QString::fromLatin1(code.split('\n').constLast()));
    ASSERT_EQ(enrolled.status, 200);
    const QByteArray token = enrolled.body.value(QStringLiteral("access_token")).toString().toLatin1();
    const QByteArray list = verb({QStringLiteral("device"), QStringLiteral("list")});
    EXPECT_TRUE(list.startsWith("MAIN-1  ")) << list.constData();
    EXPECT_TRUE(list.contains("let in"));

    const QStringList revoke{QStringLiteral("device"), QStringLiteral("revoke")};
    EXPECT_TRUE(verb(revoke + QStringList{QStringLiteral("MAIN-7")}).isEmpty());
    EXPECT_EQ(exitCode, 3);
    const QByteArray said = verb(revoke + QStringList{QStringLiteral("main-1")});
    EXPECT_EQ(exitCode, 0) << complaint.constData();
    EXPECT_TRUE(said.contains("Nothing has arrived from it.")) << said.constData();
    EXPECT_TRUE(verb({QStringLiteral("device"), QStringLiteral("list")}).contains("shut out"));
    // Its token holds for some minutes more; it is out within seconds all the same.
    int status = 200;
    for (int i = 0; i < 100 && status == 200; ++i) {
        QThread::msleep(100);
        status = login(goodPassword, token).status;
    }
    EXPECT_EQ(status, 403);
    EXPECT_TRUE(verb(revoke + QStringList{QStringLiteral("MAIN-1")}).isEmpty()) << "the register has no other device";
}

TEST_F(UserVerbTest, KeysOfTokensAreListedAndRotatedWhileThePlatformRuns)
{
    const QStringList list{QStringLiteral("keys"), QStringLiteral("list")};
    const QStringList rotate{QStringLiteral("keys"), QStringLiteral("rotate")};
    const QByteArray first = verb(list);
    ASSERT_EQ(exitCode, 0) << complaint.constData();
    EXPECT_EQ(first.count('\n'), 0);
    EXPECT_TRUE(first.endsWith("signs")) << first.constData();
    const QByteArray second = verb(rotate);
    ASSERT_EQ(exitCode, 0) << complaint.constData();
    const QByteArray both = verb(list);
    EXPECT_TRUE(both.startsWith(first)) << both.constData();
    EXPECT_TRUE(both.contains(second)) << both.constData();
    EXPECT_TRUE(both.endsWith("signs soon")) << both.constData();
    const QByteArray third = verb(rotate + QStringList{QStringLiteral("--now")});
    EXPECT_TRUE(verb(list).startsWith(third));
    EXPECT_EQ(verb(list).count('\n'), 0) << "a key that became known has ended";
}

} // namespace
} // namespace crema::platform
