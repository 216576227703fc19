// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/product_rules.h"

#include "models/catalog/barcode.h"
#include "models/catalog/bundle_rules.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

constexpr std::int64_t maxPer = 1'000'000'000;
constexpr std::int64_t maxWeightGrams = 10'000'000;
constexpr qsizetype maxBarcodes = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::ProductRules", text);
}

using Problems = QList<FieldProblem>;

void checkText(Problems &problems, const QString &field, const QString &text, qsizetype maximum,
               Lines lines = Lines::One)
{
    if (text.size() > maximum)
        problems.append({field, tr("The text may have at most %1 characters.").arg(maximum)});
    else if (!isPlainText(text, lines))
        problems.append({field, tr("The text holds characters that cannot be printed.")});
}

void checkSku(Problems &problems, const QString &sku)
{
    const QString field = QStringLiteral("sku");
    if (sku.isEmpty())
        problems.append({field, tr("A variant needs a SKU.")});
    checkText(problems, field, sku, 64);
    if (sku.contains(u'*'))
        problems.append({field, tr("A SKU has no asterisk, which stands before a quantity.")});
}

void checkPrice(Problems &problems, const std::optional<Price> &price)
{
    if (!price)
        return;
    const QString field = QStringLiteral("price");
    if (price->amount.isNegative() || price->amount.minor() > maxPriceMinor)
        problems.append({field, tr("A price lies between 0 and %1 minor units.").arg(maxPriceMinor)});
    if (price->per < 1 || price->per > maxPer)
        problems.append({field, tr("The base quantity of a price lies between 1 and %1.").arg(maxPer)});
}

void checkCost(Problems &problems, const Variant &variant)
{
    if (!variant.cost)
        return;
    const QString field = QStringLiteral("cost");
    if (variant.cost->isNegative() || variant.cost->minor() > maxPriceMinor)
        problems.append({field, tr("A cost lies between 0 and %1 minor units.").arg(maxPriceMinor)});
    if (variant.price && variant.price->amount.currency() != variant.cost->currency())
        problems.append({field, tr("Price and cost need one currency.")});
}

QStringList normalisedBarcodes(Problems &problems, const QStringList &barcodes)
{
    QStringList result;
    for (const QString &text : barcodes) {
        const Result<Barcode> barcode = Barcode::parse(text);
        if (!barcode)
            problems.append({QStringLiteral("barcodes"), barcode.error().message});
        else if (!result.contains(barcode->normalised()))
            result.append(barcode->normalised());
    }
    if (result.size() > maxBarcodes)
        problems.append({QStringLiteral("barcodes"), tr("A variant may have at most %1 barcodes.").arg(maxBarcodes)});
    return result;
}

QList<VariantOption> trimmedOptions(Problems &problems, const QList<VariantOption> &options)
{
    constexpr qsizetype maxLength = 100;
    const QString field = QStringLiteral("options");
    QList<VariantOption> result;
    QStringList names;
    for (const VariantOption &option : options) {
        const VariantOption trimmed{option.name.trimmed(), option.value.trimmed()};
        if (trimmed.name.isEmpty() || trimmed.value.isEmpty())
            problems.append({field, tr("An option needs a name and a value.")});
        checkText(problems, field, trimmed.name, maxLength);
        checkText(problems, field, trimmed.value, maxLength);
        names.append(trimmed.name);
        result.append(trimmed);
    }
    if (names.removeDuplicates() > 0)
        problems.append({field, tr("Each option can be given once.")});
    return result;
}

QList<CategoryId> withoutRepeats(const QList<CategoryId> &categories)
{
    QList<CategoryId> result;
    for (const CategoryId &category : categories) {
        if (!result.contains(category))
            result.append(category);
    }
    return result;
}

template<class Value>
Result<Value> accepted(const Value &value, const Problems &problems, const QString &code, const QString &message)
{
    if (problems.isEmpty())
        return value;
    return failure(ProblemKind::Invalid, code, message, tr("Correct the named fields."), problems);
}

} // namespace

Result<Product> checkedProduct(const Product &product)
{
    Product checked = product;
    checked.name = product.name.trimmed();
    checked.brand = product.brand.trimmed();
    checked.categories = withoutRepeats(product.categories);
    Problems problems;
    if (checked.name.isEmpty())
        problems.append({QStringLiteral("name"), tr("A product needs a name.")});
    checkText(problems, QStringLiteral("name"), checked.name, 200);
    checkText(problems, QStringLiteral("brand"), checked.brand, 100);
    checkText(problems, QStringLiteral("description"), checked.description, 4000, Lines::Many);
    return accepted(checked, problems, QStringLiteral("product.rules"), tr("The product cannot be kept as it is."));
}

Result<Variant> checkedVariant(const Variant &variant)
{
    Variant checked = variant;
    checked.sku = variant.sku.trimmed();
    Problems problems;
    checkSku(problems, checked.sku);
    checkPrice(problems, checked.price);
    checkCost(problems, checked);
    checked.options = trimmedOptions(problems, checked.options);
    checked.barcodes = normalisedBarcodes(problems, checked.barcodes);
    if (checked.weightGrams && (*checked.weightGrams < 0 || *checked.weightGrams > maxWeightGrams))
        problems.append(
            {QStringLiteral("weight_grams"), tr("A weight lies between 0 and %1 grams.").arg(maxWeightGrams)});
    problems += componentProblems(checked);
    return accepted(checked, problems, QStringLiteral("variant.rules"), tr("The variant cannot be kept as it is."));
}

} // namespace crema
