// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain of a session: a real GNOME Keyring on a bus of its own.
#include "app/device/system_keychain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

#include <csignal>

namespace crema {
namespace {

/// Sets a variable of the environment until it goes.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value) : m_name(name), m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Variable()
    {
        if (m_before.isNull())
            qunsetenv(m_name);
        else
            qputenv(m_name, m_before);
    }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_before;
};

TEST(SystemKeychainTest, IsNotThereWithoutASessionBusAndSaysSoAtOnce)
{
    const QTemporaryDir nowhere;
    const Variable on("CREMA_KEYCHAIN", "auto");
    const Variable runtime("XDG_RUNTIME_DIR", nowhere.path().toUtf8());
    const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QElapsedTimer timer;
    timer.start();
    EXPECT_FALSE(SystemKeychain().isOpen());
    EXPECT_LT(timer.elapsed(), 200);
    if (!before.isNull())
        qputenv("DBUS_SESSION_BUS_ADDRESS", before);
}

TEST(SystemKeychainTest, IsNotThereOnABusThatNobodyAnswersOn)
{
    const Variable on("CREMA_KEYCHAIN", "auto");
    const Variable bus("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QElapsedTimer timer;
    timer.start();
    EXPECT_FALSE(SystemKeychain().isOpen());
    EXPECT_LT(timer.elapsed(), 1'000);
}

/// A bus with a keyring, in folders of their own.
class Keyring
{
public:
    [[nodiscard]] bool start()
    {
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_bus.waitForReadyRead(5'000))
            return false;
        address = m_bus.readLine().trimmed();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromUtf8(address));
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(name), m_folder.path());
        m_daemon.setProcessEnvironment(environment);
        m_daemon.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        if (!m_daemon.waitForStarted(5'000))
            return false;
        m_daemon.write("a password\n");
        const bool isWritten = m_daemon.waitForBytesWritten(5'000);
        m_daemon.closeWriteChannel(); // it reads to the end
        return isWritten;
    }
    ~Keyring()
    {
        // GLib ends the program with this signal when its session bus goes.
        std::signal(SIGTERM, SIG_IGN);
        for (QProcess *process : {&m_daemon, &m_bus}) {
            process->kill();
            process->waitForFinished(5'000);
        }
    }

    QByteArray address;

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
};

/// In a thread that has no event loop, as that of the store.
template<class Work>
void inAThread(Work work)
{
    const std::unique_ptr<QThread> thread(QThread::create(work));
    thread->start();
    thread->wait();
}

TEST(SystemKeychainTest, KeepsSecretsInARealKeyring)
{
    if (QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty())
        GTEST_SKIP() << "gnome-keyring is not installed";
    Keyring keyring;
    ASSERT_TRUE(keyring.start());
    const Variable on("CREMA_KEYCHAIN", "auto");
    const Variable bus("DBUS_SESSION_BUS_ADDRESS", keyring.address);
    SystemKeychain keychain;
    QElapsedTimer timer;
    timer.start();
    while (!keychain.isOpen() && timer.elapsed() < 10'000)
        QThread::yieldCurrentThread();
    ASSERT_TRUE(keychain.isOpen());
    const QByteArray secret("\0\1 two zeros \0", 14);
    inAThread([&] {
        const Result<void> written = keychain.write(QStringLiteral("entry"), secret);
        EXPECT_TRUE(written) << qPrintable(written.error().message);
        EXPECT_EQ(keychain.read(QStringLiteral("entry")), secret);
        keychain.remove(QStringLiteral("entry"));
        const auto gone = keychain.read(QStringLiteral("entry"));
        ASSERT_FALSE(gone);
        EXPECT_EQ(gone.error().code, QStringLiteral("keychain.missing"));
    });
    const Variable off("CREMA_KEYCHAIN", "off");
    EXPECT_FALSE(keychain.isOpen());
}

} // namespace
} // namespace crema
