// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/products_presenter.h"

#include "models/catalog/barcode.h"
#include "sync/client/reading_right.h"
#include "ui/presenters/catalog/amount_text.h"
#include "ui/presenters/catalog/bundle_changes.h"
#include "ui/presenters/catalog/product_changes.h"

#include <algorithm>
#include <iterator>

namespace crema::presenters {
namespace {

constexpr std::int64_t pageSize = 1000;

struct PlannedEdit {
    EditedProduct before;
    EditedProduct after;
    ProductView view;

    [[nodiscard]] bool changesProduct() const { return before.product != after.product; }
    [[nodiscard]] bool changesVariant() const { return before.variant != after.variant; }
};

QCoro::Task<Result<PlannedEdit>> planEdit(sync::Client &client, QString code, QStringList changes)
{
    const Result<CodeHit> hit = co_await client.findByCode(code);
    if (!hit)
        co_return failure(hit.error());
    const Result<QList<Category>> categories = co_await client.categories();
    if (!categories)
        co_return failure(categories.error());
    // Of a cost that is not seen nobody can say whether a change would change it.
    if (const Result<void> right = sync::mayRead(client.state(), Reading::Costs); !right && changesCost(changes))
        co_return failure(right.error());
    const EditedProduct before{hit->product.product, hit->hit().variant};
    QStringList parts;
    std::ranges::copy_if(changes, std::back_inserter(parts), &changesParts);
    changes.removeIf(&changesParts);
    Result<EditedProduct> after = applyChanges(before, changes, *categories, client.state().currency());
    if (!after)
        co_return failure(after.error());
    if (!parts.isEmpty()) {
        const Variant plain = after->variant;
        const Result<Variant> bundle = co_await applyPartChanges(client, plain, parts);
        if (!bundle)
            co_return failure(bundle.error());
        after->variant = *bundle;
    }
    co_return PlannedEdit{before, *after, hit->product};
}

Result<Variant> firstVariant(const NewProduct &product, Currency currency)
{
    Variant variant;
    variant.sku = product.sku;
    variant.unit = product.unit;
    for (const QString &text : product.barcodes) {
        const Result<Barcode> barcode = Barcode::parse(text);
        if (!barcode)
            return failure(barcode.error());
        variant.barcodes.append(barcode->normalised());
        if (variant.sku.isEmpty())
            variant.sku = barcode->display();
    }
    if (!product.price.isEmpty()) {
        const Result<Price> price = readPriceWords(product.price, currency);
        if (!price)
            return failure(price.error());
        variant.price = *price;
    }
    if (!product.cost.isEmpty()) {
        const Result<Money> cost = readAmount(product.cost, AmountUnit::Minor, currency);
        if (!cost)
            return failure(cost.error());
        variant.cost = *cost;
    }
    return variant;
}

} // namespace

QCoro::Task<Result<QList<ProductView>>> ProductsPresenter::find(QString text, std::int64_t limit) const
{
    sync::Client &client = m_client;
    // The till finds products for who does not see their list.
    if (const Result<void> right = sync::mayRead(client.state(), Reading::Catalog); !right)
        co_return failure(right.error());
    QList<ProductView> found;
    while (found.size() < limit) {
        sync::ProductFilter filter;
        filter.text = text;
        filter.limit = static_cast<int>(std::min<std::int64_t>(pageSize, limit - found.size()));
        filter.offset = static_cast<int>(found.size());
        const Result<QList<ProductView>> page = co_await client.products(filter);
        if (!page)
            co_return failure(page.error());
        found += *page;
        if (page->size() < filter.limit)
            break;
    }
    co_return found;
}

QCoro::Task<Result<CodeHit>> ProductsPresenter::byCode(QString code) const
{
    if (const Result<void> right = sync::mayRead(m_client.state(), Reading::Catalog); !right)
        co_return failure(right.error());
    co_return co_await m_client.findByCode(code);
}

QCoro::Task<Result<EditOutcome>> ProductsPresenter::edit(QString code, QStringList changes) const
{
    sync::Client &client = m_client;
    const Result<PlannedEdit> plan = co_await planEdit(client, code, changes);
    if (!plan)
        co_return failure(plan.error());
    EditOutcome outcome{plan->view, false};
    if (plan->changesProduct()) {
        const Result<ProductView> edited = co_await client.editProduct(plan->before.product, plan->after.product);
        if (!edited)
            co_return failure(edited.error());
        outcome = {*edited, true};
    }
    if (plan->changesVariant()) {
        const Result<ProductView> edited = co_await client.editVariant(plan->before.variant, plan->after.variant);
        if (!edited)
            co_return failure(edited.error());
        outcome = {*edited, true};
    }
    co_return outcome;
}

QCoro::Task<Result<EditOutcome>> ProductsPresenter::previewEdit(QString code, QStringList changes) const
{
    const Result<PlannedEdit> plan = co_await planEdit(m_client, code, changes);
    if (!plan)
        co_return failure(plan.error());
    EditOutcome outcome{plan->view, plan->changesProduct() || plan->changesVariant()};
    outcome.product.product = plan->after.product;
    for (VariantView &view : outcome.product.variants) {
        if (view.variant.id == plan->after.variant.id)
            view.variant = plan->after.variant;
    }
    co_return outcome;
}

QCoro::Task<Result<ProductView>> ProductsPresenter::create(NewProduct product) const
{
    sync::Client &client = m_client;
    const Result<Variant> variant = firstVariant(product, client.state().currency());
    if (!variant)
        co_return failure(variant.error());
    Product described;
    described.name = product.name;
    described.brand = product.brand;
    described.description = product.description;
    if (!product.category.isEmpty()) {
        const Result<QList<Category>> categories = co_await client.categories();
        if (!categories)
            co_return failure(categories.error());
        const Result<CategoryId> category = categoryNamed(product.category, *categories);
        if (!category)
            co_return failure(category.error());
        described.categories.append(*category);
    }
    QList<Variant> variants;
    variants.append(*variant);
    if (!product.parts.isEmpty()) {
        const Variant plain = *variant;
        const QStringList parts{QStringLiteral("part=") + product.parts.join(u',')};
        const Result<Variant> bundle = co_await applyPartChanges(client, plain, parts);
        if (!bundle)
            co_return failure(bundle.error());
        variants.first() = *bundle;
    }
    co_return co_await client.createProduct(described, variants);
}

} // namespace crema::presenters
