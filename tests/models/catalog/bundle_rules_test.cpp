// SPDX-License-Identifier: GPL-3.0-or-later
// What may be in a bundle, and what it may cost (ADR 064).
#include "models/catalog/bundle_rules.h"

#include "models/catalog/product_rules.h"
#include "models/feed/catalog_reader.h"
#include "models/feed/entity_codec.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using testing::euro;

VariantId id(std::uint32_t number)
{
    return VariantId(testing::uuid(number));
}

Variant priced(std::uint32_t number, std::int64_t minor)
{
    Variant variant;
    variant.id = id(number);
    variant.product = ProductId(testing::uuid(number));
    variant.sku = QStringLiteral("SKU-%1").arg(number);
    variant.price = Price{euro(minor), 1};
    return variant;
}

Variant bundleOf(const QList<BundleComponent> &components, std::int64_t minor)
{
    Variant bundle = priced(900, minor);
    bundle.components = components;
    return bundle;
}

QList<KnownComponent> known(const Variant &bundle, const QList<Variant> &catalog)
{
    QList<KnownComponent> components;
    for (const BundleComponent &component : bundle.components) {
        const auto found = std::ranges::find(catalog, component.variant, &Variant::id);
        components.append({component, found == catalog.end() ? std::nullopt : std::optional(*found)});
    }
    return components;
}

TEST(BundleRules, ABundleHasEachPartOnceInAQuantityAndNeverItself)
{
    const auto isRefusedAt = [](const Variant &bundle, const QString &field) {
        const Result<Variant> checked = checkedVariant(bundle);
        return !checked && checked.error().code == QStringLiteral("variant.rules") &&
               checked.error().fields.first().field == field;
    };
    EXPECT_TRUE(checkedVariant(bundleOf({{id(1), Quantity(2)}, {id(2), Quantity(1)}}, 100)));
    const QString components = QStringLiteral("components");
    EXPECT_TRUE(isRefusedAt(bundleOf({{id(1), Quantity(0)}}, 100), components));
    EXPECT_TRUE(isRefusedAt(bundleOf({{id(1), Quantity(maxBundleQuantity + 1)}}, 100), components));
    EXPECT_TRUE(isRefusedAt(bundleOf({{id(1), Quantity(1)}, {id(1), Quantity(1)}}, 100), components));
    EXPECT_TRUE(isRefusedAt(bundleOf({{id(900), Quantity(1)}}, 100), components));
    QList<BundleComponent> many;
    for (std::uint32_t number = 1; number <= maxBundleComponents + 1; ++number)
        many.append({id(number), Quantity(1)});
    EXPECT_TRUE(isRefusedAt(bundleOf(many, 100), components));
    Variant weighed = bundleOf({{id(1), Quantity(1)}}, 100);
    weighed.unit = Unit::Gram;
    EXPECT_TRUE(isRefusedAt(weighed, QStringLiteral("unit")));
}

TEST(BundleRules, PartsAreKnownAndNoBundlesThemselves)
{
    const Variant bundle = bundleOf({{id(1), Quantity(1)}, {id(2), Quantity(1)}}, 100);
    EXPECT_TRUE(checkComponents(known(bundle, {priced(1, 100), priced(2, 100)})));
    EXPECT_EQ(checkComponents(known(bundle, {priced(1, 100)})).error().code,
              QStringLiteral("bundle.unknown_component"));
    Variant inner = priced(2, 100);
    inner.components = {{id(1), Quantity(1)}};
    EXPECT_EQ(checkComponents(known(bundle, {priced(1, 100), inner})).error().code, QStringLiteral("bundle.nested"));
}

TEST(BundleRules, ABundleIsNoDearerThanItsParts)
{
    const QList<BundleComponent> components{{id(1), Quantity(2)}, {id(2), Quantity(250)}};
    Variant beans = priced(2, 2490);
    beans.unit = Unit::Gram;
    beans.price->per = 1000;
    const QList<Variant> catalog{priced(1, 990), beans};
    const Variant bundle = bundleOf(components, 2603);
    EXPECT_EQ(worthOf(known(bundle, catalog)).value(), euro(1980 + 623)) << "a fixed weight of what is weighed";
    EXPECT_EQ(worthOf(known(bundle, catalog), Quantity(2)).value(), euro(3960 + 1245));
    EXPECT_TRUE(checkBundlePrice(bundle, known(bundle, catalog)));
    const Variant dear = bundleOf(components, 2604);
    const Result<void> refused = checkBundlePrice(dear, known(dear, catalog));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("bundle.dearer"));
    EXPECT_EQ(refused.error().fields.first().field, QStringLiteral("price"));
    // What has no price yet is compared when it is sold.
    Variant unpriced = beans;
    unpriced.price.reset();
    EXPECT_TRUE(checkBundlePrice(dear, known(dear, {priced(1, 990), unpriced})));
    EXPECT_EQ(worthOf(known(dear, {priced(1, 990), unpriced})).error().code,
              QStringLiteral("bundle.unpriced_component"));
    Variant yen = priced(1, 990);
    yen.price->amount = Money(990, testing::currency(u"JPY"));
    EXPECT_EQ(checkBundlePrice(dear, known(dear, {yen, beans})).error().code, QStringLiteral("bundle.currency"));
}

TEST(BundleRules, ComponentsAreWrittenOnlyWhereThereAreAny)
{
    const QByteArray plain = json::writeCanonical(codec::toJson(priced(1, 100)));
    EXPECT_FALSE(plain.contains("components"));
    EXPECT_EQ(codec::readCanonicalVariant(plain), priced(1, 100));
    QByteArray none = plain;
    none.replace("\"cost\"", "\"components\":[],\"cost\"");
    EXPECT_FALSE(codec::readCanonicalVariant(none)) << "as it is never written";
    EXPECT_EQ(codec::readVariant(json::readStrict(none).value()).value(), priced(1, 100));
}

RC_GTEST_PROP(BundleRules, BothReadersReadWhatIsWritten, ())
{
    QList<BundleComponent> components;
    const auto count = *rc::gen::inRange<std::uint32_t>(1, 20);
    for (std::uint32_t number = 1; number <= count; ++number)
        components.append({id(number), Quantity(*rc::gen::inRange<std::int64_t>(1, maxBundleQuantity))});
    const Variant bundle = bundleOf(components, 100);
    const QByteArray bytes = json::writeCanonical(codec::toJson(bundle));
    RC_ASSERT((codec::readCanonicalVariant(bytes) == std::optional(bundle)));
    RC_ASSERT((codec::readVariant(json::readStrict(bytes).value()).value() == bundle));
}

} // namespace
} // namespace crema
