// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a real store: ten minutes of a busy till (300 sales a minute, as fast as they go) and the memory
// meanwhile; and from a scan to the painted line while a sync takes in 100,000 changes. Needs no display
// (QT_QPA_PLATFORM=offscreen); `CREMA_BENCH_PRODUCTS` and `CREMA_BENCH_SALES` take fewer.
#include "app/device/file_preferences.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/client/client.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "tests/bench/desktop/benched_window.h"
#include "tests/sync/fake_platform.h"
#include "ui/desktop/desktop_resources.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/shop_presenters.h"

#include <QFile>
#include <QListView>
#include <QUrlQuery>

using namespace crema;
using namespace crema::bench;

namespace {

constexpr int rowsPerPage = 2'000;
/// What the engine asks for at least while somebody scans; the pages above are so many of these.
constexpr int rowsPerSmallPage = 25;
static_assert(rowsPerPage % rowsPerSmallPage == 0);

int countFrom(const char *variable, int otherwise)
{
    const int asked = qEnvironmentVariableIntValue(variable);
    return asked > 0 ? asked : otherwise;
}

/// A platform whose pages of changes were made beforehand, so that making them takes nothing from the till. There are
/// large ones and small ones, and each question is answered with the largest that is no larger than it asks for.
class PreparedPlatform final : public sync::HttpTransport
{
public:
    explicit PreparedPlatform(const sync::testing::Shop &shop) : m_rest(shop) {}

