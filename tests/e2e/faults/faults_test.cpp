// SPDX-License-Identifier: GPL-3.0-or-later
// Real tills and a real platform with everything that goes wrong between them: SIGKILL, SIGSTOP, a network that lies, a
// full disk, clocks that are years off. Books that were made up from what people were told are the judge.
//
// CREMA_FAULT_KILLS=1000 plays as long as it takes to kill the tills that often and the platform a tenth as often.
#include "tests/e2e/faults/books.h"
#include "tests/e2e/faults/fault_proxy.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <gtest/gtest.h>

#include <csignal>
#include <iostream>

namespace crema::e2e {
namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

class FaultsTest : public ::testing::Test
{
protected:
    static constexpr int tillCount = 2;

    static void SetUpTestSuite()
    {
        platformFolder = std::make_unique<QTemporaryDir>();
        platform = std::make_unique<PlatformProcess>(platformFolder->path());
        platform->writeThrough();
        ASSERT_TRUE(platform->start()) << platform->log().toStdString();
    }
    static void TearDownTestSuite()
    {
        platform.reset();
        platformFolder.reset();
    }

    void SetUp() override
    {
        ASSERT_TRUE(folder.isValid());
        proxy = std::make_unique<FaultProxy>(platform->port(), 20261128);
        proxy->setAlways(FaultProxy::Fate::Good);
        for (int till = 0; till < tillCount; ++till) {
            tills.push_back(Device(folder.filePath(QStringLiteral("till %1").arg(till))));
            ASSERT_TRUE(tills.back().enrol(*platform, QStringLiteral("http://127.0.0.1:%1").arg(proxy->port())));
            ASSERT_EQ(tills.back().run(words("sync run --wait --timeout 60")).exitCode, 0);
            ASSERT_EQ(tills.back().run(words("shift open --float 10000")).exitCode, 0);
        }
        for (const QString &sku : skus)
            books.openStock(sku, onHand(tills.front(), sku));
    }

    static QStringList saleOf(const QString &sku, int quantity)
    {
        return {QStringLiteral("sale"),     QStringLiteral("create"),
                QStringLiteral("--line"),   QStringLiteral("%1*%2").arg(sku).arg(quantity),
                QStringLiteral("--tender"), QStringLiteral("cash:100000"),
                QStringLiteral("--yes"),    QStringLiteral("--json")};
    }

    static qint64 onHand(const Device &device, const QString &sku)
    {
        const Finished shown =
            device.run({QStringLiteral("stock"), QStringLiteral("show"), sku, QStringLiteral("--json")});
        EXPECT_EQ(shown.exitCode, 0) << shown.err.toStdString();
        return shown.json().value(QStringLiteral("on_hand")).toInteger();
    }

    void noteSale(int till, const QString &sku, const Finished &finished)
    {
        const QJsonObject sale = finished.json();
        if (sale.value(QStringLiteral("state")).toString().isEmpty())
            return;
        books.tell(till, sale.value(QStringLiteral("number")).toString(),
                   sale.value(QStringLiteral("total")).toObject().value(QStringLiteral("minor")).toInteger(), sku);
    }

