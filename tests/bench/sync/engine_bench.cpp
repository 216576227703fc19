// SPDX-License-Identifier: GPL-3.0-or-later
// The engine with a real platform over HTTP: goals 10, 19 and 21 of the performance page, the latency of a sale while
// it syncs, and rebase under load. Prints a markdown table; each limit is measured in the same run.
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "sync/seams/system_clock.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_network.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/bench/platform/database_ceiling.h"
#include "tests/bench/platform/processor_time.h"
#include "tests/bench/platform/served_platform.h"
#include "tests/sync/shop.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

using namespace crema;
using namespace crema::bench;
using namespace crema::sync;

namespace {

constexpr int pendingOperations = 200'000;
constexpr int rebasedProducts = 25'000;
constexpr int rebasedPending = 1'000;

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

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store.db")); }
    template<class Value>
    static Value need(const char *what, const Result<Value> &result)
    {
        if (!result) {
            std::fprintf(stderr, "%s: %s %s\n", what, qPrintable(result.error().code),
                         qPrintable(result.error().message));
            std::exit(1);
        }
        if constexpr (!std::is_void_v<Value>)
            return *result;
    }
    void open(const QString &storePath)
    {
        const OpenRequest request{storePath, OpenMode::ReadWrite, QStringLiteral("bench"), *Currency::fromCode(u"EUR")};
        need("open", QCoro::waitFor(client.open(request)));
    }
};

