// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

namespace crema::platform {
namespace {

constexpr int patienceMs = 60'000;

/// A business's first hour and its worst one: made, backed up, and put on another computer.
class CompanyVerbTest : public ::testing::Test
{
protected:
    static QString program() { return qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"); }

    QByteArray run(const QString &line, const QByteArray &input = {}, const QString &data = QStringLiteral("first"))
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CREMA_PROBLEMS"), QStringLiteral("json"));
        process.setProcessEnvironment(environment);
        process.start(program(), line.split(u' ') + QStringList{QStringLiteral("--data"), folder.filePath(data)});
        process.write(input);
        process.closeWriteChannel();
        EXPECT_TRUE(process.waitForFinished(patienceMs));
        exitCode = process.exitCode();
        const QByteArray complaint = process.readAllStandardError().trimmed().split('\n').constLast();
        problemCode = QJsonDocument::fromJson(complaint).object().value(QStringLiteral("code")).toString();
        return process.readAllStandardOutput().trimmed();
    }

    QByteArray create(const QString &more = {})
    {
        return run(QStringLiteral("company create --name Larkmoor --shop Harbour --country IE --owner Mina --email "
                                  "mina@larkmoor.example --password-file - --pin-file -") +
                       more,
                   "harbour walks at seven\n4711\n");
    }

    QString backup() const { return folder.filePath(QStringLiteral("shop.backup")); }

    // In memory: making a cluster syncs a thousand files, and a busy disk would be most of the test.
    QTemporaryDir folder{QStringLiteral("/dev/shm/crema-test-XXXXXX")};
    int exitCode = -1;
    QString problemCode;
};

TEST_F(CompanyVerbTest, MakesAShopOnceAndGivesItsOwnerACode)
{
    const QByteArray owner = create(QStringLiteral(" --tax 13,5"));
    ASSERT_EQ(exitCode, 0) << qPrintable(problemCode);
    EXPECT_EQ(owner.size(), 36);
    create();
    EXPECT_EQ(exitCode, 5);
    EXPECT_EQ(problemCode, QStringLiteral("company.exists"));
    const QByteArray code =
        run(QStringLiteral("enroll-code --location main --user mina@larkmoor.example")).split('\n').constLast();
    EXPECT_EQ(exitCode, 0);
    EXPECT_EQ(code.size(), 9) << code.constData();
}

TEST_F(CompanyVerbTest, SaysWhatIsMissingBeforeAnythingIsMade)
{
    const QString good = QStringLiteral("company create --name L --shop H --owner M --email m@l.example --country ");
    for (const QString &bad :
         {QStringLiteral("XX --password-file -"), QStringLiteral("IE"),
          QStringLiteral("IE --password-file - --tax many"), QStringLiteral("IE --password-file - --currency ABC"),
          QStringLiteral("IE --password-file - --pin-file -")}) {
        run(good + bad, "harbour walks at seven\n12\n");
        EXPECT_EQ(exitCode, 2) << qPrintable(bad);
        EXPECT_EQ(problemCode, QStringLiteral("usage.arguments"));
    }
}

TEST_F(CompanyVerbTest, ComesBackFromABackup)
{
    const QByteArray owner = create();
    run(QStringLiteral("backup --to ") + backup());
    ASSERT_EQ(exitCode, 0) << qPrintable(problemCode);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(QFileInfo(backup()).permissions() & others);
    EXPECT_FALSE(QFileInfo::exists(backup() + QStringLiteral(".part")));

    run(QStringLiteral("restore --from ") + backup());
    EXPECT_EQ(exitCode, 5) << "a backup never writes over a company";
    EXPECT_EQ(problemCode, QStringLiteral("backup.not_empty"));

    run(QStringLiteral("restore --from ") + backup(), {}, QStringLiteral("second"));
    ASSERT_EQ(exitCode, 0) << qPrintable(problemCode);
    // The person has the same id.
    const QByteArray everybody = run(QStringLiteral("user list"), {}, QStringLiteral("second"));
    EXPECT_TRUE(everybody.contains(owner)) << everybody.constData();
}

TEST_F(CompanyVerbTest, RefusesWhatIsNoBackup)
{
    QFile file(backup());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("not a backup");
    file.close();
    run(QStringLiteral("restore --from ") + backup());
    EXPECT_EQ(exitCode, 2);
    EXPECT_EQ(problemCode, QStringLiteral("backup.unreadable"));
    create();
    run(QStringLiteral("backup --to /nowhere/shop.backup"));
    EXPECT_EQ(exitCode, 7);
    EXPECT_EQ(problemCode, QStringLiteral("backup.write"));
}

} // namespace
} // namespace crema::platform
