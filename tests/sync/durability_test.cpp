// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sale_reader.h"
#include "tests/sync/shop.h"

#include <QProcess>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include <sys/resource.h>

namespace crema::sync::testing {
namespace {

const QString child = QStringLiteral(CREMA_STORE_CHILD);

QStringList linesOf(const QByteArray &output)
{
    QStringList lines;
    const QList<QByteArray> parts = output.left(output.lastIndexOf('\n') + 1).split('\n');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty())
            lines.append(QString::fromUtf8(part));
    }
    return lines;
}

void makeStore(const QString &path)
{
    ASSERT_EQ(QProcess::execute(child, {QStringLiteral("make"), path}), 0);
}

/// sync.md: acknowledged to a person means durable. What the process printed before it was killed is there, once.
TEST(Durability, KeepsEveryPrintedSaleWhenKilled)
{
    StoreFolder folder;
    makeStore(folder.path());
    QStringList printed;
    for (int round = 0; round < 4; ++round) {
        QProcess process;
        process.start(child, {QStringLiteral("sell"), folder.path()});
        ASSERT_TRUE(process.waitForStarted());
        QByteArray output;
        while (output.count('\n') < 20 + 13 * round) {
            ASSERT_TRUE(process.waitForReadyRead(20'000));
            output += process.readAll();
        }
        process.kill();
        process.waitForFinished();
        output += process.readAll();
        printed += linesOf(output);
    }
    EXPECT_EQ(QSet<QString>(printed.begin(), printed.end()).size(), printed.size());
    const auto store = folder.open();
    for (const QString &number : std::as_const(printed))
        EXPECT_TRUE(findSale(*store, number)) << qPrintable(number);
    const StoreCheck check = store->check();
    EXPECT_TRUE(check.isSound()) << qPrintable(check.findings.join(u' '));
    // At most the one sale whose number was not printed any more, for each time it was killed.
    EXPECT_LE(check.sales, printed.size() + 4);
}

TEST(Durability, StopsWithADiskProblemAndNothingHalfDoneWhenTheDiskIsFull)
{
    StoreFolder folder;
    makeStore(folder.path());
    QProcess process;
    // A limit on the size of files stands for the full disk: writes fail in the same place.
    process.start(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("ulimit -f 1200; exec \"$0\" sell \"$1\""), child, folder.path()});
    ASSERT_TRUE(process.waitForFinished(60'000));
    QStringList lines = linesOf(process.readAllStandardOutput());
    ASSERT_FALSE(lines.isEmpty());
    EXPECT_EQ(process.exitCode(), 1);
    const QString problem = lines.takeLast();
    EXPECT_TRUE(problem == QLatin1String("store.disk_full") || problem == QLatin1String("store.write"))
        << qPrintable(problem);
    const auto store = folder.open();
    const StoreCheck check = store->check();
    EXPECT_TRUE(check.isSound()) << qPrintable(check.findings.join(u' '));
    EXPECT_EQ(check.sales, lines.size());
    EXPECT_GT(check.sales, 0);
}

/// sync.md rule 27: one fdatasync for a sale, seen by strace. The journal has its own, in the background.
TEST(Durability, SyncsOnceForEachSale)
{
    StoreFolder folder;
    makeStore(folder.path());
    const QString trace = folder.folder.filePath(QStringLiteral("trace"));
    const auto syncs = [&](const QString &count) {
        QProcess process;
        process.start(QStringLiteral("strace"), {QStringLiteral("-f"), QStringLiteral("-y"), QStringLiteral("-e"),
                                                 QStringLiteral("trace=fsync,fdatasync"), QStringLiteral("-o"), trace,
                                                 child, QStringLiteral("sell"), folder.path(), count});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            return qsizetype(-1);
        return folder.disk.read(trace)->count("sqlite-wal>");
    };
    const qsizetype none = syncs(QStringLiteral("0"));
    if (none < 0)
        GTEST_SKIP() << "strace is not there or may not trace";
    const qsizetype fifty = syncs(QStringLiteral("50"));
    const qsizetype hundred = syncs(QStringLiteral("100"));
    EXPECT_EQ(hundred - fifty, 50);
    // Besides the sales: the header of the fresh log, and the log once more when it is moved at the end.
    EXPECT_LE(fifty - none, 52);
}

} // namespace
} // namespace crema::sync::testing
