// SPDX-License-Identifier: GPL-3.0-or-later
// The first load of a till, its idle rounds and the lag of the feed against a real platform over HTTP: goals 9, 11 and
// 20 of the performance page. Prints a markdown table; each limit is measured in the same run.
#include "sync/client/client.h"
#include "sync/seams/system_clock.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_network.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "sync/store/vault_disk.h"
#include "tests/bench/platform/latencies.h"
#include "tests/bench/platform/served_platform.h"
#include "tests/bench/sync/feed_lag.h"

#include <QCoroTask>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <cstdio>
#include <sqlite3.h>

using namespace crema;
using namespace crema::bench;
using namespace crema::sync;

namespace {

constexpr int idleRounds = 500;

double msOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// A whole device as the programs make it.
struct Device {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandomness randomness;
    SystemDisk system;
    VaultDisk disk{system, randomness};
    SystemNetwork network;
    ThreadExecutor executor{QStringLiteral("store")};
    Client client{{clock, randomness, executor, network, disk}};
};

template<class Value>
Value need(const char *what, const Result<Value> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s %s\n", what, qPrintable(result.error().code), qPrintable(result.error().message));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>)
        return *result;
}

/// SQLite alone: short rows, three indices, and a search index that is built at the end.
double plainLoadMs(int products)
{
    const QTemporaryDir folder;
    sqlite3 *database = nullptr;
    sqlite3_open(folder.filePath(QStringLiteral("plain.db")).toUtf8().constData(), &database);
    const auto run = [database](const char *statement) {
        sqlite3_exec(database, statement, nullptr, nullptr, nullptr);
    };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE product (id INTEGER PRIMARY KEY, uuid BLOB, name TEXT, sku TEXT, barcode TEXT, price INTEGER);"
        "CREATE UNIQUE INDEX a ON product (uuid); CREATE INDEX b ON product (sku); CREATE INDEX c ON product (barcode);"
        "CREATE VIRTUAL TABLE search USING fts5(name, content='product', content_rowid='id', prefix='2 3')");
    QElapsedTimer timer;
    timer.start();
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO product VALUES (?, randomblob(16), ?, ?, ?, ?)", -1, &insert, nullptr);
    for (int number = 0; number < products; ++number) {
        if (number % 2'000 == 0)
            run("BEGIN");
        const QByteArray text = QByteArray::number(number);
        const QByteArray name = "House blend number " + text;
        sqlite3_bind_int(insert, 1, number + 1);
        sqlite3_bind_text(insert, 2, name.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 3, text.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 4, text.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_int(insert, 5, 1'000);
        sqlite3_step(insert);
        sqlite3_reset(insert);
        if (number % 2'000 == 1'999)
            run("COMMIT");
    }
    sqlite3_finalize(insert);
    run("INSERT INTO search(search) VALUES ('rebuild')");
    const double ms = msOf(timer);
    sqlite3_close(database);
    return ms;
}

/// One request and its answer over a connection that stays open, with nothing of ours around it.
double bareRoundTripMs(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected())
        std::exit(1);
    std::vector<double> all;
    for (int round = 0; round < idleRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        socket.write("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QByteArray answer;
        while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead())
            answer += socket.readAll();
        all.push_back(msOf(timer));
    }
    return speedOf(std::move(all), 1).p50Ms;
}

void loadAndIdle(const QString &program, int products)
{
    const QTemporaryDir folder;
    ServedPlatform platform(program, folder.path());
    if (!platform.start({QStringLiteral("--demo"), QStringLiteral("--demo-data"), QString::number(products)})) {
        std::fputs("the platform did not start\n", stderr);
        std::exit(1);
    }
    Device device;
    const OpenRequest request{device.folder.filePath(QStringLiteral("store.db")), OpenMode::ReadWrite,
                              QStringLiteral("bench"), *Currency::fromCode(u"EUR")};
    need("open", QCoro::waitFor(device.client.open(request)));
    const QByteArray code =
        platform.verb({QStringLiteral("enroll-code"), QStringLiteral("--location"), QStringLiteral("main")})
            .split('\n')
            .constLast();
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(platform.port()));
    need("enrol", QCoro::waitFor(device.client.enroll(url, QString::fromLatin1(code), QStringLiteral("Bench"))));

    const double before = plainLoadMs(products);
    QElapsedTimer timer;
    timer.start();
    double sellingMs = 0;
    QObject::connect(&device.client, &Client::changed, [&] {
        const auto &load = device.client.state().load;
        if (load && load->maySell && sellingMs == 0)
            sellingMs = msOf(timer);
    });
    const SyncReport report = need("load", QCoro::waitFor(device.client.syncOnce()));
    const double loadMs = msOf(timer);
    const double plain = (before + plainLoadMs(products)) / 2;
    if (report.stopped)
        std::exit(1);
    std::printf(
        "| 9 | first load of %d products over HTTP, %lld rows, searchable and durable | %.1f s; selling may start "
        "after %.1f s | SQLite, 3 indices, FTS5 rebuild: %.1f s | %.2f |\n",
        products, static_cast<long long>(report.fetchedRows), loadMs / 1e3, sellingMs / 1e3, plain / 1e3,
        loadMs / plain);
    std::fflush(stdout);

    timer.restart();
    need("compare", QCoro::waitFor(device.client.syncOnce()));
    const double comparedMs = msOf(timer);
    if (!device.client.state().comparison.at || !device.client.state().comparison.different.isEmpty())
        std::exit(1);
    std::printf("| – | a round that compares %lld rows with the platform | %.0f ms | – | – |\n",
                static_cast<long long>(report.fetchedRows), comparedMs);

    std::vector<double> idle;
    for (int round = 0; round < idleRounds; ++round) {
        timer.restart();
        need("idle", QCoro::waitFor(device.client.syncOnce()));
        idle.push_back(msOf(timer));
    }
    const Speed ours = speedOf(std::move(idle), 1);
    const double bare = bareRoundTripMs(platform.port());
    std::printf(
        "| 11 | a round with nothing to do | p50 %.2f ms, p99 %.2f ms | one bare HTTP round trip: p50 %.3f ms | "
        "%.1f |\n",
        ours.p50Ms, ours.p99Ms, bare, ours.p50Ms / bare);
    platform.stop();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::puts("| goal | measure | ours | limit in the same run | ratio |\n| --- | --- | --- | --- | --- |");
    const QString platform = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/crema-platform");
    // As many products as the goal names, and the lag of the feed before; or only so many and nothing else, to look
    // into one thing: sync_load_bench 1000.
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 1)
        feedLag(platform);
    loadAndIdle(platform, arguments.size() == 1 ? 100'000 : arguments.at(1).toInt());
    return 0;
}
