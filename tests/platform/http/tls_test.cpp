// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/door_fixture.h"
#include "tests/platform/http/tls_client.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <openssl/ssl.h>

#include <ctime>

namespace crema::testing {
namespace {

using http::CertificateFacts;
using http::TlsFiles;
using http::TlsIdentity;

constexpr int days = 90;

class TlsTest : public DoorTest
{
protected:
    void openWithTls(const http::Limits &limits = {})
    {
        made = *http::createCertificate(files, {QStringLiteral("shop.local"), QStringLiteral("127.0.0.1")}, clock.now(),
                                        days);
        const auto identity = TlsIdentity::load(files);
        ASSERT_TRUE(identity) << qPrintable(identity.error().message);
        tls = *identity;
        open(limits);
    }

    QString path(const char *name) const { return folder.filePath(QLatin1StringView(name)); }

    QTemporaryDir folder;
    TlsFiles files{path("shop.pem"), path("shop.key")};
    CertificateFacts made;
};

TEST_F(TlsTest, AnswersWithTheCertificateOverBothVersions)
{
    openWithTls();
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client(port, {version, version});
        ASSERT_TRUE(client.isOpen()) << version;
        EXPECT_EQ(client.pin(), made.pin.toLatin1());
        for (int i = 0; i < 2; ++i) {
            client.send(get("/things/7"));
            const QByteArray answer = client.readAnswer();
            EXPECT_TRUE(answer.startsWith("HTTP/1.1 200 ")) << answer.constData();
            EXPECT_TRUE(answer.contains("\r\nStrict-Transport-Security: max-age=31536000\r\n"));
            EXPECT_TRUE(answer.endsWith("\r\n\r\n7")) << answer.constData();
        }
    }
}

TEST_F(TlsTest, RefusesWhatIsOldOrKeepsNoSecret)
{
    openWithTls();
    EXPECT_FALSE(TlsClient(port, {TLS1_VERSION, TLS1_1_VERSION}).isOpen());
    EXPECT_FALSE(TlsClient(port, {TLS1_2_VERSION, TLS1_2_VERSION, "ECDHE-ECDSA-AES128-SHA"}).isOpen());
    EXPECT_FALSE(TlsClient(port, {TLS1_2_VERSION, TLS1_2_VERSION, "AES128-GCM-SHA256"}).isOpen());
    EXPECT_FALSE(TlsClient(port, {0, 0, nullptr,
                                  QByteArray("\x03"
                                             "ftp")})
                     .isOpen());
    EXPECT_TRUE(TlsClient(port, {0, 0, nullptr, QByteArray("\x02h2\x08http/1.1")}).isOpen());
}

TEST_F(TlsTest, CarriesWhatIsLongerThanARecordBothWays)
{
    openWithTls();
    TlsClient client(port);
    QByteArray body(1'000'000, '\0');
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>('a' + i % 26);
    client.send("POST /echo HTTP/1.1\r\nHost: crema\r\nContent-Type: text/plain\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const QByteArray answer = client.readAnswer();
    EXPECT_TRUE(answer.endsWith(body)) << answer.size();
    client.send("GET /stream HTTP/1.1\r\nHost: crema\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.readAnswer().endsWith("3\n\r\n2\r\n2\n\r\n2\r\n1\n\r\n0\r\n\r\n"));
}

TEST_F(TlsTest, EndsInOrder)
{
    openWithTls();
    TlsClient client(port);
    client.send("GET /things/7 HTTP/1.1\r\nHost: crema\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.readAnswer().startsWith("HTTP/1.1 200 "));
    EXPECT_TRUE(client.endsInOrder()) << "an answer that is cut off must not look whole";
    TlsClient waiting(port);
    // With TLS 1.3 a client is through before the door is: an answer says that the door is too.
    waiting.send("GET /things/7 HTTP/1.1\r\nHost: crema\r\n\r\n");
    ASSERT_TRUE(waiting.readAnswer().startsWith("HTTP/1.1 200 "));
    door->stop();
    EXPECT_TRUE(waiting.endsInOrder());
}

TEST_F(TlsTest, TellsWhoForgotTheS)
{
    openWithTls();
    EXPECT_TRUE(exchange(get("/things/7")).endsWith("This address speaks only https\n"));
    EXPECT_TRUE(TlsClient(port).isOpen()) << "the next one";
}

TEST_F(TlsTest, WaitsForNoHandshakeWithoutEnd)
{
    http::Limits limits;
    limits.headMs = 200;
    openWithTls(limits);
    RawClient silent(port);
    silent.send("\x16\x03\x01");
    EXPECT_TRUE(silent.readAnswer().isEmpty());
    TlsClient client(port);
    client.send(get("/metrics"));
    const QByteArray figures = client.readAnswer();
    EXPECT_TRUE(figures.contains("\ncrema_tls_certificate_expires_timestamp_seconds "));
}

/// The door has one thread for all: whoever sends half a record and goes quiet must not keep it busy.
TEST_F(TlsTest, WaitsForTheRestOfARecordWithoutLookingAllTheTime)
{
    openWithTls();
    const TlsClient client(port);
    ASSERT_TRUE(client.isOpen());
    RawClient silent(port);
    const auto processorMs = [] {
        timespec used{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return used.tv_sec * 1'000 + used.tv_nsec / 1'000'000;
    };
    client.sendRaw(QByteArray("\x17\x03\x03\x00\x40half", 9));
    silent.send("\x16\x03\x01");
    const auto before = processorMs();
    QThread::msleep(600);
    EXPECT_LT(processorMs() - before, 200);
}

TEST_F(TlsTest, TakesUpARenewedCertificate)
{
    openWithTls();
    // Behind whatever the door itself looked at for the clients of this test.
    const std::int64_t beginMs = std::numeric_limits<std::int64_t>::max() / 2;
    EXPECT_FALSE(tls->refresh(beginMs)->has_value()) << "nothing changed";
    ASSERT_TRUE(QFile::remove(files.certificate));
    const auto missing = tls->refresh(beginMs + 60'000);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, QStringLiteral("tls.certificate"));
    EXPECT_EQ(TlsClient(port).pin(), made.pin.toLatin1()) << "the one of before goes on";
    ASSERT_TRUE(QFile::remove(files.key));
    const CertificateFacts renewed = *http::createCertificate(files, {QStringLiteral("shop.local")}, clock.now(), days);
    EXPECT_FALSE(tls->refresh(beginMs + 90'000)->has_value()) << "it looks once a minute";
    const auto taken = tls->refresh(beginMs + 120'000);
    ASSERT_TRUE(taken && *taken);
    EXPECT_EQ((*taken)->pin, renewed.pin);
    EXPECT_EQ(TlsClient(port).pin(), renewed.pin.toLatin1());
}

TEST_F(TlsTest, SaysWhatIsWrongWithFiles)
{
    const auto codeOf = [](const TlsFiles &tried) {
        const auto identity = TlsIdentity::load(tried);
        return identity ? QString() : identity.error().code;
    };
    EXPECT_EQ(codeOf(files), QStringLiteral("tls.certificate"));
    ASSERT_TRUE(http::createCertificate(files, {QStringLiteral("a.example")}, clock.now(), days));
    EXPECT_EQ(codeOf(files), QString());
    const TlsFiles other{path("other.pem"), path("other.key")};
    ASSERT_TRUE(http::createCertificate(other, {QStringLiteral("a.example")}, clock.now(), days));
    EXPECT_EQ(codeOf({files.certificate, other.key}), QStringLiteral("tls.key"));
    EXPECT_EQ(codeOf({files.key, files.key}), QStringLiteral("tls.certificate"));
    EXPECT_EQ(codeOf({files.certificate, files.certificate}), QStringLiteral("tls.key"));
    ASSERT_TRUE(QFile::setPermissions(files.key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    EXPECT_EQ(codeOf(files), QStringLiteral("tls.key"));
}

TEST_F(TlsTest, MakesACertificateOnce)
{
    const QStringList hosts{QStringLiteral("shop.local"), QStringLiteral("192.168.1.5"), QStringLiteral("fe80::1")};
    const UtcTime now = clock.now();
    const auto first = http::createCertificate(files, hosts, now, days);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->names, hosts);
    EXPECT_EQ(first->subject, hosts.first());
    constexpr std::int64_t dayMs = 86'400'000;
    EXPECT_NEAR(double(first->validTo.msSinceEpoch() - now.msSinceEpoch()), double(days * dayMs), 1'000.0);
    EXPECT_LT(first->validFrom.msSinceEpoch(), now.msSinceEpoch());
    EXPECT_EQ(http::readCertificate(files.certificate)->pin, first->pin);
    EXPECT_EQ(QFile::permissions(files.key) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    EXPECT_EQ(http::createCertificate(files, hosts, now, days).error().code, QStringLiteral("tls.exists"));
    const TlsFiles nowhere{path("no/a.pem"), path("no/a.key")};
    EXPECT_EQ(http::createCertificate(nowhere, hosts, now, days).error().code, QStringLiteral("tls.write"));
    const QString odd = QStringLiteral("a.example,IP:10.0.0.1");
    EXPECT_EQ(http::createCertificate(nowhere, {odd}, now, days).error().code, QStringLiteral("tls.host"));
}

} // namespace
} // namespace crema::testing
