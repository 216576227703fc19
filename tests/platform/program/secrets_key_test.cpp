// SPDX-License-Identifier: GPL-3.0-or-later
// Backups without what opens the keys in them, with the real program.
#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace crema::platform {
namespace {

class SecretsKeyProgramTest : public ::testing::Test
{
protected:
    void prepare(QProcess &process, const QString &keyFile)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("CREMA_SECRETS_KEY_FILE"));
        if (!keyFile.isEmpty())
            environment.insert(QStringLiteral("CREMA_SECRETS_KEY_FILE"), folder.filePath(keyFile));
        environment.insert(QStringLiteral("CREMA_PROBLEMS"), QStringLiteral("json"));
        process.setProcessEnvironment(environment);
        process.setProgram(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"));
    }

    /// Whether it said that it is ready; ended in order.
    bool serve(const QString &data, const QString &keyFile)
    {
        QProcess process;
        prepare(process, keyFile);
        process.setArguments({QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--data"),
                              folder.filePath(data), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--create")});
        process.start();
        while (!process.canReadLine() && process.waitForReadyRead(30'000)) {}
        const bool isReady = process.readLine().startsWith("ready ");
        process.terminate();
        process.waitForFinished();
        said = process.readAllStandardError();
        return isReady;
    }

    int run(const QString &line, const QString &data, const QString &keyFile)
    {
        QProcess process;
        prepare(process, keyFile);
        process.setArguments(line.split(u' ') + QStringList{QStringLiteral("--data"), folder.filePath(data)});
        process.start();
        process.waitForFinished(60'000);
        said = process.readAllStandardError();
        return process.exitCode();
    }

    // In memory: making a cluster syncs a thousand files, and a busy disk would be most of the test.
    QTemporaryDir folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    QByteArray said;
};

TEST_F(SecretsKeyProgramTest, ARestoredPlatformNeedsTheKeyOfTheOneBefore)
{
    const QString key = QStringLiteral("secrets.key");
    ASSERT_TRUE(serve(QStringLiteral("first"), key)) << said.constData();
    ASSERT_TRUE(QFile::exists(folder.filePath(key)));
    const QString backup = folder.filePath(QStringLiteral("shop.backup"));
    ASSERT_EQ(run(QStringLiteral("backup --to ") + backup, QStringLiteral("first"), key), 0) << said.constData();
    EXPECT_EQ(run(QStringLiteral("audit verify"), QStringLiteral("first"), key), 0) << said.constData();
    EXPECT_NE(run(QStringLiteral("audit verify"), QStringLiteral("first"), {}), 0);
    EXPECT_TRUE(said.contains("secrets.key")) << said.constData();

    EXPECT_EQ(run(QStringLiteral("restore --from ") + backup, QStringLiteral("second"), {}), 0);
    EXPECT_TRUE(said.contains("CREMA_SECRETS_KEY_FILE")) << "it says what is to be done: " << said.constData();
    EXPECT_FALSE(serve(QStringLiteral("second"), {}));
    EXPECT_TRUE(said.contains("secrets.key")) << said.constData();
    EXPECT_FALSE(serve(QStringLiteral("second"), QStringLiteral("another.key")));
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("another.key"))));
    EXPECT_TRUE(serve(QStringLiteral("second"), key)) << said.constData();
}

} // namespace
} // namespace crema::platform