    /// Every product under another name; the first time with its variant.
    void change(int products, const QString &name)
    {
        crema::testing::SeededRandomness random(5);
        FeedPage large;
        large.after = m_last;
        FeedPage small = large;
        const bool isNew = std::exchange(m_isNew, false);
        const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
            const std::int64_t position = m_last.position + 1;
            m_last = Cursor{1, static_cast<std::uint64_t>(position), position};
            for (FeedPage *page : {&large, &small}) {
                page->next = m_last;
                page->rows.append({m_last, type.toString(), id, QStringLiteral("company"), false, entity});
            }
        };
        const auto endWhenFull = [&](FeedPage &page, int rows, bool isLast, QHash<QString, QByteArray> &pages) {
            if (page.rows.size() < rows && !isLast)
                return;
            page.more = !isLast;
            pages.insert(page.after.toString(), writeFeedPage(page));
            page = FeedPage{{}, m_last, false, m_last};
        };
        for (int i = 0; i < products; ++i) {
            Product product;
            product.id = makeId<ProductId>(UtcTime(i), random);
            product.name = QStringLiteral("%1 Coffee %2").arg(name).arg(i);
            Variant variant;
            variant.id = makeId<VariantId>(UtcTime(i), random);
            variant.product = product.id;
            variant.sku = QStringLiteral("SKU-%1").arg(i);
            variant.price = Price{sync::testing::euro(1'000 + i % 500), 1};
            add(entity::product, product.id.value(), codec::toJson(product));
            if (isNew)
                add(entity::variant, variant.id.value(), codec::toJson(variant));
            endWhenFull(large, rowsPerPage, i + 1 == products, m_pages);
            endWhenFull(small, rowsPerSmallPage, i + 1 == products, m_smallPages);
        }
    }

    /// So that they do not count as memory of the till.
    void forgetPages()
    {
        m_pages.clear();
        m_smallPages.clear();
    }

    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest request) override
    {
        if (!request.url.path().endsWith(QLatin1String("sync/changes")))
            co_return co_await m_rest.send(request);
        const QUrlQuery query(request.url);
        const QString asked = query.queryItemValue(QStringLiteral("cursor"));
        const Cursor after = *Cursor::fromString(asked);
        const bool isLarge = query.queryItemValue(QStringLiteral("limit")).toInt() >= rowsPerPage;
        // Behind a small page there may be no large one.
        const QByteArray small = m_smallPages.value(asked);
        const QByteArray page = isLarge ? m_pages.value(asked, small) : small;
        sync::HttpAnswer answer;
        answer.status = 200;
        answer.headers.insert("content-type", "application/json");
        answer.body = page.isEmpty() ? writeFeedPage({{}, after, false, after}) : page;
        for (const auto &[name, value] : request.headers) {
            if (name == "Crema-Question")
                answer.headers.insert("crema-question", value);
        }
        co_return answer;
    }

private:
    sync::testing::FakePlatform m_rest;
    QHash<QString, QByteArray> m_pages;
    QHash<QString, QByteArray> m_smallPages;
    Cursor m_last{1, 0, 1}; ///< where the snapshot of the fake platform, which has none of them, is cut
    bool m_isNew = true;
};

/// The program's resident memory in MiB.
double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

template<class Value>
Value awaited(QCoro::Task<Result<Value>> task)
{
    std::optional<Result<Value>> value;
    task.then([&](Result<Value> result) { value = std::move(result); });
    if (!spinUntil([&] { return value.has_value(); }, 600'000) || !*value) {
        std::fprintf(stderr, "failed: %s\n", value ? qPrintable(value->error().code) : "it never ended");
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>)
        return **value;
}

/// What the benchmark does at the till; ends the program when the till does not follow.
class Cashier
{
public:
    Cashier(TillPresenter &till, PromptClock &clock, QWidget &cart) : m_till(till), m_clock(clock), m_watch(cart)
    {
        QObject::connect(&till, &TillPresenter::itemAdded, &m_watch, [this] { m_watch.painted = false; });
    }

    /// Milliseconds until the line of this code is painted.
    double scan(int product)
    {
        m_clock.pass(1'000);
        const qsizetype lines = m_till.lines().size();
        m_watch.painted = false;
        QElapsedTimer timer;
        timer.start();
        m_till.enterCode(QStringLiteral("SKU-%1").arg(product));
        need("a line", [&] { return m_till.lines().size() > lines && m_watch.painted; });
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    void sell(int number, int products)
    {
        for (int line = 0; line < 3; ++line)
            scan((number * 3 + line) % products);
        need("a total", [&] { return m_till.quotedSale() != nullptr; });
        m_clock.pass(1'000);
        m_till.startPaying();
        need("the payment", [&] { return m_till.mode() == TillMode::Paying; });
        m_clock.pass(1'000);
        m_till.completeCash();
        need("the change", [&] { return m_till.mode() == TillMode::ChangeDue && !m_till.isWorking(); });
        m_clock.pass(1'000);
        m_till.newSale();
        need("the next sale", [&] { return m_till.mode() == TillMode::Selling; });
    }

    void empty()
    {
        while (!m_till.lines().isEmpty())
            m_till.removeLine(0);
    }

private:
    template<class Done>
    void need(const char *what, Done done)
    {
        if (spinUntil(done))
            return;
        const auto &message = m_till.message();
        std::fprintf(stderr, "%s did not come; mode %d: %s\n", what, static_cast<int>(m_till.mode()),
                     message ? qPrintable(message->text) : "");
        std::exit(1);
    }

    TillPresenter &m_till;
    PromptClock &m_clock;
    PaintWatch m_watch;
};

/// Ten minutes at 300 a minute, and what the memory is as they go.
void sellAll(Cashier &cashier, int sales, int products)
{
    QElapsedTimer timer;
    timer.start();
    Times each;
    for (int sale = 0; sale < sales; ++sale) {
        if (sale % std::max(1, sales / 6) == 0)
            std::printf("after %5d sales: %6.1f MiB resident\n", sale, residentMiB());
        QElapsedTimer one;
        one.start();
        cashier.sell(sale, products);
        each.ms.push_back(static_cast<double>(one.nsecsElapsed()) / 1e6);
    }
    const double minutes = static_cast<double>(timer.elapsed()) / 60'000;
    std::printf("after %5d sales: %6.1f MiB resident, %.0f sales a minute\n", sales, residentMiB(), sales / minutes);
    print("three scans, payment, next sale", each);
}

Times scanAll(Cashier &cashier, int products, const std::function<bool()> &isOver)
{
    Times times;
    for (int scan = 0; !isOver(); ++scan) {
        times.ms.push_back(cashier.scan(scan * 7919 % products));
        if (scan % 12 == 11)
            cashier.empty();
    }
    cashier.empty();
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    desktop::loadResources();
    const int products = countFrom("CREMA_BENCH_PRODUCTS", 100'000);
    sync::testing::StoreFolder folder;
    folder.shop.keepTax(*folder.open());
    PreparedPlatform platform(folder.shop);
    platform.change(products, QStringLiteral("House Blend"));
    PromptClock clock;
    sync::SystemRandomness randomness;
    sync::ThreadExecutor executor(QStringLiteral("store"));
    sync::Client client({clock, randomness, executor, platform, folder.disk});
    awaited(client.open(folder.request()));
    awaited(client.enroll(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("K7QP-3M2X"),
                          QStringLiteral("Bench")));
    QElapsedTimer loading;
    loading.start();
    const auto loaded = awaited(client.syncOnce());
    std::printf("loaded %lld rows in %.1f s\n", static_cast<long long>(loaded.fetchedRows),
                static_cast<double>(loading.elapsed()) / 1000);
    awaited(client.openShift(sync::testing::euro(10'000)));

    ClientShopDesk desk(client);
    FilePreferences preferences(folder.folder.filePath(QStringLiteral("preferences")));
    const QLocale locale(QLocale::English, QLocale::Germany);
    ShopPresenters shop(desk, clock, preferences, locale);
    desktop::Theme theme(QStringLiteral("light"));
    theme.apply(application);
    desktop::MainWindow window(theme, shop, clock, locale);
    shop.start();
    window.show();
    auto *cart = window.findChild<QAbstractScrollArea *>(QStringLiteral("cartList"));
    if (!cart || !spinUntil([&] { return shop.till.mode() == TillMode::Selling && !shop.till.tiles().isEmpty(); })) {
        std::fputs("The till did not come.\n", stderr);
        return 1;
    }
    Cashier cashier(shop.till, clock, *cart->viewport());

    int quiet = 0;
    print("scan to painted line, alone", scanAll(cashier, products, [&] { return ++quiet > 1'000; }));
    platform.change(products, QStringLiteral("Dark Roast"));
    std::optional<sync::SyncReport> report;
    QElapsedTimer syncing;
    syncing.start();
    client.syncOnce().then([&](const Result<sync::SyncReport> &done) { report = done.value_or(sync::SyncReport()); });
    Times beside = scanAll(cashier, products, [&] { return report.has_value(); });
    std::printf("a sync took in %lld changes in %.1f s\n", static_cast<long long>(report->fetchedRows),
                static_cast<double>(syncing.elapsed()) / 1000);
    print("scan to painted line, beside it", std::move(beside));
    platform.forgetPages();
    sellAll(cashier, countFrom("CREMA_BENCH_SALES", 3'000), products);
    return 0;
}
