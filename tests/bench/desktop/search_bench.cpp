// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 13: from a key press to the painted list of hits, in the real window with 100,000 products and 300,000 barcodes,
// and the search's own share of it. The pause in which the till waits for more letters is left out: the clock of this
// program ends each wait at once. Needs a display (xvfb-run); `CREMA_BENCH_PRODUCTS` takes fewer.
#include "app/device/file_preferences.h"
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "sync/client/client.h"
#include "sync/seams/system_network.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "sync/store/catalog_reader.h"
#include "tests/bench/desktop/benched_window.h"
#include "tests/sync/shop.h"
#include "ui/desktop/desktop_resources.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/window/main_window.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/shop_presenters.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include <array>
#include <cstdio>

using namespace crema;
using namespace crema::bench;

namespace {

constexpr int rowsPerPage = 2'000;
constexpr int rounds = 12;
constexpr std::array words{"Arabica", "Bourbon", "Café",    "Crème",       "Decaf",  "Espresso", "Filter",  "Geisha",
                           "House",   "Java",    "Kenya",   "Latte",       "Mocha",  "Nitro",    "Organic", "Peru",
                           "Roast",   "Sumatra", "Turkish", "Yirgacheffe", "Blend",  "Single",   "Origin",  "Dark",
                           "Light",   "Medium",  "Whole",   "Bean",        "Ground", "Capsule"};
constexpr std::array typed{"espresso kenya", "dark roast", "crema", "decaf whole", "l d m", "sku-4711", "yirgacheffe"};

QString word(int i)
{
    return QString::fromUtf8(words[static_cast<std::size_t>(i) % words.size()]);
}

/// The catalog as pages of the feed: each product with one variant and three barcodes.
void fill(sync::LocalStore &store, int count)
{
    crema::testing::SeededRandomness random;
    FeedPage page;
    std::int64_t position = 0;
    const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
        ++position;
        page.next = Cursor{1, static_cast<std::uint64_t>(position), position};
        page.rows.append({page.next, type.toString(), id, QStringLiteral("company"), false, entity});
    };
    const auto flush = [&] {
        if (!store.applyPage(page))
            std::abort();
        store.checkpointIfDue();
        page.rows.clear();
    };
    (void)store.beginBulk();
    for (int i = 0; i < count; ++i) {
        Product product;
        product.id = makeId<ProductId>(UtcTime(i), random);
        product.name = QStringLiteral("%1 %2 %3 Coffee %4").arg(word(i), word(i / 7), word(i / 211)).arg(i);
        Variant variant;
        variant.id = makeId<VariantId>(UtcTime(i), random);
        variant.product = product.id;
        variant.sku = QStringLiteral("SKU-%1").arg(i);
        for (int code = 0; code < 3; ++code)
            variant.barcodes.append(QStringLiteral("%1").arg(i * 3 + code, 14, 10, QLatin1Char('0')));
        variant.price = Price{sync::testing::euro(1'000 + i % 500), 1};
        add(entity::product, product.id.value(), codec::toJson(product));
        add(entity::variant, variant.id.value(), codec::toJson(variant));
        if (page.rows.size() >= rowsPerPage)
            flush();
    }
    flush();
    (void)store.endBulk();
}

void press(QWidget &target, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(&target, &down);
    QApplication::sendEvent(&target, &up);
}

/// Types each text letter by letter and measures each press to its painted hits. False when they never came.
bool typeAll(QLineEdit &field, PaintWatch &watch, const TillPresenter &till, PromptClock &clock, Times &times)
{
    constexpr std::int64_t betweenKeysMs = 200;
    for (const char *text : typed) {
        const QString letters = QString::fromUtf8(text);
        for (const QChar letter : letters) {
            clock.pass(betweenKeysMs);
            const QString before = till.searchText();
            const QList<ProductHit> shown = till.hits();
            watch.painted = false;
            QElapsedTimer timer;
            timer.start();
            press(field, letter.toUpper().unicode(), QString(letter));
            // After a blank the list is as it was, and stays as it is painted.
            const auto isDone = [&] {
                return till.searchText() != before && till.hitsAreCurrent() &&
                       (watch.painted || till.hits() == shown || till.hits().isEmpty());
            };
            if (!spinUntil(isDone))
                return false;
            if (watch.painted)
                times.ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        field.clear();
        QApplication::processEvents();
    }
    return true;
}

/// The search alone, on the same texts.
Times searchAlone(sync::LocalStore &store)
{
    Times times;
    sync::CatalogReader reader(store);
    for (int round = 0; round < rounds; ++round) {
        for (const char *text : typed) {
            const QString letters = QString::fromUtf8(text);
            for (qsizetype length = 1; length <= letters.size(); ++length) {
                sync::ProductFilter filter;
                filter.text = letters.first(length);
                filter.limit = TillPresenter::maxHits;
                QElapsedTimer timer;
                timer.start();
                (void)reader.find(filter);
                times.ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            }
        }
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    desktop::loadResources();
    const int count = qEnvironmentVariableIntValue("CREMA_BENCH_PRODUCTS");
    sync::testing::StoreFolder folder;
    {
        const auto store = folder.openEnrolled();
        fill(*store, count > 0 ? count : 100'000);
        if (!sync::testing::openShift(*store))
            return 1;
        print("search alone", searchAlone(*store));
    }
    PromptClock clock;
    sync::SystemRandomness randomness;
    sync::SystemNetwork network;
    sync::ThreadExecutor executor(QStringLiteral("store"));
    sync::Client client({clock, randomness, executor, network, folder.disk});
    ClientShopDesk desk(client);
    FilePreferences preferences(folder.folder.filePath(QStringLiteral("preferences")));
    const QLocale locale(QLocale::English, QLocale::Germany);
    ShopPresenters shop(desk, clock, preferences, locale);
    desktop::Theme theme(QStringLiteral("light"));
    theme.apply(application);
    desktop::MainWindow window(theme, shop, clock, locale);
    shop.start();
    const auto opening = client.open(folder.request());
    window.show();
    auto *field = window.findChild<QLineEdit *>(QStringLiteral("searchField"));
    auto *hits = window.findChild<QListView *>(QStringLiteral("hitList"));
    if (!field || !hits || !spinUntil([&] { return !shop.till.tiles().isEmpty(); })) {
        std::fputs("The till did not come.\n", stderr);
        return 1;
    }
    // The page takes the focus for itself when selling may start, which is later than the first tiles.
    const auto mayType = [&] {
        window.activateWindow();
        field->setFocus();
        return shop.till.mode() == TillMode::Selling && field->hasFocus();
    };
    if (!spinUntil(mayType)) {
        std::fprintf(stderr, "The search field did not get the focus (window active: %d, mode %d).\n",
                     window.isActiveWindow(), static_cast<int>(shop.till.mode()));
        return 1;
    }
    PaintWatch watch(*hits->viewport());
    Times times;
    for (int round = 0; round < rounds; ++round) {
        if (!typeAll(*field, watch, shop.till, clock, times)) {
            std::fputs("The hits were not painted.\n", stderr);
            return 1;
        }
    }
    print("key press to painted list", times);
    return 0;
}
