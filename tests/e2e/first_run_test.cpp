// SPDX-License-Identifier: GPL-3.0-or-later
// The first start of the real window program on a computer where nothing is set up, by keyboard only and without a
// window manager: each way to begin until the till is open, and what it says when one does not work.
#include "tests/e2e/desktop_pane.h"
#include "tests/e2e/programs.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <gtest/gtest.h>

#include <unistd.h>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

/// What stands above a field, and what is typed into it; nothing: it stays as proposed.
struct Answer {
    const char *label;
    QByteArray text;
    bool isSecret = false;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

bool works(const QStringList &commandLine)
{
    QProcess process;
    process.start(commandLine.first(), commandLine.mid(1));
    return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// The beginning of a command line for a program that shall see this computer and nothing behind it. Nothing where
/// that is not allowed: a container or a person without the right to it.
QStringList withoutNetwork()
{
    const QStringList own{u"unshare"_s, u"--net"_s, u"sh"_s, u"-c"_s, u"ip link set lo up && exec \"$0\" \"$@\""_s};
    return works(own + QStringList{u"true"_s}) ? own : QStringList();
}

class FirstRunTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!DesktopPane::isPossible())
            GTEST_SKIP() << "Xvfb, xdotool, dbus-daemon or at-spi2-core is not installed";
        QDir().mkpath(m_folder.filePath(u"desk"_s));
        m_pane = std::make_unique<DesktopPane>(m_folder.filePath(u"desk"_s));
    }

    void TearDown() override
    {
        m_pane.reset();
        EXPECT_TRUE(noProgramStaysAt(home())) << programsAt(home()).join(u' ').toStdString();
    }

    QString home() const { return m_folder.filePath(u"home"_s); }
    std::string screen() const { return m_pane->screen(); }
    void press(const char *names) const { m_pane->keys(words(names)); }
    bool shows(const char *text) { return m_pane->shows(QString::fromUtf8(text)); }
    bool hasFocusOn(const char *name) { return m_pane->hasFocusOn(QString::fromUtf8(name)); }

    /// From the choices to what stands behind one of them.
    void choose(const char *title)
    {
        ASSERT_TRUE(hasFocusOn("Look around with a sample shop")) << screen();
        const QStringList cards{u"Look around with a sample shop"_s, u"Set up a new shop on this computer"_s,
                                u"Connect this till to a business"_s, u"Restore from a backup"_s};
        m_pane->keys(QStringList(cards.indexOf(QString::fromUtf8(title)), u"Down"_s));
        ASSERT_TRUE(hasFocusOn(title)) << screen();
        press("Return");
    }

    /// Fills the fields in their order and sends them with Enter in the last one.
    void answer(const QList<Answer> &answers)
    {
        for (const Answer &each : answers) {
            if (!each.text.isEmpty()) {
                ASSERT_TRUE(hasFocusOn(each.label)) << screen();
                if (each.isSecret)
                    m_pane->fillSecret(QString::fromUtf8(each.text));
                else
                    ASSERT_TRUE(m_pane->fill(QString::fromUtf8(each.text))) << screen();
            }
            press(&each == &answers.last() ? "Return" : "Tab");
        }
    }

    const QString m_platformProgram = qEnvironmentVariable("CREMA_BIN") + u"/crema-platform"_s;
    QTemporaryDir m_folder;
    Device m_till{home()};
    std::unique_ptr<DesktopPane> m_pane;
};

