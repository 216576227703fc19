// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/catalog_reader.h"

#include "models/feed/catalog_limits.h"
#include "models/money/money_reader.h"

namespace crema::codec {
namespace {

using namespace Qt::StringLiterals;
using json::CanonicalReader;

QList<CategoryId> readCategories(CanonicalReader &in)
{
    QList<CategoryId> categories;
    in.beginArray("categories"_L1);
    while (in.hasElement() && categories.size() <= catalog_limit::categories)
        categories.append(in.id<CategoryId>());
    if (categories.size() > catalog_limit::categories)
        in.fail();
    return categories;
}

QStringList readBarcodes(CanonicalReader &in)
{
    QStringList barcodes;
    in.beginArray("barcodes"_L1);
    while (in.hasElement() && barcodes.size() <= catalog_limit::barcodes)
        barcodes.append(in.text(0, catalog_limit::barcode));
    if (barcodes.size() > catalog_limit::barcodes)
        in.fail();
    return barcodes;
}

QList<VariantOption> readOptions(CanonicalReader &in)
{
    QList<VariantOption> options;
    in.beginArray("options"_L1);
    while (in.hasElement() && options.size() <= catalog_limit::options) {
        in.beginObject();
        const QString name = in.text("name"_L1, 1, catalog_limit::optionName);
        options.append({name, in.text("value"_L1, 1, catalog_limit::optionValue)});
        in.endObject();
    }
    if (options.size() > catalog_limit::options)
        in.fail();
    return options;
}

/// Written only where there are any.
QList<BundleComponent> readComponents(CanonicalReader &in)
{
    QList<BundleComponent> components;
    if (!in.isNext("components"_L1))
        return components;
    in.beginArray("components"_L1);
    while (in.hasElement() && components.size() <= catalog_limit::components) {
        in.beginObject();
        const Quantity quantity(in.integer("quantity"_L1, 1, Quantity::maxLine));
        components.append({in.id<VariantId>("variant"_L1), quantity});
        in.endObject();
    }
    if (components.isEmpty() || components.size() > catalog_limit::components)
        in.fail();
    return components;
}

Unit readUnit(CanonicalReader &in)
{
    const auto unit = unitFromText(QString(in.word("unit"_L1)));
    if (!unit)
        in.fail();
    return unit.value_or(Unit::Piece);
}

} // namespace

std::optional<Product> readCanonicalProduct(QByteArrayView bytes)
{
    CanonicalReader in(bytes);
    Product product;
    in.beginObject();
    product.archived = in.boolean("archived"_L1);
    product.brand = in.text("brand"_L1, 0, catalog_limit::catalogText);
    product.categories = readCategories(in);
    product.description = in.text("description"_L1, 0, catalog_limit::description);
    product.id = in.id<ProductId>("id"_L1);
    product.name = in.text("name"_L1, 0, catalog_limit::catalogText);
    product.taxClass = in.optionalId<TaxClassId>("tax_class"_L1);
    in.endObject();
    return in.isWhole() ? std::optional(std::move(product)) : std::nullopt;
}

std::optional<Variant> readCanonicalVariant(QByteArrayView bytes)
{
    CanonicalReader in(bytes);
    Variant variant;
    in.beginObject();
    variant.archived = in.boolean("archived"_L1);
    variant.barcodes = readBarcodes(in);
    variant.components = readComponents(in);
    variant.cost = readOptionalMoney(in, "cost"_L1);
    variant.id = in.id<VariantId>("id"_L1);
    variant.options = readOptions(in);
    variant.price = readOptionalPrice(in, "price"_L1);
    variant.product = in.id<ProductId>("product"_L1);
    variant.sku = in.text("sku"_L1, 0, catalog_limit::catalogText);
    variant.unit = readUnit(in);
    variant.weightGrams = in.optionalInteger("weight_grams"_L1, 0, catalog_limit::grams);
    in.endObject();
    return in.isWhole() ? std::optional(std::move(variant)) : std::nullopt;
}

} // namespace crema::codec
