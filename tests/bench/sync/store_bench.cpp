// SPDX-License-Identifier: GPL-3.0-or-later
// The local store against plain SQLite, both in this run: goals 9, 12 and 14 of the performance page.
#include "models/base/json.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "models/text/fold.h"
#include "sync/store/catalog_reader.h"
#include "sync/store/search_words.h"
#include "tests/sync/shop.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <chrono>
#include <functional>
#include <numeric>

using namespace crema;
using namespace crema::sync;
using namespace crema::sync::testing;

namespace {

constexpr int productCount = 100'000;
const std::array words{"Arabica", "Bourbon", "Café",    "Crème",       "Decaf",  "Espresso", "Filter",  "Geisha",
                       "House",   "Java",    "Kenya",   "Latte",       "Mocha",  "Nitro",    "Organic", "Peru",
                       "Roast",   "Sumatra", "Turkish", "Yirgacheffe", "Blend",  "Single",   "Origin",  "Dark",
                       "Light",   "Medium",  "Whole",   "Bean",        "Ground", "Capsule"};
const std::array queries{"c",   "co",    "esp",   "espresso", "cof",        "ara bour", "decaf ken",
                         "e b", "yirga", "crema", "la",       "dark roast", "l d m"};

QString nameOf(int i)
{
    const auto n = static_cast<std::size_t>(i);
    return QStringLiteral("%1 %2 %3 Coffee %4")
        .arg(QString::fromUtf8(words[n % 30]), QString::fromUtf8(words[n / 7 % 30]),
             QString::fromUtf8(words[n / 211 % 30]))
        .arg(i);
}

/// A database of plain SQLite, set as durable as ours.
class RawSqlite
{
public:
    explicit RawSqlite(const QString &path)
    {
        sqlite3_open(qPrintable(path), &m_database);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
    }
    ~RawSqlite() { sqlite3_close_v2(m_database); }
    RawSqlite(const RawSqlite &) = delete;
    RawSqlite &operator=(const RawSqlite &) = delete;

    void run(const char *sql) { sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr);
        return statement;
    }

private:
    sqlite3 *m_database = nullptr;
};

