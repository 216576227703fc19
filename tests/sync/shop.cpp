// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/shop.h"

#include "models/base/uuid7.h"
#include "models/catalog/barcode.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/sale_recording.h"

#include <cstdio>
#include <cstdlib>

namespace crema::sync::testing {
namespace {

[[noreturn]] void stop(const Problem &problem)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(problem.code), qPrintable(problem.message));
    std::abort();
}

} // namespace

Shop::Shop()
{
    crema::testing::SeededRandomness random(7);
    const UtcTime made(1'690'000'000'000);
    const Currency currency = *Currency::fromCode(u"EUR");
    company = {makeUuid7(made, random), QStringLiteral("Crema Test"), currency};
    location.id = makeId<LocationId>(made, random);
    location.code = QStringLiteral("MAIN");
    location.name = QStringLiteral("Main street");
    location.currency = currency;
    location.country = QStringLiteral("DE");
    location.timeZone = "Europe/Berlin";
    registerInfo.id = makeId<RegisterId>(made, random);
    registerInfo.location = location.id;
    registerInfo.code = QStringLiteral("1");
    registerInfo.name = QStringLiteral("Till 1");
    registerInfo.device = makeId<DeviceId>(made, random);
    person.id = makeId<PersonId>(made, random);
    person.name = QStringLiteral("Ada");
    person.role = Role::Admin;
    person.permissions = permissionsOf(Role::Admin);
    taxClass = {makeId<TaxClassId>(made, random), QStringLiteral("Food"), TaxRate(700), true};
}

void Shop::enroll(LocalStore &store) const
{
    const Result<void> done = store.write([&]() -> Result<void> {
        EntityRows &rows = store.rows();
        rows.put({entity::company.toString(), company.id}, codec::toJson(company));
        rows.put({entity::location.toString(), location.id.value()}, codec::toJson(location));
        rows.put({entity::registerType.toString(), registerInfo.id.value()}, codec::toJson(registerInfo));
        rows.put({entity::person.toString(), person.id.value()}, codec::toJson(person));
        rows.put({entity::taxClass.toString(), taxClass.id.value()}, codec::toJson(taxClass));
        store.device().enroll(QStringLiteral("http://127.0.0.1:1"), location.id, registerInfo.id, person.id,
                              Cursor{1, 0, 0}, std::nullopt);
        store.forgetPlace();
        return {};
    });
    if (!done)
        stop(done.error());
}

void Shop::keepTax(LocalStore &store) const
{
    const Result<void> done = store.write([&]() -> Result<void> {
        store.rows().put({entity::taxClass.toString(), taxClass.id.value()}, codec::toJson(taxClass));
        store.forgetPlace();
        return {};
    });
    if (!done)
        stop(done.error());
}

OpenRequest StoreFolder::request(OpenMode mode) const
{
    return {path(), mode, QStringLiteral("test"), *Currency::fromCode(u"EUR")};
}

Result<std::unique_ptr<LocalStore>> StoreFolder::tryOpen(OpenMode mode)
{
    return LocalStore::open(request(mode), clock, randomness, isPlain ? static_cast<Disk &>(system) : disk);
}

std::unique_ptr<LocalStore> StoreFolder::open(OpenMode mode)
{
    auto store = tryOpen(mode);
    if (!store)
        stop(store.error());
    return *std::move(store);
}

std::unique_ptr<LocalStore> StoreFolder::openEnrolled()
{
    auto store = open();
    shop.enroll(*store);
    return store;
}

Money euro(std::int64_t minor)
{
    return Money(minor, *Currency::fromCode(u"EUR"));
}

VariantId addProduct(LocalStore &store, const QString &name, const QString &sku, std::int64_t priceMinor,
                     const QStringList &barcodes)
{
    Product product;
    product.name = name;
    Variant variant;
    variant.sku = sku;
    variant.price = Price{euro(priceMinor), 1};
    for (const QString &barcode : barcodes)
        variant.barcodes.append(Barcode::parse(barcode)->normalised());
    const Result<ProductId> made = store.write([&] { return recordNewProduct(store, product, {variant}); });
    if (!made)
        stop(made.error());
    return store.rows().catalog().variantsOf(*made).first().id;
}

SaleDraft cashSale(const QList<VariantId> &variants, std::int64_t tenderedMinor)
{
    SaleDraft draft;
    for (const VariantId &variant : variants) {
        SaleLineDraft line;
        line.variant = variant;
        draft.lines.append(line);
    }
    draft.tenders.append({PaymentMethod::Cash, euro(tenderedMinor)});
    return draft;
}

Result<Sale> sell(LocalStore &store, const SaleDraft &draft)
{
    return store.write([&] { return recordSaleOf(store, draft); });
}

Result<Shift> openShift(LocalStore &store)
{
    return store.write([&] { return recordShiftOpen(store, euro(10'000)); });
}

} // namespace crema::sync::testing