TEST_F(FirstRunTest, TheSampleShopSellsAndEndsWithEverythingItStarted)
{
    ASSERT_TRUE(m_pane->start(m_till.environment(), withoutNetwork())) << screen();
    ASSERT_NO_FATAL_FAILURE(choose("Look around with a sample shop"));
    ASSERT_TRUE(hasFocusOn("Stop")) << screen();
    ASSERT_TRUE(hasFocusOn("Open the shift")) << screen();
    press("Return");
    ASSERT_TRUE(shows("The shift is open")) << screen();
    EXPECT_TRUE(shows("Cappuccino, from 3.40")) << "a tile\n" << screen();

    press("F2");
    ASSERT_TRUE(hasFocusOn("Search or scan a product")) << screen();
    m_pane->type(u"cappu"_s);
    ASSERT_TRUE(shows("Cappuccino Small · Whole milk")) << screen();
    press("Return");
    ASSERT_TRUE(shows("Pay 4.10")) << screen();
    press("F12");
    ASSERT_TRUE(hasFocusOn("Cash received")) << screen();
    // Any sooner it would be the second half of a double press (TillPresenter::doublePressMs).
    QThread::msleep(500);
    press("F12");
    ASSERT_TRUE(shows("is saved.")) << screen();
    const QJsonArray sales = m_till.items(words("sale list"));
    const QJsonObject newest = sales.first().toObject();
    EXPECT_EQ(newest.value(u"total"_s).toObject().value(u"minor"_s).toInteger(), 410);
    EXPECT_TRUE(m_pane->shows(newest.value(u"number"_s).toString())) << screen();

    press("ctrl+q");
    EXPECT_EQ(m_pane->exitCode(), 0);
    EXPECT_TRUE(noProgramStaysAt(home())) << programsAt(home()).join(u' ').toStdString();
}

TEST_F(FirstRunTest, ANewShopOpensAndItsPlatformComesWithEveryStart)
{
    ASSERT_TRUE(m_pane->start(m_till.environment(), withoutNetwork())) << screen();
    ASSERT_NO_FATAL_FAILURE(choose("Set up a new shop on this computer"));
    ASSERT_NO_FATAL_FAILURE(answer({{"Name of the business", "Harbour Coffee"},
                                    {"Name of this place", "Quay 7"},
                                    {"Country", {}},
                                    {"Currency", {}},
                                    {"Standard tax in percent", {}},
                                    {"Reduced tax in percent", {}},
                                    {"Your name", "Ada Quay"},
                                    {"Your e-mail address", "ada@harbour.example"},
                                    {"Password", "only for this run", true},
                                    {"PIN at the till (optional)", {}}}));
    ASSERT_TRUE(hasFocusOn("Open the shift")) << screen();
    EXPECT_TRUE(shows("Harbour Coffee")) << screen();
    EXPECT_TRUE(shows("Sync: Online")) << screen();

    m_pane->terminate();
    EXPECT_EQ(m_pane->exitCode(), -1) << "the signal ends it";
    EXPECT_TRUE(noProgramStaysAt(home())) << programsAt(home()).join(u' ').toStdString();

    ASSERT_TRUE(m_pane->start(m_till.environment(), withoutNetwork())) << screen();
    ASSERT_TRUE(hasFocusOn("Open the shift")) << screen();
    EXPECT_TRUE(shows("Sync: Online")) << screen();
    m_pane->terminate();
    (void)m_pane->exitCode();
}

TEST_F(FirstRunTest, AShopComesBackFromItsBackup)
{
    const Device elsewhere(m_folder.filePath(u"elsewhere"_s));
    QFile password(m_folder.filePath(u"password"_s));
    ASSERT_TRUE(password.open(QIODevice::WriteOnly) && password.write("only for this run\n") > 0);
    password.close();
    const QString backup = m_folder.filePath(u"harbour.backup"_s);
    const QString data = m_folder.filePath(u"elsewhere/shop"_s);
    ASSERT_TRUE(
        works({m_platformProgram, u"company"_s, u"create"_s, u"--data"_s, data, u"--name"_s, u"Harbour Coffee"_s,
               u"--shop"_s, u"Quay 7"_s, u"--country"_s, u"DE"_s, u"--owner"_s, u"Ada Quay"_s, u"--email"_s,
               u"ada@harbour.example"_s, u"--password-file"_s, password.fileName()}));
    ASSERT_TRUE(works({m_platformProgram, u"backup"_s, u"--data"_s, data, u"--to"_s, backup}));

    ASSERT_TRUE(m_pane->start(m_till.environment())) << screen();
    ASSERT_NO_FATAL_FAILURE(choose("Restore from a backup"));
    ASSERT_NO_FATAL_FAILURE(answer({{"File of the backup", password.fileName().toUtf8()}}));
    ASSERT_TRUE(shows("This file is not a backup of Crema, or is not whole.")) << screen();
    ASSERT_NO_FATAL_FAILURE(answer({{"File of the backup", backup.toUtf8()}}));
    ASSERT_TRUE(hasFocusOn("Open the shift")) << screen();
    EXPECT_TRUE(shows("Harbour Coffee")) << screen();
    EXPECT_TRUE(shows("Ada Quay")) << screen();
    press("ctrl+q");
    EXPECT_EQ(m_pane->exitCode(), 0);
}