SaleDraft draftOf(Device &device)
{
    const auto found = Device::need("find", QCoro::waitFor(device.client.findProducts(QStringLiteral("a"), 50)));
    SaleDraft draft;
    for (const ProductView &product : found) {
        const Variant &variant = product.variants.constFirst().variant;
        if (!variant.price || variant.unit != Unit::Piece || draft.lines.size() == 3)
            continue;
        SaleLineDraft line;
        line.variant = variant.id;
        draft.lines.append(line);
    }
    draft.tenders.append({PaymentMethod::Cash, Money(100'000, device.client.state().currency()), true});
    return draft;
}

/// So many sales, one after the other.
Speed sell(Device &device, const SaleDraft &draft, int count)
{
    QElapsedTimer whole;
    whole.start();
    std::vector<double> ms;
    for (int sale = 0; sale < count; ++sale) {
        QElapsedTimer timer;
        timer.start();
        Device::need("sale", QCoro::waitFor(device.client.completeSale(draft)));
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
    }
    return speedOf(std::move(ms), static_cast<double>(whole.nsecsElapsed()) / 1e9);
}

bool psql(const QString &socketFolder, const QString &statement, QByteArray *out = nullptr)
{
    QProcess process;
    process.start(QStringLiteral("psql"), {QStringLiteral("-qAt"), QStringLiteral("-h"), socketFolder,
                                           QStringLiteral("-U"), QStringLiteral("crema"), QStringLiteral("-d"),
                                           QStringLiteral("crema"), QStringLiteral("-c"), statement});
    const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
    if (out)
        *out = process.readAllStandardOutput().trimmed();
    return done;
}

/// A sale of six rows in PostgreSQL alone: order, three lines, payment, outbox (about 2 KB).
QByteArray plainSale()
{
    const QByteArray document = '\'' + QByteArray(900, 'x') + '\'';
    return "begin;\n"
           "insert into bench.sale (id, document) values (gen_random_uuid(), " +
           document +
           ");\n"
           "insert into bench.line (id, sku, quantity) values (gen_random_uuid(), 'HOUSE-250', 1);\n"
           "insert into bench.line (id, sku, quantity) values (gen_random_uuid(), 'HOUSE-1000', 2);\n"
           "insert into bench.line (id, sku, quantity) values (gen_random_uuid(), 'GUJI-250', 3);\n"
           "insert into bench.payment (id, method, minor) values (gen_random_uuid(), 'cash', 4990);\n"
           "insert into bench.outbox (id, document) values (gen_random_uuid(), " +
           document +
           ");\n"
           "commit;\n";
}

const auto plainTables =
    QStringLiteral("create schema bench; create table bench.sale (id uuid primary key, document text not null);"
                   "create table bench.line (id uuid primary key, sku text not null, quantity bigint not null);"
                   "create table bench.payment (id uuid primary key, method text not null, minor bigint not null);"
                   "create table bench.outbox (id uuid primary key, document text not null)");

/// Who worked how long.
struct Work {
    double store = 0;
    double client = 0; ///< all other threads of this process
    double platform = 0;
    double database = 0;
};

Work workSoFar(const ServedPlatform &platform)
{
    QByteArray sessions;
    psql(platform.socketFolder(), QStringLiteral("select pid from pg_stat_activity where pid <> pg_backend_pid()"),
         &sessions);
    QList<qint64> backends;
    const QList<QByteArray> lines = sessions.split('\n');
    for (const QByteArray &line : lines)
        backends.append(line.toLongLong());
    const double store = processorSecondsOfThread("store");
    return {store, processorSeconds({QCoreApplication::applicationPid()}) - store,
            processorSeconds({platform.process()}), processorSeconds(backends)};
}

/// On the clock of `perf record -k CLOCK_MONOTONIC`, for its `report --time`.
double monotonicSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void pushAndLatency(const QString &program, int sales)
{
    const QTemporaryDir folder;
    ServedPlatform platform(program, folder.path());
    if (!platform.start({QStringLiteral("--demo")}))
        std::exit(1);
    Device device;
    device.open(device.path());
    const QByteArray code =
        platform.verb({QStringLiteral("enroll-code"), QStringLiteral("--location"), QStringLiteral("main")})
            .split('\n')
            .constLast();
    Device::need("enrol",
                 QCoro::waitFor(device.client.enroll(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(platform.port())),
                                                     QString::fromLatin1(code), QStringLiteral("Bench"))));
    Device::need("sync", QCoro::waitFor(device.client.syncOnce()));
    Device::need("shift", QCoro::waitFor(device.client.openShift(Money(0, device.client.state().currency()))));
    const SaleDraft draft = draftOf(device);
    if (!psql(platform.socketFolder(), plainTables))
        std::exit(1);

    const Speed offline = sell(device, draft, sales);
    QByteArray before;
    psql(platform.socketFolder(), QStringLiteral("select count(*) from sales.sale"), &before);
    const auto first = ceilingOf(platform.socketFolder(), plainSale(), 1, 3);
    const Work idle = workSoFar(platform);
    const double begin = monotonicSeconds();
    const SyncReport report = Device::need("push", QCoro::waitFor(device.client.syncOnce()));
    const double end = monotonicSeconds();
    const double seconds = end - begin;
    const Work work = workSoFar(platform);
    std::fprintf(stderr, "push: --time %.3f,%.3f\n", begin, end);
    const auto second = ceilingOf(platform.socketFolder(), plainSale(), 1, 3);
    QByteArray after;
    psql(platform.socketFolder(), QStringLiteral("select count(*) from sales.sale"), &after);
    const double ceiling = (first->perSecond + second->perSecond) / 2;
    std::printf(
        "| 10, 19 | push %d queued sales and fetch them back | %.1f s, %.0f/s, sent %lld, more sales there %lld | "
        "PostgreSQL, one commit a sale, c=1: %.0f/s | %.2f |\n",
        sales, seconds, sales / seconds, static_cast<long long>(report.sent),
        static_cast<long long>(after.toLongLong() - before.toLongLong()), ceiling, sales / seconds / ceiling);

    const auto eachMs = [sales](double from, double to) { return (to - from) * 1000 / sales; };
    std::printf(
        "| | processor time for each of them | platform %.2f ms, store %.2f ms, PostgreSQL %.2f ms, the client's "
        "other threads %.2f ms | | |\n",
        eachMs(idle.platform, work.platform), eachMs(idle.store, work.store), eachMs(idle.database, work.database),
        eachMs(idle.client, work.client));

    device.client.startBackgroundSync();
    const Speed online = sell(device, draft, 2'000);
    device.client.stopBackgroundSync();
    Device::need("sync", QCoro::waitFor(device.client.syncOnce()));
    sell(device, draft, 3'000);
    device.client.startBackgroundSync();
    const Speed syncing = sell(device, draft, 2'000);
    device.client.stopBackgroundSync();
    std::printf("| | commit of a sale: offline | p50 %.2f ms, p99 %.2f ms | | |\n", offline.p50Ms, offline.p99Ms);
    std::printf("| | online, each sale sent at once | p50 %.2f ms, p99 %.2f ms | offline | p50 %.2f, p99 %.2f |\n",
                online.p50Ms, online.p99Ms, online.p50Ms / offline.p50Ms, online.p99Ms / offline.p99Ms);
    std::printf("| | while 3,000 queued sales are sent | p50 %.2f ms, p99 %.2f ms | offline | p50 %.2f, p99 %.2f |\n",
                syncing.p50Ms, syncing.p99Ms, syncing.p50Ms / offline.p50Ms, syncing.p99Ms / offline.p99Ms);
    std::fflush(stdout);
    platform.stop();
}

// Memory ------------------------------------------------------------------------------------------------------------

double mib(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf(field);
    return text.sliced(at + static_cast<qsizetype>(qstrlen(field))).simplified().split(' ').constFirst().toDouble() /
           1024;
}

void makePending(const QString &path, int count)
{
    sync::testing::StoreFolder folder;
    const OpenRequest request{path, OpenMode::ReadWrite, QStringLiteral("bench"), *Currency::fromCode(u"EUR")};
    auto store = *LocalStore::open(request, folder.clock, folder.randomness, folder.disk);
    folder.shop.enroll(*store);
    const VariantId variant =
        sync::testing::addProduct(*store, QStringLiteral("Espresso"), QStringLiteral("E"), 250, {});
    for (int done = 0; done < count; done += 1'000) {
        const Result<void> written = store->write([&]() -> Result<void> {
            for (int one = 0; one < 1'000; ++one) {
                const auto moved = recordStockAdjust(*store, variant, Quantity(1), MovementReason::Found, {});
                if (!moved)
                    return failure(moved.error());
            }
            return {};
        });
        Device::need("adjust", written);
    }
}

/// In a process of its own: opens the store, tries to send, and says the most it had in memory.
void sayMemory(const QString &path)
{
    Device device;
    device.open(path);
    Device::need("sync", QCoro::waitFor(device.client.syncOnce()));
    Device::need("queue", QCoro::waitFor(device.client.queue({})));
    std::printf("%.1f\n", mib("VmHWM:"));
}

double memoryOf(const QString &self, const QString &path)
{
    QProcess process;
    process.start(self, {QStringLiteral("--memory"), path});
    process.waitForFinished(600'000);
    return process.readAllStandardOutput().trimmed().toDouble();
}

void memory(const QString &self)
{
    const QTemporaryDir folder;
    const QString empty = folder.filePath(QStringLiteral("empty.db"));
    const QString full = folder.filePath(QStringLiteral("full.db"));
    makePending(empty, 0);
    makePending(full, pendingOperations);
    const double without = memoryOf(self, empty);
    const double with = memoryOf(self, full);
    std::printf(
        "| 21 | most memory of a process that opens %d pending operations and tries to send | %.1f MiB | with one: "
        "%.1f MiB | + %.1f MiB (goal: < 80 MB) |\n",
        pendingOperations, with, without, with - without);
    std::fflush(stdout);
}

// Rebase ------------------------------------------------------------------------------------------------------------

/// Each product and its variant once more, at other prices; in pages of 2,000 rows.
QList<FeedPage> pricePages(const QList<std::pair<Product, Variant>> &catalog, std::int64_t price,
                           std::int64_t &position)
{
    QList<FeedPage> pages;
    FeedPage page;
    const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
        ++position;
        page.next = Cursor{1, static_cast<std::uint64_t>(position), position};
        page.rows.append({page.next, type.toString(), id, QStringLiteral("company"), false, entity});
        if (page.rows.size() == 2'000) {
            pages.append(page);
            page.rows.clear();
        }
    };
    for (const auto &[product, variant] : catalog) {
        Variant dearer = variant;
        dearer.price = Price{sync::testing::euro(price), 1};
        add(entity::product, product.id.value(), codec::toJson(product));
        add(entity::variant, variant.id.value(), codec::toJson(dearer));
    }
    if (!page.rows.isEmpty())
        pages.append(page);
    return pages;
}

double apply(LocalStore &store, const QList<FeedPage> &pages)
{
    QElapsedTimer timer;
    timer.start();
    qsizetype rows = 0;
    for (const FeedPage &page : pages) {
        Device::need("page", store.applyPage(page));
        rows += page.rows.size();
    }
    return static_cast<double>(rows) / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

void rebase()
{
    sync::testing::StoreFolder folder;
    const auto store = folder.openEnrolled();
    QList<std::pair<Product, Variant>> catalog;
    for (int number = 0; number < rebasedProducts; ++number) {
        Product product;
        product.id = makeId<ProductId>(UtcTime(number), folder.randomness);
        product.name = QStringLiteral("Coffee %1").arg(number);
        Variant variant;
        variant.id = makeId<VariantId>(UtcTime(number), folder.randomness);
        variant.product = product.id;
        variant.sku = QStringLiteral("SKU-%1").arg(number);
        variant.price = Price{sync::testing::euro(1'000), 1};
        catalog.append({product, variant});
    }
    std::int64_t position = 0;
    Device::need("bulk", store->beginBulk());
    apply(*store, pricePages(catalog, 1'000, position));
    Device::need("bulk", store->endBulk());
    const double plain = apply(*store, pricePages(catalog, 1'001, position));
    for (int number = 0; number < rebasedPending; ++number) {
        Product after = catalog.at(number * (rebasedProducts / rebasedPending)).first;
        after.description = QStringLiteral("Edited here");
        const Product before = catalog.at(number * (rebasedProducts / rebasedPending)).first;
        Device::need("edit", store->write([&] { return recordProductEdit(*store, before, after); }));
    }
    const double pending = apply(*store, pricePages(catalog, 1'002, position));
    std::printf(
        "| | apply changed rows with %d pending edits on them | %.0f rows/s (asked for: 25,000) | without any: %.0f "
        "rows/s | %.2f |\n",
        rebasedPending, pending, plain, pending / plain);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--memory")) {
        sayMemory(arguments.value(2));
        return 0;
    }
    const QString programs = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin");
    std::puts("| goal | measure | ours | limit in the same run | ratio |\n| --- | --- | --- | --- | --- |");
    const QString platform = programs + QStringLiteral("/crema-platform");
    if (arguments.value(1) == QLatin1String("--push")) {
        pushAndLatency(platform, std::max(1, arguments.value(2).toInt()));
        return 0;
    }
    rebase();
    memory(QCoreApplication::applicationFilePath());
    pushAndLatency(platform, 10'000);
    return 0;
}
