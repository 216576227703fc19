// SPDX-License-Identifier: GPL-3.0-or-later
// An X and a Z report over a shift of 100,000 sales, and the reading of the sales alone as its limit;
// `CREMA_BENCH_SALES` takes fewer.
#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "models/selling/complete_sale.h"
#include "models/selling/shift_rules.h"
#include "sync/store/cash_recording.h"
#include "tests/sync/shop.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace crema;
using namespace crema::sync;
using namespace crema::sync::testing;

namespace {

constexpr int rowsPerPage = 2'000;

/// Three lines of two rates, one with a discount, paid by card or in cash.
Sale saleOf(int number, const Shift &shift, const Shop &shop, crema::testing::SeededRandomness &random)
{
    Cart cart;
    cart.currency = shop.company.currency;
    for (int i = 0; i < 3; ++i) {
        CartLine line;
        line.variant = makeId<VariantId>(UtcTime(number), random);
        line.product = makeId<ProductId>(UtcTime(number), random);
        line.sku = QStringLiteral("SKU-%1").arg(number % 500 + i);
        line.name = QStringLiteral("Espresso House Blend %1").arg(number % 500);
        line.price = Price{euro(250 + (number + i) % 900), 1};
        line.taxRate = TaxRate(i == 0 ? 1'900 : 700);
        line.quantity = Quantity(1 + i);
        cart.lines.append(line);
    }
    if (number % 5 == 0)
        cart.lines[1].discounts = {{QStringLiteral("Members"), 1'000, std::nullopt}};
    const Quote computed = quote(cart, {}).value();
    SaleHeader header;
    header.completedAt = shift.openedAt.plusMs(number);
    header.id = makeId<SaleId>(header.completedAt, random);
    header.number = QStringLiteral("MAIN-1-%1").arg(number + 1, 6, 10, QLatin1Char('0'));
    header.shift = shift.id;
    header.location = shop.location.id;
    header.registerId = shop.registerInfo.id;
    header.cashier = shop.person.id;
    const PaymentMethod method = number % 3 == 0 ? PaymentMethod::Card : PaymentMethod::Cash;
    return completeSale(computed, {{method, computed.total}}, {}, header).value();
}

/// As they came from the platform, after they were sold here.
bool fill(LocalStore &store, Shift &shift, const Shop &shop, int count)
{
    crema::testing::SeededRandomness random(11);
    std::int64_t position = 0;
    FeedPage page;
    const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
        ++position;
        page.next = Cursor{1, static_cast<std::uint64_t>(position), position};
        page.rows.append({page.next, type.toString(), id, QStringLiteral("company"), false, entity});
    };
    for (int number = 0; number < count; ++number) {
        const Sale sale = saleOf(number, shift, shop, random);
        shift = recordSale(shift, sale);
        add(entity::sale, sale.id.value(), codec::toJson(sale));
        if (page.rows.size() < rowsPerPage && number + 1 < count)
            continue;
        add(entity::shift, shift.id.value(), codec::toJson(shift));
        if (!store.applyPage(page))
            return false;
        store.checkpointIfDue();
        page.rows.clear();
    }
    return true;
}

template<class Work>
double msOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int asked = qEnvironmentVariableIntValue("CREMA_BENCH_SALES");
    const int count = asked > 0 ? asked : 100'000;
    StoreFolder folder;
    auto store = folder.openEnrolled();
    Shift shift = openShift(*store).value();
    if (!fill(*store, shift, folder.shop, count))
        return 1;
    store.reset();
    store = folder.open();
    for (int round = 0; round < 3; ++round) {
        std::int64_t seen = 0;
        const double reading =
            msOf([&] { store->rows().selling().eachSaleOf(shift.id, shift.openedAt, [&](const Sale &) { ++seen; }); });
        std::int64_t counted = 0;
        const double report = msOf([&] { counted = findShiftTotals(*store, std::nullopt)->figures.saleCount; });
        std::printf("X over %lld sales %8.1f ms   reading %lld sales %8.1f ms\n", static_cast<long long>(counted),
                    report, static_cast<long long>(seen), reading);
    }
    const double closing = msOf([&] {
        const auto closed = store->write([&] { return recordShiftClose(*store, shift.floatAmount + shift.cashTotal); });
        if (!closed || closed->difference() != euro(0))
            std::fputs("the Z does not agree\n", stderr);
    });
    std::printf("Z over %d sales %8.1f ms\n", count, closing);
    return 0;
}