TEST_F(FirstRunTest, ConnectingSaysWhatIsWrongUntilItWorks)
{
    ASSERT_TRUE(m_pane->start(m_till.environment())) << screen();
    ASSERT_NO_FATAL_FAILURE(choose("Connect this till to a business"));
    ASSERT_NO_FATAL_FAILURE(answer({{"Address of the business", "ftp://"}, {"One-time code", "K7QP-3M2X"}}));
    ASSERT_TRUE(shows("Type it as it was given to you, such as https://shop.example.")) << screen();
    ASSERT_NO_FATAL_FAILURE(
        answer({{"Address of the business", "http://127.0.0.1:1"}, {"One-time code", "K7QP-3M2X"}}));
    ASSERT_TRUE(shows("Check the address, and that this computer is in the network, then try again.")) << screen();

    PlatformProcess platform(m_folder.path());
    ASSERT_TRUE(platform.start());
    ASSERT_NO_FATAL_FAILURE(
        answer({{"Address of the business", platform.url().toLatin1()}, {"One-time code", "AAAA-AAAA"}}));
    ASSERT_TRUE(shows("Check the code, or ask a manager for a new one.")) << screen();
    ASSERT_NO_FATAL_FAILURE(answer({{"One-time code", platform.enrolCode().toLatin1()}}));
    // The code says whose business it is, and not who stands here.
    ASSERT_TRUE(shows("This till is locked")) << screen();
    // As a person types: so fast as a program does it would be a scan.
    for (const char *key : {"1", "0", "0", "1", "Return"}) {
        QThread::msleep(300);
        press(key);
    }
    ASSERT_TRUE(hasFocusOn("Open the shift")) << screen();
    EXPECT_TRUE(shows("Lumen & Loam")) << screen();
    press("ctrl+q");
    EXPECT_EQ(m_pane->exitCode(), 0);
}

TEST_F(FirstRunTest, ARefusedConnectionWithoutAnyNetworkNamesTheNextStep)
{
    // Not even the loopback of this computer answers in there.
    const QStringList cut{u"unshare"_s, u"--net"_s};
    if (!works(cut + QStringList{u"true"_s}))
        GTEST_SKIP() << "a network of its own is not allowed here";
    ASSERT_TRUE(m_pane->start(m_till.environment(), cut)) << screen();
    ASSERT_NO_FATAL_FAILURE(choose("Connect this till to a business"));
    ASSERT_NO_FATAL_FAILURE(answer({{"Address of the business", "shop.example"}, {"One-time code", "K7QP-3M2X"}}));
    ASSERT_TRUE(shows("Check the address, and that this computer is in the network, then try again.")) << screen();
    press("Escape");
    ASSERT_TRUE(shows("How do you want to start?")) << screen();
}

TEST_F(FirstRunTest, WithoutPostgresqlItNamesThePackage)
{
    // The programs of the server are hidden from this program and all it starts; pg_config may be there without them.
    const QString hide = u"for folder in /usr/lib/postgresql \"$(pg_config --bindir)\"; do "
                         u"[ ! -d \"$folder\" ] || mount -t tmpfs none \"$folder\"; done && exec \"$0\" \"$@\""_s;
    const QStringList hidden{u"unshare"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s, hide};
    if (!works(hidden + QStringList{u"true"_s}))
        GTEST_SKIP() << "mounts of its own are not allowed here";
    ASSERT_TRUE(m_pane->start(m_till.environment(), hidden)) << screen();
    ASSERT_NO_FATAL_FAILURE(choose("Look around with a sample shop"));
    ASSERT_TRUE(shows("PostgreSQL, which keeps a shop's data, is not installed on this computer.")) << screen();
    EXPECT_TRUE(shows("sudo apt install postgresql")) << screen();
    press("Escape");
    ASSERT_TRUE(shows("How do you want to start?")) << screen();
}

} // namespace
} // namespace crema::e2e
