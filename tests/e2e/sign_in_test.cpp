// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator signs in at a terminal, sets an authenticator up, loses it and takes another password (ADR 032).
#include "models/security/totp.h"
#include "tests/e2e/demo_till.h"
#include "tests/e2e/terminal_pane.h"
#include "tests/testing/base32.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

namespace crema::e2e {
namespace {

const QString firstPassword = QStringLiteral("harbour walks at seven");
const QString secondPassword = QStringLiteral("nine blue kettles");

class SignInStory : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_platform.start());
        QFile file(m_folder.filePath(QStringLiteral("password")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(firstPassword.toUtf8()) > 0);
        file.close();
        runPlatform(words("user create --email ada@example.org --role admin --password-file") +
                    QStringList{file.fileName()});
        ASSERT_TRUE(m_till.enrol(m_platform));
    }

    QByteArray runPlatform(const QStringList &verb)
    {
        QProcess process;
        process.start(program("crema-platform"),
                      verb + QStringList{QStringLiteral("--data"), m_folder.filePath(QStringLiteral("data"))});
        EXPECT_TRUE(process.waitForFinished(120'000));
        EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        return process.readAllStandardOutput().trimmed();
    }

    /// Runs `crema` with these secrets in its environment, as no argument ever holds one.
    Finished run(const char *verb, const QString &password, const QString &code = {})
    {
        m_till.setVariable(QStringLiteral("CREMA_PASSWORD"), password);
        m_till.setVariable(QStringLiteral("CREMA_CODE"), code);
        return m_till.run(words(verb));
    }

    QTemporaryDir m_folder;
    PlatformProcess m_platform{m_folder.path()};
    Device m_till{m_folder.filePath(QStringLiteral("till"))};
};

} // namespace

TEST_F(SignInStory, ByPasswordAndCodeAndAnotherPassword)
{
    ASSERT_EQ(run("user login ada@example.org", firstPassword).exitCode, 0);
    const Finished offered = run("user authenticator --json", firstPassword);
    ASSERT_EQ(offered.exitCode, 0) << offered.err.toStdString();
    const QString secret = offered.json().value(QStringLiteral("secret")).toString();
    const UtcTime now(QDateTime::currentMSecsSinceEpoch());
    const QString shown = totpCode(testing::fromBase32(secret), totpStepOf(now));
    const Finished confirmed = run("user confirm-authenticator --json", firstPassword, shown);
    ASSERT_EQ(confirmed.exitCode, 0) << confirmed.err.toStdString();
    QStringList recovery;
    const QJsonArray codes = confirmed.json().value(QStringLiteral("items")).toArray();
    for (const QJsonValue &code : codes)
        recovery.append(code.toObject().value(QStringLiteral("code")).toString());
    ASSERT_EQ(recovery.size(), 10);

    const Finished asked = run("user login ada@example.org", firstPassword);
    EXPECT_NE(asked.exitCode, 0);
    EXPECT_TRUE(asked.err.contains("CREMA_CODE")) << asked.err.constData();
    EXPECT_EQ(run("user login ada@example.org", firstPassword, recovery.at(0)).exitCode, 0);
    EXPECT_NE(run("user login ada@example.org", firstPassword, recovery.at(0)).exitCode, 0) << "each counts once";

    m_till.setVariable(QStringLiteral("CREMA_CODE"), recovery.at(1));
    const auto changing = m_till.start(words("password --password-file - --new-password-file -"));
    changing->write((firstPassword + u'\n' + secondPassword + u'\n').toUtf8());
    changing->closeWriteChannel();
    ASSERT_TRUE(changing->waitForFinished(60'000));
    ASSERT_EQ(changing->exitCode(), 0) << changing->readAllStandardError().toStdString();
    EXPECT_NE(run("user login ada@example.org", firstPassword, recovery.at(2)).exitCode, 0);
    runPlatform(words("user remove-totp --email ada@example.org"));
    EXPECT_EQ(run("user login ada@example.org", secondPassword).exitCode, 0);

    EXPECT_EQ(runPlatform(words("session list")).count('\n'), 0)
        << "one: each sign-in took the place of the one before";
    runPlatform(words("session end --email ada@example.org"));
    EXPECT_TRUE(runPlatform(words("session list")).isEmpty());
    ASSERT_TRUE(m_platform.stop());
    EXPECT_FALSE(m_platform.log().isEmpty());
    for (const QString &text : QStringList{firstPassword, secondPassword, secret} + recovery)
        EXPECT_FALSE(m_platform.log().contains(text.toUtf8()));
    // Six digits may well be a part of some id.
    const QRegularExpression asAWord(QStringLiteral("\\b%1\\b").arg(shown));
    EXPECT_FALSE(QString::fromUtf8(m_platform.log()).contains(asAWord));
}

/// Somebody new, from the till of a manager to their own first password, with nothing but the mail.
TEST_F(SignInStory, ByInvitation)
{
    ASSERT_EQ(run("user login ada@example.org", firstPassword).exitCode, 0);
    const Finished made = m_till.run(words("person create --name Noor --email noor@example.org --role barista"));
    ASSERT_EQ(made.exitCode, 0) << made.err.toStdString();
    ASSERT_EQ(m_till.run(words("sync run")).exitCode, 0);
    const Finished invited = m_till.run(words("person invite noor"));
    ASSERT_EQ(invited.exitCode, 0) << invited.err.toStdString();

    const QDir mails(m_folder.filePath(QStringLiteral("data/mail")));
    QStringList names;
    for (int tries = 0; tries < 1'200 && names.isEmpty(); ++tries) {
        QThread::msleep(50);
        names = mails.entryList({QStringLiteral("*.eml")}, QDir::Files);
    }
    ASSERT_EQ(names.size(), 1);
    QFile file(mails.filePath(names.first()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray mail = file.readAll();
    const QString text = QString::fromUtf8(QByteArray::fromBase64(mail.mid(mail.indexOf("\r\n\r\n"))));
    const QString code = QRegularExpression(QStringLiteral("[A-Z0-9]{4}(-[A-Z0-9]{4}){5}")).match(text).captured();
    ASSERT_FALSE(code.isEmpty()) << text.toStdString();

    m_till.setVariable(QStringLiteral("CREMA_NEW_PASSWORD"), secondPassword);
    const Finished set = run("user reset-password noor@example.org", {}, code);
    ASSERT_EQ(set.exitCode, 0) << set.err.toStdString();
    EXPECT_EQ(run("user login noor@example.org", secondPassword).exitCode, 0);
    EXPECT_NE(run("user reset-password noor@example.org", {}, code).exitCode, 0) << "each counts once";
    ASSERT_TRUE(m_platform.stop());
    EXPECT_FALSE(m_platform.log().isEmpty());
    EXPECT_FALSE(m_platform.log().contains(code.toUtf8()));
    EXPECT_FALSE(m_platform.log().contains("noor@example.org"));
}

TEST_F(SignInStory, TheOtherDeviceIsSignedOutByItsPerson)
{
    if (QStandardPaths::findExecutable(QStringLiteral("tmux")).isEmpty())
        GTEST_SKIP() << "tmux is not installed";
    Device office(m_folder.filePath(QStringLiteral("office")));
    ASSERT_TRUE(office.enrol(m_platform));
    office.setVariable(QStringLiteral("CREMA_PASSWORD"), firstPassword);
    ASSERT_EQ(office.run(words("user login ada@example.org")).exitCode, 0);
    const TerminalPane pane(80, 24, QStringLiteral("xterm-256color"), program("crema"), office.environment());
    ASSERT_TRUE(pane.shows(QStringLiteral("Cash in drawer"))) << pane.text().toStdString();
    pane.key(QStringLiteral("F10"));
    pane.type(QStringLiteral("86"));
    ASSERT_TRUE(pane.shows(QStringLiteral("ada@example.org"))) << pane.text().toStdString();
    pane.key(QStringLiteral("Enter"));
    ASSERT_TRUE(pane.shows(QStringLiteral("Password"))) << pane.text().toStdString();
    pane.type(firstPassword);
    pane.key(QStringLiteral("Enter"));
    ASSERT_TRUE(pane.shows(QStringLiteral("Another password"))) << pane.text().toStdString();

    ASSERT_EQ(run("user login ada@example.org", firstPassword).exitCode, 0);
    const Finished listed = run("session list --json", firstPassword);
    ASSERT_EQ(listed.exitCode, 0) << listed.err.toStdString();
    EXPECT_EQ(listed.json().value(QStringLiteral("items")).toArray().size(), 2);
    const Finished ended = run("session end --others --json", firstPassword);
    ASSERT_EQ(ended.exitCode, 0) << ended.err.toStdString();
    const QJsonArray gone = ended.json().value(QStringLiteral("items")).toArray();
    ASSERT_EQ(gone.size(), 1);
    EXPECT_FALSE(gone.at(0).toObject().value(QStringLiteral("is_this")).toBool());
    const QJsonArray left = run("session list --json", firstPassword).json().value(QStringLiteral("items")).toArray();
    ASSERT_EQ(left.size(), 1);
    EXPECT_TRUE(left.at(0).toObject().value(QStringLiteral("is_this")).toBool());
    const QString unknown = gone.at(0).toObject().value(QStringLiteral("id")).toString();
    EXPECT_EQ(run(qPrintable(QStringLiteral("session end ") + unknown), firstPassword).exitCode, 3);

    // Within seconds the platform knows the other device no more; a quick computer asks many times until then.
    const QString asked = QStringLiteral("E-mail address");
    for (const QDeadlineTimer limit(60'000); !limit.hasExpired() && !pane.text().contains(asked);) {
        pane.key(QStringLiteral("F4"));
        QThread::msleep(500);
    }
    EXPECT_EQ(run("session list", firstPassword).exitCode, 0);
    EXPECT_TRUE(pane.shows(asked)) << pane.text().toStdString();
}

} // namespace crema::e2e
