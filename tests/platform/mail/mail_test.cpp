// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as they are sent, into a folder and to a real mail server.
#include "platform/mail/mailer.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

#include <thread>

namespace crema::platform {
namespace {

MailMessage message()
{
    return {QStringLiteral("ada@example.org"), QStringLiteral("Ada Grün"),
            QStringLiteral("Dein Code für Café Larkmoor ☕"), QStringLiteral("Hallo Ada,\n\n.\nK7QP-3M2X\n")};
}

QByteArray fileIn(const QString &folder)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList(QDir::Files);
    QFile file(dir.filePath(names.value(0)));
    return names.size() == 1 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString textOf(const QByteArray &bytes)
{
    QByteArray plain = bytes;
    plain.replace("\r\n", "\n");
    return QString::fromUtf8(QByteArray::fromBase64(plain.mid(plain.indexOf("\n\n") + 2)));
}

TEST(MailMessageTest, IsAsciiInShortLinesWhateverPeopleAreCalled)
{
    MailMessage odd = message();
    odd.subject = QString(120, u'é');
    odd.toName = QString(200, u'ü') + QStringLiteral("\r\nBcc: all@example.org");
    const QByteArray bytes =
        mimeBytes(odd, QStringLiteral("shop@example.org"), *UtcTime::fromString(u"2026-11-29T09:05:00.000Z"), QUuid());
    for (const QByteArray &line : bytes.split('\n')) {
        EXPECT_LE(line.size(), 77) << line.constData();
        EXPECT_FALSE(line.startsWith("Bcc"));
        for (const char letter : line)
            EXPECT_LT(static_cast<unsigned char>(letter), 0x80);
    }
    EXPECT_TRUE(bytes.contains("Date: Sun, 29 Nov 2026 09:05:00 +0000\r\n")) << bytes.constData();
    EXPECT_EQ(textOf(bytes), QString(odd.text).replace(u'\n', QStringLiteral("\r\n")));
}

class MailerTest : public ::testing::Test
{
protected:
    std::unique_ptr<Mailer> mailer(const MailSettings &settings)
    {
        auto made = makeMailer(settings, clock, randomness);
        EXPECT_TRUE(made) << (made ? "" : qPrintable(made.error().message));
        return made ? std::move(*made) : nullptr;
    }

    QString refusal(const MailSettings &settings)
    {
        const auto made = makeMailer(settings, clock, randomness);
        return made ? QString() : made.error().code;
    }

    testing::FixedClock clock;
    testing::SeededRandomness randomness;
    QTemporaryDir folder;
};

TEST_F(MailerTest, PutsMessagesIntoAFolderThatOnlyItsOwnerReads)
{
    const QString mails = folder.filePath(QStringLiteral("mail"));
    ASSERT_TRUE(mailer({mails, {}, {}})->send(message()));
    const QByteArray bytes = fileIn(mails);
    EXPECT_TRUE(textOf(bytes).contains(QStringLiteral("K7QP-3M2X")));
    const QFileInfo file(QDir(mails).filePath(QDir(mails).entryList(QDir::Files).value(0)));
    EXPECT_FALSE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther));
}

TEST_F(MailerTest, SaysThatAFolderCannotBeWritten)
{
    QFile inTheWay(folder.filePath(QStringLiteral("mail")));
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    const Result<void> sent = mailer({inTheWay.fileName(), {}, {}})->send(message());
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, QStringLiteral("mail.not_sent"));
}

TEST_F(MailerTest, WantsSettingsThatMailCanBeSentWith)
{
    EXPECT_EQ(refusal({{}, QStringLiteral("http://example.org"), {}}), QStringLiteral("mail.settings"));
    EXPECT_EQ(refusal({{}, QStringLiteral("smtp://"), {}}), QStringLiteral("mail.settings"));
    EXPECT_EQ(refusal({{}, {}, QStringLiteral("shop")}), QStringLiteral("mail.settings"));
    EXPECT_FALSE(mailer({})->send(message())) << "neither folder nor server";
}

/// aiosmtpd of Debian, as a server of its own.
class SmtpTest : public MailerTest
{
protected:
    void SetUp() override
    {
        QTcpServer free;
        ASSERT_TRUE(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
        free.close();
        server.setProgram(QStringLiteral("/usr/bin/aiosmtpd"));
        server.setArguments({QStringLiteral("-n"), QStringLiteral("-l"), QStringLiteral("127.0.0.1:%1").arg(port),
                             QStringLiteral("-c"), QStringLiteral("aiosmtpd.handlers.Mailbox"), box()});
        server.start();
        ASSERT_TRUE(server.waitForStarted()) << "python3-aiosmtpd is missing";
        for (int tries = 0; tries < 100; ++tries) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            if (socket.waitForConnected(100) && socket.waitForReadyRead(1'000))
                return;
            QThread::msleep(50);
        }
        FAIL() << "the mail server does not answer: " << server.readAllStandardError().constData();
    }

    void TearDown() override
    {
        server.terminate();
        server.waitForFinished();
    }

    QString box() const { return folder.filePath(QStringLiteral("box")); }
    QString url() const { return QStringLiteral("smtp://127.0.0.1:%1").arg(port); }

    QProcess server;
    quint16 port = 0;
};

TEST_F(SmtpTest, HandsMessagesToAServer)
{
    const auto smtp = mailer({{}, url(), QStringLiteral("shop@example.org")});
    const Result<void> sent = smtp->send(message());
    ASSERT_TRUE(sent) << qPrintable(sent.error().message);
    const QByteArray bytes = fileIn(box() + QStringLiteral("/new"));
    EXPECT_TRUE(bytes.contains("X-RcptTo: ada@example.org")) << bytes.constData();
    EXPECT_TRUE(bytes.contains("X-MailFrom: shop@example.org"));
    EXPECT_TRUE(textOf(bytes).contains(QStringLiteral("K7QP-3M2X")));
}

TEST_F(SmtpTest, SaysWhyAServerDidNotTakeIt)
{
    const auto smtp = mailer({{}, url(), {}});
    server.terminate();
    server.waitForFinished();
    const Result<void> sent = smtp->send(message());
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, QStringLiteral("mail.not_sent"));
    EXPECT_FALSE(sent.error().message.isEmpty());
}

/// A server that takes the connection and says nothing holds nobody up who wants to end.
TEST_F(MailerTest, EndsWithinSecondsWhileAServerIsSilent)
{
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    const auto smtp = mailer({{}, QStringLiteral("smtp://127.0.0.1:%1").arg(silent.serverPort()), {}});
    std::optional<Result<void>> sent;
    std::thread sending([&] { sent = smtp->send(message()); });
    ASSERT_TRUE(silent.waitForNewConnection(10'000));
    QElapsedTimer timer;
    timer.start();
    smtp->stop();
    sending.join();
    ASSERT_TRUE(sent);
    EXPECT_FALSE(*sent);
    EXPECT_LT(timer.elapsed(), 10'000) << "far less than the 30 s that a slow server has";
}

} // namespace
} // namespace crema::platform
