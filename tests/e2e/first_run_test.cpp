// SPDX-License-Identifier: GPL-3.0-or-later
// From nothing to the first sale: the real window on an empty home, with the platform that it runs by itself.
#include "tests/e2e/display.h"
#include "tests/e2e/programs.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <gtest/gtest.h>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

constexpr int patienceMs = 60'000;

class FirstRunTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(u"xdotool"_s).isEmpty())
            GTEST_SKIP() << "xdotool is not installed";
        m_display = std::make_unique<Display>(m_folder.path());
        m_environment = m_till.environment();
        m_environment.insert(u"DISPLAY"_s, m_display->name());
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_environment.insert(u"CREMA_REPORT_READY"_s, u"1"_s);
    }

    void TearDown() override
    {
        m_window.terminate();
        m_window.waitForFinished();
        // The platform ends with the window, also with one that was killed.
        EXPECT_TRUE(holds([this] { return processes().isEmpty(); })) << processes().join(u'\n').toStdString();
        m_display.reset();
    }

    void open()
    {
        m_window.setProcessEnvironment(m_environment);
        m_window.start(qEnvironmentVariable("CREMA_BIN") + u"/crema-desktop"_s, {});
        ASSERT_TRUE(m_window.waitForStarted());
    }

    /// Ctrl+Q, after which nothing of it runs.
    void quit()
    {
        act(u"key ctrl+q"_s);
        ASSERT_TRUE(m_window.waitForFinished(10'000));
        EXPECT_EQ(m_window.exitCode(), 0);
        EXPECT_TRUE(processes().isEmpty()) << processes().join(u'\n').toStdString();
    }

    QByteArray act(const QString &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(u"xdotool"_s, arguments.split(u' '));
        process.waitForFinished(patienceMs);
        return process.readAllStandardOutput().trimmed();
    }

    /// Once the window is there; without a window manager nobody gives it the keyboard.
    void focusWindow() const
    {
        QByteArray window;
        EXPECT_TRUE(holds([&] {
            window = act(u"search --onlyvisible --name ^Crema$"_s).split('\n').constLast();
            return !window.isEmpty();
        }));
        act(u"windowfocus %1 sleep 0.8"_s.arg(QString::fromLatin1(window)));
    }

    template<class Condition>
    bool holds(Condition condition) const
    {
        for (const QDeadlineTimer limit(patienceMs); !limit.hasExpired();) {
            if (condition())
                return true;
            QProcess::execute(u"sleep"_s, {u"0.1"_s});
        }
        return condition();
    }

    [[nodiscard]] QString log() const
    {
        QFile file(m_environment.value(u"XDG_STATE_HOME"_s) + u"/crema/log/crema-desktop.log"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    /// Everything that runs with this home in its command line: the platform and its database.
    [[nodiscard]] QStringList processes() const
    {
        QStringList found;
        const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
        for (const QString &entry : entries) {
            QFile file(u"/proc/%1/cmdline"_s.arg(entry));
            if (entry.toInt() <= 0 || !file.open(QIODevice::ReadOnly))
                continue;
            const QString line = QString::fromUtf8(file.readAll()).replace(QChar(0), u' ');
            if (line.contains(m_folder.path()) && !line.contains(u"Xvfb"))
                found.append(line);
        }
        return found;
    }

    /// The first window is painted; its first focus is on the chosen card.
    void waitForWelcome()
    {
        ASSERT_TRUE(holds([this] { return log().contains(u"nothing is set up"); }));
    }

    void openShift()
    {
        ASSERT_TRUE(holds([this] { return log().contains(u"store opened"); })) << log().toStdString();
        act(u"sleep 0.5"_s);
        focusWindow();
        act(u"key Return"_s);
        ASSERT_TRUE(holds([this] { return shiftIsOpen(); })) << log().toStdString();
    }

    [[nodiscard]] bool shiftIsOpen() const
    {
        return m_till.run({u"shift"_s, u"show"_s, u"--json"_s}).json().value(u"state"_s).toString() == u"open";
    }

    [[nodiscard]] qsizetype ownSales() const
    {
        const QString reg = m_till.run({u"device"_s, u"show"_s, u"--json"_s})
                                .json()
                                .value(u"register"_s)
                                .toObject()
                                .value(u"id"_s)
                                .toString();
        const QJsonArray sales = m_till.items({u"sale"_s, u"list"_s});
        return std::ranges::count_if(
            sales, [&](const QJsonValue &sale) { return sale.toObject().value(u"register"_s).toString() == reg; });
    }

    void waitForTill()
    {
        QByteArray said = m_window.readAllStandardOutput();
        for (const QDeadlineTimer limit(patienceMs); !said.contains("till ready") && !limit.hasExpired();) {
            m_window.waitForReadyRead(100);
            said += m_window.readAllStandardOutput();
        }
        ASSERT_TRUE(said.contains("till ready")) << log().toStdString();
    }

    /// The first tile by mouse; then the keyboard pays exactly and takes the money.
    void sellOne()
    {
        focusWindow();
        act(u"mousemove 140 220 click 1 sleep 0.4 key F12 sleep 0.6 key F12"_s);
        EXPECT_TRUE(holds([this] { return ownSales() == 1; })) << log().toStdString();
    }

    QTemporaryDir m_folder;
    Device m_till{m_folder.filePath(u"till"_s)};
    std::unique_ptr<Display> m_display;
    QProcessEnvironment m_environment;
    QProcess m_window;
};

TEST_F(FirstRunTest, SellsInTheSampleShop)
{
    open();
    waitForWelcome();
    act(u"key Return"_s);
    openShift();
    waitForTill();
    sellOne();
    // What was tried out lies apart from where real sales will be.
    const QString data = m_environment.value(u"XDG_DATA_HOME"_s) + u"/crema"_s;
    EXPECT_TRUE(QFile::exists(data + u"/demo-store/store.sqlite"_s));
    EXPECT_FALSE(QFile::exists(data + u"/store.sqlite"_s));
    for (const QString &planted : {u"Lumen"_s, u"Castell"_s, u"@"_s, u"10000"_s})
        EXPECT_FALSE(log().contains(planted)) << planted.toStdString();
    quit();
}

} // namespace
} // namespace crema::e2e
