// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_products.h"

#include "models/catalog/barcode.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/postgres_unit_storage.h"

#include <array>

namespace crema::platform {
namespace {

// Two feed rows a product; a transaction writes at most 2,000 (sync.md rule 11).
constexpr int productsPerTransaction = 1'000;

constexpr std::array origins{"Brazil",   "Colombia",  "Ethiopia", "Kenya",    "Peru",   "Rwanda",
                             "Honduras", "Guatemala", "Sumatra",  "India",    "Panama", "Mexico",
                             "Bolivia",  "Burundi",   "Uganda",   "Nicaragua"};
constexpr std::array characters{"Amber",  "Bold",   "Bright", "Calm",   "Deep", "Early", "Gentle",
                                "Golden", "Hidden", "Late",   "Little", "Loud", "Quiet", "Red",
                                "Silver", "Slow",   "Smoky",  "Soft",   "Warm"};
constexpr std::array nouns{"Bridge", "Canyon", "Field",   "Forest", "Garden", "Harbour", "Hill",   "Island", "Lake",
                           "Meadow", "Mill",   "Orchard", "River",  "Road",   "Shore",   "Valley", "Wharf"};
constexpr std::array kinds{"Espresso", "Filter", "Blend", "Single Estate", "Decaf", "Peaberry", "Natural"};

template<std::size_t Size>
QString wordAt(const std::array<const char *, Size> &words, int number)
{
    return QString::fromLatin1(words[static_cast<std::size_t>(number) % Size]);
}

QUuid idOf(const char *kind, int number)
{
    static const QUuid space(u"7f0d6c0e-5a0b-5d5e-9c7d-3a5c9d1e8b21");
    return QUuid::createUuidV5(space, QByteArray(kind) + QByteArray::number(number));
}

Product productAt(int number)
{
    Product product;
    product.id = ProductId(idOf("product", number));
    product.name = QStringLiteral("%1 %2 %3 %4 %5")
                       .arg(wordAt(origins, number), wordAt(characters, number / 16), wordAt(nouns, number / 304),
                            wordAt(kinds, number / 7))
                       .arg(number);
    product.brand = wordAt(nouns, number / 3) + QStringLiteral(" Roasters");
    return product;
}

/// A GTIN-13 from the range for use inside a company (GS1 General Specifications: prefix 2).
QString barcodeAt(int number, int which)
{
    const QString digits = QStringLiteral("2%1%2").arg(which).arg(number, 10, 10, QLatin1Char('0'));
    return Barcode::parse(digits + QString::number(gtinCheckDigit(digits)))->normalised();
}

Variant variantAt(int number, Currency currency)
{
    Variant variant;
    variant.id = VariantId(idOf("variant", number));
    variant.product = ProductId(idOf("product", number));
    variant.sku = QStringLiteral("DEMO-%1").arg(number, 6, 10, QLatin1Char('0'));
    const int barcodes = 2 + number % 2;
    for (int which = 1; which <= barcodes; ++which)
        variant.barcodes.append(barcodeAt(number, which));
    variant.price = Price{Money(290 + (number * 37) % 3000, currency), 1};
    variant.cost = Money(120 + (number * 17) % 1200, currency);
    return variant;
}

void addBlock(Connection &connection, int from, int to, Currency currency)
{
    BufferedUnitOfWork unit(std::make_unique<PostgresUnitStorage>(connection));
    for (int number = from; number < to; ++number) {
        unit.save(productAt(number));
        unit.save(variantAt(number, currency));
    }
    unit.commit({});
}

} // namespace

void addDemoProducts(Connection &connection, int count)
{
    const Rows company = connection.run("company/load_company");
    const auto currency = Currency::fromCode(company.json(0, 0).value(QStringLiteral("currency")).toString());
    bool hasAdded = false;
    for (int from = 0; from < count; from += productsPerTransaction) {
        // Blocks are whole or missing, because each was one transaction; a smaller number before leaves a short one.
        const int to = std::min(from + productsPerTransaction, count);
        int begin = from;
        while (begin < to && !connection.run("catalog/load_product", {idOf("product", begin)}).isEmpty())
            begin = connection.run("catalog/load_product", {idOf("product", to - 1)}).isEmpty() ? begin + 1 : to;
        if (begin < to)
            addBlock(connection, begin, to, *currency);
        hasAdded = hasAdded || begin < to;
    }
    if (hasAdded)
        connection.run("demo/refresh_statistics");
}

} // namespace crema::platform
