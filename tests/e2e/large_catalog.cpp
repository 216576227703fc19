// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/large_catalog.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "sync/seams/system_clock.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_randomness.h"
#include "sync/store/local_store.h"
#include "sync/store/vault_disk.h"
#include "tests/testing/seeded_randomness.h"

#include <QDirIterator>

namespace crema::e2e {
namespace {

constexpr qsizetype rowsPerPage = 4'000;
constexpr int barcodesEach = 3;
constexpr std::int64_t priceMinor = 450;

QString storeBelow(const QString &home)
{
    QDirIterator files(home, {QStringLiteral("*.sqlite")}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

/// One product with its variant as rows of the feed.
void append(QList<FeedRow> &rows, const Cursor &cursor, int number, Currency currency, Randomness &random)
{
    const auto add = [&](QStringView type, const QUuid &id, const QJsonObject &entity) {
        rows.append({cursor, type.toString(), id, QStringLiteral("company"), false, entity});
    };
    Product product;
    product.id = makeId<ProductId>(UtcTime(number), random);
    product.name = QStringLiteral("Roast %1 of the large catalog").arg(number);
    Variant variant;
    variant.id = makeId<VariantId>(UtcTime(number), random);
    variant.product = product.id;
    variant.sku = QStringLiteral("LARGE-%1").arg(number);
    for (int code = 0; code < barcodesEach; ++code)
        variant.barcodes.append(QStringLiteral("L%1").arg(number * barcodesEach + code, 12, 10, QLatin1Char('0')));
    variant.price = Price{Money(priceMinor, currency), 1};
    add(entity::product, product.id.value(), codec::toJson(product));
    add(entity::variant, variant.id.value(), codec::toJson(variant));
}

} // namespace

bool layLargeCatalog(const QString &home, int products)
{
    sync::SystemClock clock;
    sync::SystemRandomness randomness;
    sync::SystemDisk system;
    sync::VaultDisk disk(system, randomness);
    crema::testing::SeededRandomness random;
    sync::OpenRequest request;
    request.storePath = storeBelow(home);
    request.program = QStringLiteral("large-catalog");
    const auto store = sync::LocalStore::open(request, clock, randomness, disk);
    if (!store)
        return false;
    const std::optional<sync::DeviceRow> device = (*store)->device().read();
    const std::optional<Currency> currency = Currency::fromCode(u"EUR");
    if (!device || !device->cursor || !currency || !(*store)->beginBulk())
        return false;
    FeedPage page;
    page.next = *device->cursor;
    for (int number = 0; number < products; ++number) {
        append(page.rows, page.next, number, *currency, random);
        if (page.rows.size() < rowsPerPage && number + 1 < products)
            continue;
        if (!(*store)->applyPage(page))
            return false;
        (*store)->checkpointIfDue();
        page.rows.clear();
    }
    return (*store)->endBulk().has_value();
}

} // namespace crema::e2e
