// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/product_rules.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>

#include <functional>

namespace crema {
namespace {

using testing::euro;

Variant house()
{
    Variant variant;
    variant.sku = QStringLiteral("HOUSE-250");
    variant.options = {{QStringLiteral("Size"), QStringLiteral("250 g")}};
    variant.barcodes = {QStringLiteral("4006381333931")};
    variant.price = Price{euro(1290)};
    variant.cost = euro(600);
    variant.weightGrams = 250;
    return variant;
}

template<class T>
QStringList fieldsOf(const Result<T> &result)
{
    QStringList fields;
    if (!result) {
        for (const FieldProblem &problem : result.error().fields)
            fields.append(problem.field);
    }
    return fields;
}

TEST(CheckedProduct, TrimsAndDropsRepeats)
{
    Product product;
    product.name = QStringLiteral("  House blend ");
    product.description = QStringLiteral("Two\nlines");
    const CategoryId category(testing::uuid(1));
    product.categories = {category, category};
    const auto checked = checkedProduct(product);
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->name, QStringLiteral("House blend"));
    EXPECT_EQ(checked->categories, QList<CategoryId>{category});
}

TEST(CheckedProduct, NamesEachFieldThatCannotStay)
{
    Product product;
    product.name = QStringLiteral("   ");
    product.description = QString(4001, u'x');
    product.brand = QStringLiteral("a\nb");
    const auto checked = checkedProduct(product);
    EXPECT_EQ(checked.error().code, QStringLiteral("product.rules"));
    EXPECT_EQ(fieldsOf(checked),
              (QStringList{QStringLiteral("name"), QStringLiteral("brand"), QStringLiteral("description")}));
    product = {};
    product.name = QString(200, u'x');
    EXPECT_TRUE(checkedProduct(product));
    product.name += u'x';
    EXPECT_FALSE(checkedProduct(product));
    product.name = QStringLiteral("a\u202eb");
    EXPECT_FALSE(checkedProduct(product));
}

TEST(CheckedVariant, NormalisesBarcodes)
{
    Variant variant = house();
    variant.barcodes = {QStringLiteral("036000291452"), QStringLiteral("0036000291452"), QStringLiteral("X1")};
    variant.sku = QStringLiteral(" HOUSE 250 ");
    const auto checked = checkedVariant(variant);
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->barcodes, (QStringList{QStringLiteral("00036000291452"), QStringLiteral("X1")}));
    EXPECT_EQ(checked->sku, QStringLiteral("HOUSE 250"));
    EXPECT_EQ(checkedVariant(*checked), checked);
}

TEST(CheckedVariant, NamesEachFieldThatCannotStay)
{
    struct Fault {
        const char *field;
        std::function<void(Variant &)> damage;
    };
    const std::vector<Fault> faults{
        {"sku", [](Variant &variant) { variant.sku.clear(); }},
        {"sku", [](Variant &variant) { variant.sku = QString(65, u'x'); }},
        {"sku", [](Variant &variant) { variant.sku = QStringLiteral("A*2"); }},
        {"sku", [](Variant &variant) { variant.sku = QStringLiteral("A\tB"); }},
        {"barcodes", [](Variant &variant) { variant.barcodes.append(QStringLiteral("4006381333932")); }},
        {"options",
         [](Variant &variant) {
             variant.options.append({QStringLiteral("Size"), QStringLiteral("1 kg")});
         }},
        {"options", [](Variant &variant) { variant.options[0].value.clear(); }},
        {"price", [](Variant &variant) { variant.price->amount = euro(-1); }},
        {"price", [](Variant &variant) { variant.price->amount = euro(maxPriceMinor + 1); }},
        {"price", [](Variant &variant) { variant.price->per = 0; }},
        {"cost", [](Variant &variant) { variant.cost = euro(-1); }},
        {"cost", [](Variant &variant) { variant.cost = Money(1, testing::currency(u"USD")); }},
        {"weight_grams", [](Variant &variant) { variant.weightGrams = -1; }},
    };
    ASSERT_TRUE(checkedVariant(house()));
    for (const Fault &fault : faults) {
        Variant variant = house();
        fault.damage(variant);
        EXPECT_EQ(fieldsOf(checkedVariant(variant)), QStringList{QString::fromLatin1(fault.field)});
    }
}

TEST(CheckedVariant, MayBeUnpriced)
{
    Variant variant = house();
    variant.price.reset();
    variant.cost.reset();
    variant.weightGrams.reset();
    variant.barcodes.clear();
    EXPECT_TRUE(checkedVariant(variant));
}

} // namespace
} // namespace crema
