// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/client/hidden_costs.h"

#include "sync/store/catalog_reader.h"
#include "sync/store/catalog_recording.h"
#include "sync/store/product_import.h"

#include <algorithm>

namespace crema::sync {
namespace {

/// Rows of an import in one transaction: short enough that nobody at the till waits for it.
constexpr std::size_t importStep = 200;
/// From here on the search index is written once at the end.
constexpr qsizetype bulkImport = 2'000;

/// How much is on hand, and what it costs the shop, goes with the product to whoever may see it.
void hide(LocalStore &local, ProductView &product)
{
    if (!mayRead(local, Reading::Costs))
        hideCosts(product);
    if (mayRead(local, Reading::Stock))
        return;
    for (VariantView &variant : product.variants) {
        variant.onHand = Quantity();
        variant.isStockHidden = true;
    }
}

QList<ProductView> seen(LocalStore &local, QList<ProductView> products)
{
    for (ProductView &product : products)
        hide(local, product);
    return products;
}

Result<ProductView> seen(LocalStore &local, Result<ProductView> product)
{
    if (product)
        hide(local, *product);
    return product;
}

Result<ImportReport> importAll(LocalStore &local, const QList<ImportRow> &rows)
{
    // What is unchanged by a row would tell what stands there.
    const Result<void> right = mayRead(local, Reading::Costs);
    if (!right && std::ranges::any_of(rows, [](const ImportRow &row) { return row.cost.has_value(); }))
        return failure(right.error());
    const bool bulk = rows.size() >= bulkImport;
    if (bulk) {
        if (const Result<void> begun = local.beginBulk(); !begun)
            return failure(begun.error());
    }
    Result<void> taken;
    ProductImport import(local);
    const std::span<const ImportRow> all(rows.constData(), static_cast<std::size_t>(rows.size()));
    for (std::size_t at = 0; at < all.size() && taken; at += importStep) {
        taken = import.take(all.subspan(at, std::min(importStep, all.size() - at)));
        local.checkpointIfDue();
    }
    // Where that fails the rows are there all the same, and search is made good later.
    if (bulk) [[maybe_unused]]
        const Result<void> ended = local.endBulk();
    if (!taken)
        return failure(taken.error());
    return import.report();
}

} // namespace

QCoro::Task<void> Client::Private::mendSearch()
{
    using Stage = SearchRebuild::Stage;
    const auto self = shared_from_this();
    const auto access = store;
    self->mendsSearch = true;
    auto beginning = access->run([](LocalStore &local) { return local.beginBulk(); }, Urgency::Behind);
    const auto begun = co_await beginning;
    Stage stage = begun ? Stage::Indexing : Stage::Done;
    while (stage != Stage::Done) {
        auto stepping = access->run([](LocalStore &local) { return local.stepEndBulk(); }, Urgency::Behind);
        const auto next = co_await stepping;
        stage = next ? *next : Stage::Done;
    }
    self->mendsSearch = false;
    if (self->q)
        Q_EMIT self->q->dataChanged();
}

QCoro::Task<Result<QList<ProductView>>> Client::findProducts(QString text, int limit)
{
    ProductFilter filter;
    filter.text = text;
    filter.limit = limit;
    return products(filter);
}

QCoro::Task<Result<QList<ProductView>>> Client::products(ProductFilter filter)
{
    return Private::read(d, Reading::Products, [filter](LocalStore &local) -> Result<QList<ProductView>> {
        return seen(local, CatalogReader(local).find(filter));
    });
}

QCoro::Task<Result<std::int64_t>> Client::productCount()
{
    return Private::read(d, Reading::Catalog, [](LocalStore &local) -> Result<std::int64_t> {
        return std::int64_t(local.database().value("count_products").toLongLong());
    });
}

QCoro::Task<Result<CodeHit>> Client::findByCode(QString code)
{
    return Private::read(d, Reading::Products, [code](LocalStore &local) -> Result<CodeHit> {
        Result<CodeHit> hit = CatalogReader(local).byCode(code);
        if (hit)
            hide(local, hit->product);
        return hit;
    });
}

QCoro::Task<Result<ProductView>> Client::product(ProductId id)
{
    return Private::read(d, Reading::Products, [id](LocalStore &local) -> Result<ProductView> {
        return seen(local, CatalogReader(local).product(id));
    });
}

QCoro::Task<Result<QList<Category>>> Client::categories()
{
    return Private::read(d, Reading::Products, [](LocalStore &local) -> Result<QList<Category>> {
        return CatalogReader(local).categories();
    });
}

QCoro::Task<Result<QList<TaxClass>>> Client::taxClasses()
{
    return Private::read(
        d, [](LocalStore &local) -> Result<QList<TaxClass>> { return CatalogReader(local).taxClasses(); });
}

QCoro::Task<Result<ProductView>> Client::createProduct(Product product, QList<Variant> variants)
{
    return Private::write(d, [product, variants](LocalStore &local) -> Result<ProductView> {
        const Result<ProductId> id = recordNewProduct(local, product, variants);
        if (!id)
            return failure(id.error());
        return seen(local, CatalogReader(local).product(*id));
    });
}

QCoro::Task<Result<ProductView>> Client::editProduct(Product before, Product after)
{
    return Private::write(d, [before, after](LocalStore &local) -> Result<ProductView> {
        if (const Result<void> edited = recordProductEdit(local, before, after); !edited)
            return failure(edited.error());
        return seen(local, CatalogReader(local).product(before.id));
    });
}

QCoro::Task<Result<ProductView>> Client::createVariant(Variant variant)
{
    return Private::write(d, [variant](LocalStore &local) -> Result<ProductView> {
        if (const Result<VariantId> id = recordNewVariant(local, variant); !id)
            return failure(id.error());
        return seen(local, CatalogReader(local).product(variant.product));
    });
}

QCoro::Task<Result<ProductView>> Client::editVariant(Variant before, Variant after)
{
    return Private::write(d, [before, after](LocalStore &local) -> Result<ProductView> {
        if (const Result<void> edited = recordVariantEdit(local, before, after); !edited)
            return failure(edited.error());
        return seen(local, CatalogReader(local).productOfVariant(before.id));
    });
}

QCoro::Task<Result<ImportReport>> Client::importProducts(QList<ImportRow> rows)
{
    const auto self = d;
    const auto store = self->store;
    auto pending = store->run([rows](LocalStore &local) { return importAll(local, rows); });
    const auto report = co_await pending;
    const auto refreshed = co_await self->refreshState();
    self->noteWritten(failure(Problem()), refreshed.has_value());
    co_return report;
}

} // namespace crema::sync