    /// Everything is well again: all queues empty, and all agree with the books.
    void settleAndJudge()
    {
        proxy->setAlways(FaultProxy::Fate::Good);
        for (int turn = 0; turn < 2; ++turn) {
            for (const Device &till : tills) {
                const Finished synced = till.run(words("sync run --wait --timeout 90"), 120'000);
                ASSERT_EQ(synced.exitCode, 0) << synced.err.toStdString();
            }
        }
        tills.push_back(Device(folder.filePath(QStringLiteral("observer"))));
        ASSERT_TRUE(tills.back().enrol(*platform));
        ASSERT_EQ(tills.back().run(words("sync run --wait --timeout 60")).exitCode, 0);
        for (std::size_t number = 0; number < tills.size(); ++number) {
            const Device &device = tills.at(number);
            const QString whose = QStringLiteral("device %1").arg(number);
            const Finished checked = device.run(words("db check"), 120'000);
            EXPECT_EQ(checked.exitCode, 0) << whose.toStdString() << checked.out.toStdString();
            const QJsonArray sales = device.items(words("sale list"));
            books.judgeSales(sales, whose);
            for (const QString &sku : skus)
                books.judgeStock(sku, onHand(device, sku), sales, whose);
        }
    }

    static inline std::unique_ptr<QTemporaryDir> platformFolder;
    static inline std::unique_ptr<PlatformProcess> platform;
    QTemporaryDir folder;
    const QStringList skus{QStringLiteral("DR-CAP-L-M"), QStringLiteral("DR-CAP-S-O")};
    std::unique_ptr<FaultProxy> proxy;
    std::vector<Device> tills;
    Books books;
    std::mt19937 random{20261128};
};

/// Lets a process run into its fate. Answers whether it was killed before its end.
enum class End { Own, Killed, Stopped };

Finished finish(QProcess &process, End end, int afterMs, int &kills)
{
    const auto isRunning = [&process] { return process.state() != QProcess::NotRunning; };
    if (end != End::Own && !process.waitForFinished(afterMs) && isRunning()) {
        if (end == End::Killed) {
            process.kill();
            ++kills;
        } else {
            ::kill(static_cast<pid_t>(process.processId()), SIGSTOP);
            QThread::msleep(static_cast<unsigned long>(afterMs));
            ::kill(static_cast<pid_t>(process.processId()), SIGCONT);
        }
    }
    if (isRunning() && !process.waitForFinished(60'000) && isRunning()) {
        ADD_FAILURE() << "it did not end";
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// Stories 1 and 2: whatever is killed and whatever the network does, what was told is there once.
TEST_F(FaultsTest, NothingToldIsLostOrDoubledByKillsAndALyingNetwork)
{
    const int wanted = std::max(1, qEnvironmentVariableIntValue("CREMA_FAULT_KILLS"));
    const int tillKills = wanted > 1 ? wanted : 60;
    const int platformKills = std::max(3, tillKills / 10);
    int killed = 0;
    int platformKilled = 0;
    const auto below = [this](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    proxy->drawEach();
    for (int act = 0; killed < tillKills || platformKilled < platformKills; ++act) {
        ASSERT_LT(act, tillKills * 20 + 200) << "killed " << killed << " and " << platformKilled;
        const int till = below(tillCount);
        const Device &device = tills.at(static_cast<std::size_t>(till));
        const QString sku = skus.at(below(static_cast<int>(skus.size())));
        const int drawn = below(100);
        const End end = drawn % 5 < 3 ? End::Killed : drawn % 5 == 3 ? End::Stopped : End::Own;
        const int what = below(100);
        if (what < 55) {
            books.begin(till);
            const auto process = device.start(saleOf(sku, 1 + below(3)));
            noteSale(till, sku, finish(*process, end, below(45), killed));
        } else if (what < 65) {
            const int delta = below(2) ? 1 + below(5) : -1 - below(5);
            books.beginAdjusting(sku, delta);
            const auto process =
                device.start({QStringLiteral("stock"), QStringLiteral("adjust"), sku, QStringLiteral("--delta"),
                              QString::number(delta), QStringLiteral("--reason"), QStringLiteral("found"),
                              QStringLiteral("--json")});
            if (!finish(*process, end, below(45), killed).json().isEmpty())
                books.tellAdjusted(sku, delta);
        } else if (what < 90 || platformKilled >= platformKills) {
            const auto process = device.start(words("sync run"));
            finish(*process, end, below(120), killed);
        } else {
            const auto process = device.start(words("sync run"));
            process->waitForFinished(below(40));
            platform->kill();
            ++platformKilled;
            finish(*process, End::Own, 0, killed);
            ASSERT_TRUE(platform->start()) << platform->log().toStdString();
        }
    }
    ASSERT_NO_FATAL_FAILURE(settleAndJudge());
    EXPECT_GT(books.told(), 10U);
    const QString copy = folder.filePath(QStringLiteral("backup"));
    QProcess backup;
    backup.start(qEnvironmentVariable("CREMA_BIN") + QStringLiteral("/crema-platform"),
                 {QStringLiteral("backup"), QStringLiteral("--data"), platformFolder->filePath(QStringLiteral("data")),
                  QStringLiteral("--to"), copy});
    EXPECT_TRUE(backup.waitForFinished(60'000) && backup.exitCode() == 0) << "each row of the platform reads";
    std::cout << killed << " kills of tills, " << platformKilled << " of the platform, " << books.told()
              << " sales told\n";
    for (const auto &[fate, count] : proxy->counts())
        std::cout << "  connections " << fate << ": " << count << '\n';
}

/// Story 2: the platform stored the sale, and its reply is dropped ten times, over two programs and a restart.
TEST_F(FaultsTest, ASaleWhoseReplyIsDroppedTenTimesIsThereOnce)
{
    books.begin(0);
    noteSale(0, skus.first(), tills.front().run(saleOf(skus.first(), 2)));
    ASSERT_EQ(books.told(), 1U);
    proxy->setAlways(FaultProxy::Fate::LostAnswer);
    int unheard = 0;
    for (int attempt = 0; attempt < 10; ++attempt) {
        if (attempt == 5) {
            ASSERT_TRUE(platform->stop());
            ASSERT_TRUE(platform->start());
        }
        const Finished synced = tills.front().run(words("sync run --json"));
        // The proxy drops the answer somewhere in its connection: a short one gets through.
        const bool isUnheard = synced.err.contains("\"network.");
        unheard += isUnheard ? 1 : 0;
        EXPECT_TRUE(isUnheard || synced.out.contains("\"state\""))
            << synced.out.toStdString() << synced.err.toStdString();
    }
    EXPECT_GT(unheard, 0) << "else no reply was dropped";
    ASSERT_NO_FATAL_FAILURE(settleAndJudge());
    const Finished closed =
        tills.front().run({QStringLiteral("shift"), QStringLiteral("close"), QStringLiteral("--counted"),
                           QStringLiteral("10820"), QStringLiteral("--json")});
    EXPECT_EQ(closed.json().value(QStringLiteral("difference")).toObject().value(QStringLiteral("minor")).toInteger(-1),
              0)
        << closed.out.toStdString();
}

/// sync.md rule 23: wall time is data. A till that lives ten years ago, or in ten years, sells and syncs all the same.
TEST_F(FaultsTest, AClockThatIsYearsOffLosesNothing)
{
    const QString library = QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
    if (!QFile::exists(library))
        GTEST_SKIP() << "libfaketime is not installed";
    const QStringList steps{QStringLiteral("-10y"), QStringLiteral("+10y"), QStringLiteral("-1h"),
                            QStringLiteral("+1h"), QStringLiteral("+0")};
    Device &till = tills.front();
    till.setVariable(QStringLiteral("LD_PRELOAD"), library);
    till.setVariable(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
    for (const QString &step : steps) {
        till.setVariable(QStringLiteral("FAKETIME"), step);
        for (int sale = 0; sale < 2; ++sale) {
            books.begin(0);
            noteSale(0, skus.first(), till.run(saleOf(skus.first(), 1)));
        }
        const Finished synced = till.run(words("sync run"));
        EXPECT_EQ(synced.exitCode, 0) << step.toStdString() << synced.err.toStdString();
        const qint64 offset =
            till.run(words("sync status --json")).json().value(QStringLiteral("clock_offset_ms")).toInteger();
        if (step.endsWith(u'y')) {
            EXPECT_GT(std::abs(offset), 9LL * 365 * 24 * 3600 * 1000) << step.toStdString();
        }
    }
    EXPECT_EQ(books.told(), 10U);
    ASSERT_NO_FATAL_FAILURE(settleAndJudge());
}

/// sync.md rule 28: on a file system that fills up, what was told stays, and selling goes on when there is room.
TEST_F(FaultsTest, AFullDiskLosesNothingThatWasTold)
{
    QFile script(folder.filePath(QStringLiteral("full.sh")));
    ASSERT_TRUE(script.open(QIODevice::WriteOnly));
    script.write(R"(set -e
mount -t tmpfs -o size=24m crema "$XDG_DATA_HOME"
crema=$CREMA_BIN/crema
"$crema" device enroll --platform "$1" --code "$2" >&2
"$crema" sync run --wait --timeout 60 >&2
"$crema" shift open --float 10000 >&2
sell() { "$crema" sale create --line "$3" --tender cash:100000 --yes --json || echo "refused $?"; }
sell "$@"
dd if=/dev/zero of="$XDG_DATA_HOME/fill" bs=4k >&2 2>/dev/null || true
for sale in 1 2 3; do sell "$@"; done
size=$(stat -c %s "$XDG_DATA_HOME/fill")
truncate -s $((size - 98304)) "$XDG_DATA_HOME/fill"
for sale in 1 2 3 4 5 6 7 8; do sell "$@"; done
rm "$XDG_DATA_HOME/fill"
sell "$@"
"$crema" db check >&2
"$crema" sync run --wait --timeout 60 >&2
)");
    script.close();
    const Device device(folder.filePath(QStringLiteral("small")));
    QProcess process;
    process.setProcessEnvironment(device.environment());
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("--user"), QStringLiteral("--map-root-user"), QStringLiteral("--mount"),
                   QStringLiteral("bash"), script.fileName(), platform->url(), platform->enrolCode(), skus.first()});
    ASSERT_TRUE(process.waitForFinished(120'000));
    const QByteArray errors = process.readAllStandardError();
    if (errors.startsWith("unshare:") || errors.startsWith("mount:"))
        GTEST_SKIP() << "no file system of its own can be had here: " << errors.left(200).toStdString();
    ASSERT_EQ(process.exitCode(), 0) << errors.toStdString();
    int refused = 0;
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    for (const QByteArray &line : lines) {
        books.begin(9);
        if (line.startsWith("refused"))
            ++refused;
        else if (!line.startsWith("{\"error\""))
            noteSale(9, skus.first(), Finished{0, line, {}});
    }
    EXPECT_GE(refused, 3);
    EXPECT_GE(books.told(), 2U) << "before it was full and afterwards";
    ASSERT_NO_FATAL_FAILURE(settleAndJudge());
}

} // namespace
} // namespace crema::e2e