QList<FeedPage> catalogPages()
{
    crema::testing::SeededRandomness random;
    QList<FeedPage> pages;
    FeedPage page;
    std::int64_t position = 0;
    const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
        ++position;
        page.next = Cursor{1, static_cast<std::uint64_t>(position), position};
        page.rows.append({page.next, type.toString(), id, QStringLiteral("company"), false, entity});
        if (page.rows.size() == 2'000) {
            pages.append(page);
            page.rows.clear();
        }
    };
    for (int i = 0; i < productCount; ++i) {
        Product product;
        product.id = makeId<ProductId>(UtcTime(i), random);
        product.name = nameOf(i);
        Variant variant;
        variant.id = makeId<VariantId>(UtcTime(i), random);
        variant.product = product.id;
        variant.sku = QStringLiteral("SKU-%1").arg(i);
        variant.barcodes = {QStringLiteral("%1").arg(i, 14, 10, QLatin1Char('0'))};
        variant.price = Price{euro(1'000 + i % 500), 1};
        add(entity::product, product.id.value(), codec::toJson(product));
        add(entity::variant, variant.id.value(), codec::toJson(variant));
    }
    if (!page.rows.isEmpty())
        pages.append(page);
    return pages;
}

struct Loaded {
    StoreFolder folder;
    std::unique_ptr<LocalStore> store = folder.openEnrolled();

    void load(const QList<FeedPage> &pages)
    {
        [[maybe_unused]] const auto begun = store->beginBulk();
        for (const FeedPage &page : pages) {
            if (!store->applyPage(page))
                std::abort();
            store->checkpointIfDue();
        }
        [[maybe_unused]] const auto ended = store->endBulk();
    }
};

/// Rows and FTS5 with the tokenizer and the words ours has, in one transaction each 2,000 rows, then a rebuild.
void loadRaw(RawSqlite &raw)
{
    raw.run(
        "CREATE TABLE product (id INTEGER PRIMARY KEY, uuid BLOB, name TEXT, sku TEXT, barcode TEXT, price INTEGER)");
    raw.run("CREATE UNIQUE INDEX a ON product (uuid)");
    raw.run("CREATE INDEX b ON product (sku)");
    raw.run("CREATE INDEX c ON product (barcode)");
    raw.run("CREATE VIRTUAL TABLE search USING fts5(name, content='product', content_rowid='id', prefix='2 3')");
    sqlite3_stmt *insert = raw.prepare("INSERT INTO product VALUES (?, randomblob(16), ?, ?, ?, ?)");
    for (int i = 0; i < productCount; ++i) {
        if (i % 2'000 == 0)
            raw.run("BEGIN");
        const QByteArray name = nameOf(i).toUtf8();
        const QByteArray number = QByteArray::number(i);
        sqlite3_bind_int(insert, 1, i + 1);
        sqlite3_bind_text(insert, 2, name.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 3, number.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 4, number.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_int(insert, 5, 1'000);
        sqlite3_step(insert);
        sqlite3_reset(insert);
        if (i % 2'000 == 1'999)
            raw.run("COMMIT");
    }
    sqlite3_finalize(insert);
    raw.run("INSERT INTO search(search) VALUES ('rebuild')");
}

/// A product and its variant as our store writes them: the same columns, bytes and words.
struct PlainProduct {
    QByteArray id, nameKey, document, variantId, skuKey, variantDocument, barcode, words;
};

std::vector<PlainProduct> plainProducts()
{
    std::vector<PlainProduct> result;
    Product latest;
    const QList<FeedPage> pages = catalogPages();
    for (const FeedPage &page : pages) {
        for (const FeedRow &row : page.rows) {
            if (row.entityType == entity::product) {
                const Product product = *codec::readProduct(row.entity.json());
                latest = product;
                PlainProduct plain;
                plain.id = row.entityId.toRfc4122();
                plain.nameKey = foldForSearch(product.name).toUtf8();
                plain.document = row.entity.document();
                result.push_back(plain);
                continue;
            }
            const Variant variant = *codec::readVariant(row.entity.json());
            PlainProduct &plain = result.back();
            plain.variantId = row.entityId.toRfc4122();
            plain.skuKey = foldForSearch(variant.sku).toUtf8();
            plain.variantDocument = row.entity.document();
            plain.barcode = variant.barcodes.first().toUtf8();
            plain.words = productWords(latest, {variant}).toUtf8();
        }
    }
    return result;
}

void insertRow(sqlite3_stmt *insert, std::initializer_list<QByteArray> values)
{
    int place = 0;
    for (const QByteArray &value : values)
        sqlite3_bind_text(insert, ++place, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
}

/// The rows, indices and words of our store by prepared statements alone: what is left is the price of our own work.
void loadSameRows(RawSqlite &raw, const std::vector<PlainProduct> &products)
{
    raw.run("CREATE TABLE product (number INTEGER PRIMARY KEY, id UNIQUE, name_key TEXT, document)");
    raw.run("CREATE TABLE variant (number INTEGER PRIMARY KEY, id UNIQUE, product, sku_key TEXT, document)");
    raw.run("CREATE INDEX variant_by_product ON variant (product)");
    raw.run("CREATE INDEX variant_by_sku ON variant (sku_key)");
    raw.run("CREATE TABLE barcode (code TEXT, variant, PRIMARY KEY (code, variant)) WITHOUT ROWID");
    raw.run("CREATE INDEX barcode_by_variant ON barcode (variant)");
    raw.run("CREATE TABLE entry (position INTEGER PRIMARY KEY, product UNIQUE, words TEXT)");
    raw.run("CREATE VIRTUAL TABLE search USING fts5(words, content='entry', content_rowid='position', columnsize=0, "
            "tokenize='trigram case_sensitive 1')");
    sqlite3_stmt *product = raw.prepare("INSERT INTO product (id, name_key, document) VALUES (?, ?, ?)");
    sqlite3_stmt *variant = raw.prepare("INSERT INTO variant (id, product, sku_key, document) VALUES (?, ?, ?, ?)");
    sqlite3_stmt *barcode = raw.prepare("INSERT INTO barcode VALUES (?, ?)");
    sqlite3_stmt *entry = raw.prepare("INSERT INTO entry (product, words) VALUES (?, ?)");
    for (std::size_t i = 0; i < products.size(); ++i) {
        if (i % 1'000 == 0)
            raw.run("BEGIN");
        const PlainProduct &row = products[i];
        insertRow(product, {row.id, row.nameKey, row.document});
        insertRow(variant, {row.variantId, row.id, row.skuKey, row.variantDocument});
        insertRow(barcode, {row.barcode, row.variantId});
        if (i % 1'000 == 999)
            raw.run("COMMIT");
    }
    raw.run("BEGIN");
    for (const PlainProduct &row : products)
        insertRow(entry, {row.id, row.words});
    raw.run("INSERT INTO search(search) VALUES ('rebuild')");
    raw.run("COMMIT");
    for (sqlite3_stmt *statement : {product, variant, barcode, entry})
        sqlite3_finalize(statement);
}

/// Times of one side; measure() takes them in milliseconds.
class Times
{
public:
    void add(double time) { m_all.push_back(time); }
    template<class One>
    void measure(One one)
    {
        const auto begin = std::chrono::steady_clock::now();
        one();
        m_all.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    [[nodiscard]] double at(double share)
    {
        std::sort(m_all.begin(), m_all.end());
        return m_all[static_cast<std::size_t>(static_cast<double>(m_all.size() - 1) * share)];
    }
    [[nodiscard]] double mean() const
    {
        return std::accumulate(m_all.begin(), m_all.end(), 0.0) / static_cast<double>(m_all.size());
    }

private:
    std::vector<double> m_all;
};

Loaded &loaded()
{
    static const auto store = [] {
        auto made = std::make_unique<Loaded>();
        made->load(catalogPages());
        return made;
    }();
    return *store;
}

/// Runs `one` for each iteration and shows the 99th percentile beside the mean.
template<class One>
void measure(benchmark::State &state, One one)
{
    std::vector<double> times;
    std::size_t i = 0;
    for ([[maybe_unused]] const auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        one(i++);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    state.counters["p99_ms"] = times[times.size() * 99 / 100];
    state.counters["per_s"] = benchmark::Counter(static_cast<double>(times.size()), benchmark::Counter::kIsRate);
}

double seconds(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Goal 9: both limits and ours in turn.
void loadInTurn(benchmark::State &state)
{
    const QList<FeedPage> pages = catalogPages();
    const std::vector<PlainProduct> products = plainProducts();
    Times ours;
    Times sameRows;
    Times shortRows;
    for ([[maybe_unused]] const auto _ : state) {
        const QTemporaryDir folder;
        ours.add(seconds([&] { Loaded().load(pages); }));
        RawSqlite same(folder.filePath(QStringLiteral("same.sqlite")));
        sameRows.add(seconds([&] { loadSameRows(same, products); }));
        RawSqlite shorter(folder.filePath(QStringLiteral("short.sqlite")));
        shortRows.add(seconds([&] { loadRaw(shorter); }));
    }
    state.counters["ours_s"] = ours.at(0.5);
    state.counters["same_rows_s"] = sameRows.at(0.5);
    state.counters["short_rows_s"] = shortRows.at(0.5);
    state.counters["ratio_same"] = ours.at(0.5) / sameRows.at(0.5);
    state.counters["ratio_short"] = ours.at(0.5) / shortRows.at(0.5);
}

/// Ours alone, for profiles.
void loadAlone(benchmark::State &state)
{
    const QList<FeedPage> pages = catalogPages();
    for ([[maybe_unused]] const auto _ : state)
        Loaded().load(pages);
}

void searchOurs(benchmark::State &state)
{
    CatalogReader reader(*loaded().store);
    ProductFilter filter;
    filter.limit = 20;
    measure(state, [&](std::size_t i) {
        filter.text = QString::fromUtf8(queries[i % queries.size()]);
        benchmark::DoNotOptimize(reader.find(filter));
    });
}

void searchRanked(benchmark::State &state)
{
    QTemporaryDir folder;
    RawSqlite raw(folder.filePath(QStringLiteral("raw.sqlite")));
    loadRaw(raw);
    sqlite3_stmt *find = raw.prepare(
        "SELECT p.* FROM search AS s JOIN product AS p ON p.id = s.rowid WHERE search MATCH ? ORDER BY rank LIMIT 20");
    measure(state, [&](std::size_t i) {
        QByteArray match = queries[i % queries.size()];
        match = match.replace(" ", "* ") + "*";
        sqlite3_bind_text(find, 1, match.constData(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(find) == SQLITE_ROW)
            benchmark::DoNotOptimize(sqlite3_column_text(find, 2));
        sqlite3_reset(find);
    });
    sqlite3_finalize(find);
}

/// Our sale: rules, tax, stock and queue, with the store opened as a till opens it.
class OurTill
{
public:
    OurTill()
    {
        for (int i = 0; i < 3; ++i)
            m_variants.append(addProduct(*m_store, nameOf(i), QStringLiteral("S%1").arg(i), 300));
        if (!openShift(*m_store))
            std::abort();
        m_draft = cashSale(m_variants, 1'000);
    }
    void sellOne()
    {
        if (!sell(*m_store, m_draft))
            std::abort();
        m_store->checkpointIfDue();
    }

private:
    StoreFolder m_folder;
    std::unique_ptr<LocalStore> m_store = m_folder.openEnrolled();
    QList<VariantId> m_variants;
    SaleDraft m_draft;
};

/// The limit: a row for the sale, its lines, its payment and the queue, as durable.
class PlainTill
{
public:
    PlainTill()
    {
        m_raw.run("CREATE TABLE sale (id BLOB PRIMARY KEY, number TEXT, document TEXT)");
        m_raw.run("CREATE TABLE line (sale BLOB, variant BLOB, quantity INTEGER, gross INTEGER)");
        m_raw.run("CREATE TABLE payment (sale BLOB, amount INTEGER)");
        m_raw.run("CREATE TABLE outbox (id INTEGER PRIMARY KEY, bytes BLOB)");
        m_sale = m_raw.prepare("INSERT INTO sale VALUES (randomblob(16), 'MAIN-1-000001', hex(randomblob(400)))");
        m_line = m_raw.prepare("INSERT INTO line VALUES (randomblob(16), randomblob(16), 1, 300)");
        m_payment = m_raw.prepare("INSERT INTO payment VALUES (randomblob(16), 900)");
        m_outbox = m_raw.prepare("INSERT INTO outbox (bytes) VALUES (randomblob(1000))");
    }
    ~PlainTill()
    {
        for (sqlite3_stmt *statement : {m_sale, m_line, m_payment, m_outbox})
            sqlite3_finalize(statement);
    }
    PlainTill(const PlainTill &) = delete;
    PlainTill &operator=(const PlainTill &) = delete;

    void sellOne()
    {
        m_raw.run("BEGIN IMMEDIATE");
        for (sqlite3_stmt *statement : {m_sale, m_line, m_line, m_line, m_payment, m_outbox}) {
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        m_raw.run("COMMIT");
    }

private:
    QTemporaryDir m_folder;
    RawSqlite m_raw{m_folder.filePath(QStringLiteral("raw.sqlite"))};
    sqlite3_stmt *m_sale = nullptr;
    sqlite3_stmt *m_line = nullptr;
    sqlite3_stmt *m_payment = nullptr;
    sqlite3_stmt *m_outbox = nullptr;
};

/// Goal 14: sales of both sides in turn, a few at a time, so that whatever else the machine does meets both alike.
void saleInTurn(benchmark::State &state)
{
    constexpr int atOnce = 20;
    OurTill ours;
    PlainTill plain;
    Times oursTimes;
    Times plainTimes;
    for ([[maybe_unused]] const auto _ : state) {
        for (int i = 0; i < atOnce; ++i)
            plainTimes.measure([&] { plain.sellOne(); });
        for (int i = 0; i < atOnce; ++i)
            oursTimes.measure([&] { ours.sellOne(); });
    }
    state.counters["plain_per_s"] = 1'000 / plainTimes.mean();
    state.counters["ours_per_s"] = 1'000 / oursTimes.mean();
    state.counters["ratio"] = plainTimes.mean() / oursTimes.mean();
    state.counters["ratio_of_medians"] = plainTimes.at(0.5) / oursTimes.at(0.5);
    state.counters["plain_p99_ms"] = plainTimes.at(0.99);
    state.counters["ours_p99_ms"] = oursTimes.at(0.99);
}

/// Each side alone, for profiles.
template<class Till>
void saleAlone(benchmark::State &state)
{
    Till till;
    for ([[maybe_unused]] const auto _ : state)
        till.sellOne();
}

} // namespace

BENCHMARK(loadInTurn)->Unit(benchmark::kSecond)->Iterations(3)->UseRealTime();
BENCHMARK(loadAlone)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(searchRanked)->Unit(benchmark::kMicrosecond)->Iterations(2'000);
BENCHMARK(searchOurs)->Unit(benchmark::kMicrosecond)->Iterations(2'000);
BENCHMARK(saleInTurn)->Unit(benchmark::kMillisecond)->Iterations(200)->UseRealTime();
BENCHMARK(saleAlone<PlainTill>)->Unit(benchmark::kMicrosecond)->Iterations(3'000)->UseRealTime();
BENCHMARK(saleAlone<OurTill>)->Unit(benchmark::kMicrosecond)->Iterations(3'000)->UseRealTime();

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
