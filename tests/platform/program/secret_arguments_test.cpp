// SPDX-License-Identifier: GPL-3.0-or-later
// The list of processes can be read by everybody on the machine: no password stands in anybody's arguments.
#include "platform/cluster/database_address.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace crema::platform {
namespace {

TEST(DatabaseAddress, KeepsThePasswordApartInEveryForm)
{
    for (const QString &url :
         {QStringLiteral("postgresql://crema:s%20ecret@db.example:5433/shop?sslmode=require"),
          QStringLiteral("postgresql://db.example:5433/shop?user=crema&password=s%20ecret&sslmode=require"),
          QStringLiteral("host=db.example port=5433 user=crema dbname=shop password='s ecret' sslmode=require")}) {
        const auto address = databaseAddress(url);
        ASSERT_TRUE(address) << qPrintable(url);
        EXPECT_EQ(address->password, QStringLiteral("s ecret")) << qPrintable(url);
        EXPECT_TRUE(address->hasSecret());
        EXPECT_FALSE(address->visible.contains(QStringLiteral("ecret"))) << qPrintable(address->visible);
        // What is left says the same as before.
        const auto again = databaseAddress(address->visible);
        ASSERT_TRUE(again);
        EXPECT_EQ(again->visible, address->visible);
        for (const char *part :
             {"host='db.example'", "port='5433'", "user='crema'", "dbname='shop'", "sslmode='require'"})
            EXPECT_TRUE(address->visible.contains(QLatin1StringView(part))) << qPrintable(address->visible);
        EXPECT_EQ(secretsFor(*address).value(QStringLiteral("PGPASSWORD")), QStringLiteral("s ecret"));
    }
    EXPECT_TRUE(databaseAddress(QStringLiteral("host=a sslpassword=x"))->hasSecret());
    EXPECT_FALSE(databaseAddress(QStringLiteral("postgresql://crema@db.example/shop"))->hasSecret());
    EXPECT_FALSE(databaseAddress(QStringLiteral("postgresql://crema:secret@db.example/%zz")));
}

TEST(DatabaseAddress, KeepsQuotesAndBackslashes)
{
    const auto address = databaseAddress(QStringLiteral("host=/tmp/o\\'neil\\\\x dbname='a b'"));
    ASSERT_TRUE(address);
    const auto again = databaseAddress(address->visible);
    ASSERT_TRUE(again) << qPrintable(address->visible);
    EXPECT_EQ(again->visible, address->visible);
    EXPECT_TRUE(address->visible.contains(QStringLiteral("dbname='a b'"))) << qPrintable(address->visible);
}

/// A folder of programs that write down what they were told, in place of PostgreSQL's.
class BackupArgumentsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        for (const char *name : {"postgres", "initdb", "createdb"})
            writeProgram(QString::fromLatin1(name), "#!/bin/sh\n");
        writeProgram(QStringLiteral("pg_dump"), "#!/bin/sh\necho \"arguments $*\" >" + told() +
                                                    "\necho \"password $PGPASSWORD\" >>" + told() + "\n");
        writeProgram(QStringLiteral("pg_restore"), "#!/bin/sh\necho crema_schema_step\n");
    }

    void writeProgram(const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    [[nodiscard]] QByteArray told() const { return folder.filePath(QStringLiteral("told")).toUtf8(); }

    QTemporaryDir folder;
};

TEST_F(BackupArgumentsTest, ABackupHandsThePasswordOverUnseen)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CREMA_POSTGRESQL_PROGRAMS"), folder.path());
    environment.insert(QStringLiteral("DATABASE_URL"), QStringLiteral("postgresql://crema:harbour@db.example/shop"));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"),
                  {QStringLiteral("backup"), QStringLiteral("--to"), folder.filePath(QStringLiteral("shop.backup"))});
    ASSERT_TRUE(process.waitForFinished(30'000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    QFile file(QString::fromUtf8(told()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray arguments = file.readLine();
    EXPECT_TRUE(arguments.contains("host='db.example'")) << arguments.constData();
    EXPECT_FALSE(arguments.contains("harbour")) << arguments.constData();
    EXPECT_EQ(file.readLine(), "password harbour\n");
}

} // namespace
} // namespace crema::platform
