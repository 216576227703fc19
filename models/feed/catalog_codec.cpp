// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/catalog_limits.h"
#include "models/feed/entity_codec.h"
#include "models/feed/json_values.h"

#include <QCoreApplication>

namespace crema::codec {
namespace {

const QString malformed = QStringLiteral("entity.malformed");
constexpr std::int64_t maxPosition = 1'000'000;

QString unknownWord()
{
    return QCoreApplication::translate("crema::codec", "This word is not known here.");
}

QJsonArray optionsToJson(const QList<VariantOption> &options)
{
    QJsonArray array;
    for (const VariantOption &option : options)
        array.append(QJsonObject{{QStringLiteral("name"), option.name}, {QStringLiteral("value"), option.value}});
    return array;
}

QList<VariantOption> readOptions(JsonFields &fields)
{
    QList<VariantOption> options;
    const QJsonArray array = fields.array(QStringLiteral("options"), catalog_limit::options);
    for (const QJsonValue &value : array) {
        JsonFields inner(value.toObject(), fields.path() + QStringLiteral("options."));
        options.append({inner.text(QStringLiteral("name"), 1, catalog_limit::optionName),
                        inner.text(QStringLiteral("value"), 1, catalog_limit::optionValue)});
        fields.add(inner.problems());
    }
    return options;
}

QJsonArray componentsToJson(const QList<BundleComponent> &components)
{
    QJsonArray array;
    for (const BundleComponent &component : components) {
        array.append(QJsonObject{{QStringLiteral("quantity"), qint64(component.quantity.units())},
                                 {QStringLiteral("variant"), component.variant.toString()}});
    }
    return array;
}

BundleComponent readComponent(JsonFields &fields)
{
    BundleComponent component;
    component.variant = fields.id<VariantId>(QStringLiteral("variant"));
    component.quantity = Quantity(fields.integer(QStringLiteral("quantity"), 1, Quantity::maxLine));
    return component;
}

} // namespace

QJsonObject toJson(const Category &category)
{
    return {{QStringLiteral("archived"), category.archived},         {QStringLiteral("colour"), category.colourToken},
            {QStringLiteral("id"), category.id.toString()},          {QStringLiteral("name"), category.name},
            {QStringLiteral("parent"), optionalId(category.parent)}, {QStringLiteral("position"), category.position}};
}

Result<Category> readCategory(const QJsonObject &json)
{
    JsonFields fields(json);
    Category category;
    category.id = fields.id<CategoryId>(QStringLiteral("id"));
    category.name = fields.text(QStringLiteral("name"), 1, 100);
    category.parent = fields.optionalId<CategoryId>(QStringLiteral("parent"));
    category.position = static_cast<int>(fields.integer(QStringLiteral("position"), -maxPosition, maxPosition));
    category.colourToken = fields.optionalText(QStringLiteral("colour"), 40).value_or(QString());
    category.archived = fields.booleanOr(QStringLiteral("archived"), false);
    return fields.result(category, malformed);
}

QJsonObject toJson(const TaxClass &taxClass)
{
    return {{QStringLiteral("id"), taxClass.id.toString()},
            {QStringLiteral("is_default"), taxClass.isDefault},
            {QStringLiteral("name"), taxClass.name},
            {QStringLiteral("rate"), taxClass.rate.tenThousandths()}};
}

Result<TaxClass> readTaxClass(const QJsonObject &json)
{
    JsonFields fields(json);
    TaxClass taxClass;
    taxClass.id = fields.id<TaxClassId>(QStringLiteral("id"));
    taxClass.name = fields.text(QStringLiteral("name"), 1, 100);
    taxClass.rate = TaxRate(static_cast<std::int32_t>(fields.integer(QStringLiteral("rate"), 0, TaxRate::maximum)));
    taxClass.isDefault = fields.booleanOr(QStringLiteral("is_default"), false);
    return fields.result(taxClass, malformed);
}

QJsonObject toJson(const Product &product)
{
    return {{QStringLiteral("archived"), product.archived},
            {QStringLiteral("brand"), product.brand},
            {QStringLiteral("categories"), idArray(product.categories)},
            {QStringLiteral("description"), product.description},
            {QStringLiteral("id"), product.id.toString()},
            {QStringLiteral("name"), product.name},
            {QStringLiteral("tax_class"), optionalId(product.taxClass)}};
}

Result<Product> readProduct(const QJsonObject &json)
{
    JsonFields fields(json);
    Product product;
    product.id = fields.id<ProductId>(QStringLiteral("id"));
    product.name = fields.text(QStringLiteral("name"), 0, catalog_limit::catalogText);
    product.description =
        fields.optionalText(QStringLiteral("description"), catalog_limit::description).value_or(QString());
    product.brand = fields.optionalText(QStringLiteral("brand"), catalog_limit::catalogText).value_or(QString());
    product.categories = fields.ids<CategoryId>(QStringLiteral("categories"), catalog_limit::categories);
    product.taxClass = fields.optionalId<TaxClassId>(QStringLiteral("tax_class"));
    product.archived = fields.booleanOr(QStringLiteral("archived"), false);
    return fields.result(product, malformed);
}

// Components are left out where there are none, so that variants of before bundles keep their bytes (ADR 064).
QJsonObject toJson(const Variant &variant)
{
    QJsonObject json{{QStringLiteral("archived"), variant.archived},
                     {QStringLiteral("barcodes"), QJsonArray::fromStringList(variant.barcodes)},
                     {QStringLiteral("cost"), optionalMoney(variant.cost)},
                     {QStringLiteral("id"), variant.id.toString()},
                     {QStringLiteral("options"), optionsToJson(variant.options)},
                     {QStringLiteral("price"), variant.price ? QJsonValue(priceToJson(*variant.price)) : QJsonValue()},
                     {QStringLiteral("product"), variant.product.toString()},
                     {QStringLiteral("sku"), variant.sku},
                     {QStringLiteral("unit"), unitText(variant.unit)},
                     {QStringLiteral("weight_grams"), optionalInteger(variant.weightGrams)}};
    if (variant.isBundle())
        json.insert(QStringLiteral("components"), componentsToJson(variant.components));
    return json;
}

Result<Variant> readVariant(const QJsonObject &json)
{
    JsonFields fields(json);
    Variant variant;
    variant.id = fields.id<VariantId>(QStringLiteral("id"));
    variant.product = fields.id<ProductId>(QStringLiteral("product"));
    variant.sku = fields.text(QStringLiteral("sku"), 0, catalog_limit::catalogText);
    variant.options = readOptions(fields);
    variant.barcodes = fields.texts(QStringLiteral("barcodes"), catalog_limit::barcodes, catalog_limit::barcode);
    variant.price = readOptionalPrice(fields, QStringLiteral("price"));
    variant.cost = readOptionalMoney(fields, QStringLiteral("cost"));
    const auto unit = unitFromText(fields.text(QStringLiteral("unit"), 1, 20));
    if (!unit)
        fields.add(QStringLiteral("unit"), unknownWord());
    variant.unit = unit.value_or(Unit::Piece);
    variant.weightGrams = fields.optionalInteger(QStringLiteral("weight_grams"), 0, catalog_limit::grams);
    variant.archived = fields.booleanOr(QStringLiteral("archived"), false);
    variant.components = readList(fields, QStringLiteral("components"), catalog_limit::components, &readComponent);
    return fields.result(variant, malformed);
}

QJsonObject toJson(const StockLevel &level)
{
    return {{QStringLiteral("location"), level.location.toString()},
            {QStringLiteral("on_hand"), qint64(level.onHand.units())},
            {QStringLiteral("variant"), level.variant.toString()}};
}

Result<StockLevel> readStockLevel(const QJsonObject &json)
{
    constexpr std::int64_t most = 1'000'000'000'000;
    JsonFields fields(json);
    const StockLevel level{fields.id<VariantId>(QStringLiteral("variant")),
                           fields.id<LocationId>(QStringLiteral("location")),
                           Quantity(fields.integer(QStringLiteral("on_hand"), -most, most))};
    return fields.result(level, malformed);
}

QUuid stockLevelId(LocationId location, VariantId variant)
{
    return QUuid::createUuidV5(location.value(), variant.value().toRfc4122());
}

} // namespace crema::codec
