// SPDX-License-Identifier: GPL-3.0-or-later
// Backups without what opens the keys in them, with the real program.
#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace crema::platform {
namespace {

class SecretsKeyProgramTest : public ::testing::Test
{
protected:
    void prepare(QProcess &process)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("CREMA_SECRETS_KEY_FILE"));
        environment.remove(QStringLiteral("CREDENTIALS_DIRECTORY"));
        if (!named.isEmpty())
            environment.insert(QStringLiteral("CREMA_SECRETS_KEY_FILE"), named);
        if (!credentials.isEmpty())
            environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), credentials);
        environment.insert(QStringLiteral("CREMA_PROBLEMS"), QStringLiteral("json"));
        process.setProcessEnvironment(environment);
        process.setProgram(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"));
    }

    /// Whether it said that it is ready; `arguments` of its process as everybody can read them.
    bool serve(const QString &data)
    {
        QProcess process;
        prepare(process);
        process.setArguments({QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--data"),
                              folder.filePath(data), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--create")});
        process.start();
        while (!process.canReadLine() && process.waitForReadyRead(30'000)) {}
        const bool isReady = process.readLine().startsWith("ready ");
        if (isReady)
            seen += contentOf(QStringLiteral("/proc/%1/cmdline").arg(process.processId())) +
                    contentOf(QStringLiteral("/proc/%1/environ").arg(process.processId()));
        process.terminate();
        process.waitForFinished();
        said = process.readAllStandardError();
        seen += said + process.readAllStandardOutput();
        return isReady;
    }

    int run(const QString &line, const QString &data)
    {
        QProcess process;
        prepare(process);
        process.setArguments(line.split(u' ') + QStringList{QStringLiteral("--data"), folder.filePath(data)});
        process.start();
        process.waitForFinished(60'000);
        out = process.readAllStandardOutput();
        said = process.readAllStandardError();
        seen += said + out;
        return process.exitCode();
    }

    /// Whether the rotation was killed as soon as the new key was there; what it had done by then is chance.
    bool killRotation(const QString &data)
    {
        QProcess process;
        prepare(process);
        process.setArguments({QStringLiteral("keys"), QStringLiteral("rotate-secrets"), QStringLiteral("--data"),
                              folder.filePath(data)});
        process.start();
        QElapsedTimer since;
        since.start();
        while (!QFile::exists(keyOf(data) + QStringLiteral(".new")) && !process.waitForFinished(0) &&
               since.elapsed() < 60'000) {}
        process.kill();
        process.waitForFinished();
        return process.exitStatus() == QProcess::CrashExit;
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QString keyOf(const QString &data) const
    {
        return folder.filePath(data + QStringLiteral("/secrets.key"));
    }

    /// What a backup has, as text.
    QByteArray dumped(const QString &backup)
    {
        QProcess process;
        process.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("$(ls -d /usr/lib/postgresql/*/bin | tail -1)/pg_restore -f - '%1'").arg(backup)});
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }

    // In memory: making a cluster syncs a thousand files, and a busy disk would be most of the test.
    QTemporaryDir folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    QString named;
    QString credentials;
    QByteArray said; ///< to standard error, by the last one
    QByteArray out;
    QByteArray seen; ///< what anybody could read of any of them
    const QString first = QStringLiteral("first");
    const QString second = QStringLiteral("second");
    const QString third = QStringLiteral("third");
};

TEST_F(SecretsKeyProgramTest, ABackupHasNoKeyAndARestoredPlatformNeedsTheOneOfBefore)
{
    ASSERT_TRUE(serve(first)) << said.constData();
    const QByteArray key = contentOf(keyOf(first)).trimmed();
    ASSERT_EQ(key.size(), 43);
    EXPECT_EQ(QFile::permissions(keyOf(first)) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), 0);
    const QString backup = folder.filePath(QStringLiteral("shop.backup"));
    ASSERT_EQ(run(QStringLiteral("backup --to ") + backup, first), 0) << said.constData();
    EXPECT_EQ(run(QStringLiteral("audit verify"), first), 0) << said.constData();
    EXPECT_FALSE(seen.contains(key)) << "neither arguments, nor the environment, nor the log have it";
    const QByteArray text = dumped(backup);
    EXPECT_TRUE(text.contains("sealed:1:")) << "the dump was read";
    EXPECT_FALSE(text.contains("PRIVATE KEY"));
    EXPECT_FALSE(text.contains(key));
    EXPECT_FALSE(contentOf(backup).contains(key));

    // Without the key.
    EXPECT_EQ(run(QStringLiteral("restore --from ") + backup, second), 0);
    EXPECT_TRUE(said.contains("secrets.key")) << "it says what is to be done: " << said.constData();
    EXPECT_FALSE(serve(second));
    EXPECT_TRUE(said.contains("\"secrets.key\"")) << said.constData();
    EXPECT_FALSE(QFile::exists(keyOf(second)));

    // With another one.
    ASSERT_TRUE(serve(third)) << said.constData();
    ASSERT_TRUE(QFile::copy(keyOf(third), keyOf(second)));
    EXPECT_FALSE(serve(second));
    EXPECT_TRUE(said.contains("\"secrets.key\"")) << said.constData();

    // With the right one, and by the way out where it is lost.
    ASSERT_TRUE(QFile::remove(keyOf(second)));
    ASSERT_TRUE(QFile::copy(keyOf(first), keyOf(second)));
    EXPECT_TRUE(serve(second)) << said.constData();
    ASSERT_TRUE(QFile::remove(keyOf(second)));
    EXPECT_EQ(run(QStringLiteral("keys replace"), second), 0) << said.constData();
    EXPECT_TRUE(out.contains("new key of tokens")) << out.constData();
    EXPECT_TRUE(serve(second)) << said.constData();
    EXPECT_EQ(run(QStringLiteral("audit verify"), second), 0) << said.constData();
}

TEST_F(SecretsKeyProgramTest, ARestoreBringsTheKeyOrMakesNewOnes)
{
    ASSERT_TRUE(serve(first)) << said.constData();
    const QString backup = folder.filePath(QStringLiteral("shop.backup"));
    ASSERT_EQ(run(QStringLiteral("backup --to ") + backup, first), 0) << said.constData();
    ASSERT_EQ(run(QStringLiteral("restore --from %1 --secrets-key-file %2").arg(backup, keyOf(first)), second), 0);
    EXPECT_EQ(contentOf(keyOf(second)), contentOf(keyOf(first)));
    EXPECT_TRUE(serve(second)) << said.constData();
    ASSERT_EQ(run(QStringLiteral("restore --new-keys --from ") + backup, third), 0) << said.constData();
    EXPECT_TRUE(said.contains("new key of tokens")) << said.constData();
    EXPECT_NE(contentOf(keyOf(third)), contentOf(keyOf(first)));
    EXPECT_TRUE(serve(third)) << said.constData();
}

TEST_F(SecretsKeyProgramTest, ARotationThatIsKilledLeavesAPlatformThatStarts)
{
    ASSERT_TRUE(serve(first)) << said.constData();
    const QByteArray key = contentOf(keyOf(first));
    // On a busy computer some are over before they can be killed.
    int killed = 0;
    for (int tries = 0; tries < 30 && killed < 3; ++tries) {
        if (!killRotation(first))
            continue;
        ++killed;
        EXPECT_TRUE(serve(first)) << said.constData();
    }
    EXPECT_GT(killed, 0);
    ASSERT_EQ(run(QStringLiteral("keys rotate-secrets"), first), 0) << said.constData();
    EXPECT_NE(contentOf(keyOf(first)), key);
    EXPECT_FALSE(QFile::exists(keyOf(first) + QStringLiteral(".new")));
    EXPECT_TRUE(serve(first)) << said.constData();
    EXPECT_EQ(run(QStringLiteral("audit verify"), first), 0) << said.constData();
}

TEST_F(SecretsKeyProgramTest, TheKeyComesFromAPlaceThatTheEnvironmentNames)
{
    named = folder.filePath(QStringLiteral("elsewhere.key"));
    ASSERT_TRUE(serve(first)) << said.constData();
    EXPECT_TRUE(QFile::exists(named));
    EXPECT_FALSE(QFile::exists(keyOf(first)));
    credentials = folder.filePath(QStringLiteral("credentials"));
    ASSERT_TRUE(QDir().mkpath(credentials));
    ASSERT_TRUE(QFile::rename(named, credentials + QStringLiteral("/secrets.key")));
    named.clear();
    EXPECT_TRUE(serve(first)) << "as systemd lays it: " << said.constData();
    credentials.clear();
    EXPECT_FALSE(serve(first));
}

} // namespace
} // namespace crema::platform
