// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pricing/price_list.h"
#include "tests/models/generators.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using testing::euro;
using testing::uuid;

const VariantId beans(uuid(1));

PriceList listOf(std::uint32_t number, const QList<ListedPrice> &prices)
{
    PriceList list;
    list.id = PriceListId(uuid(number));
    list.name = QStringLiteral("List %1").arg(number);
    list.prices = prices;
    return list;
}

std::optional<Money> priceOf(const QList<PriceList> &lists, std::int64_t quantity = 1,
                             const PricingOccasion &occasion = {})
{
    const auto found = listedPrice(lists, beans, Quantity(quantity), testing::currency(u"EUR"), occasion);
    return found ? std::optional(found->price.amount) : std::nullopt;
}

TEST(PriceList, HasThePriceOfTheQuantityThatIsReached)
{
    const PriceList list =
        listOf(1, {{beans, 10, Price{euro(800)}}, {beans, 2, Price{euro(900)}}, {VariantId(uuid(2)), 1, {euro(1)}}});
    EXPECT_EQ(priceOf({list}, 1), std::nullopt);
    EXPECT_EQ(priceOf({list}, 9), euro(900));
    EXPECT_EQ(priceOf({list}, 10), euro(800));
}

TEST(PriceList, OfTheCustomerGoesBeforeTheirGroupAndThatBeforeAll)
{
    const PriceList all = listOf(1, {{beans, 1, Price{euro(100)}}});
    PriceList group = listOf(2, {{beans, 1, Price{euro(200)}}});
    group.customerGroups = {QStringLiteral("Cafés")};
    PriceList own = listOf(3, {{beans, 1, Price{euro(300)}}});
    own.onlyByName = true;
    PricingOccasion occasion;
    EXPECT_EQ(priceOf({own, group, all}, 1, occasion), euro(100));
    occasion.customerGroup = QStringLiteral("cafés");
    EXPECT_EQ(priceOf({own, group, all}, 1, occasion), euro(200));
    occasion.priceList = own.id;
    EXPECT_EQ(priceOf({all, group, own}, 1, occasion), euro(300));
}

TEST(PriceList, OfTwoThatAreAsNearTheLowerPricePerUnitHolds)
{
    const PriceList one = listOf(1, {{beans, 1, Price{euro(2'000), 1'000}}});
    const PriceList two = listOf(2, {{beans, 1, Price{euro(190), 100}}});
    EXPECT_EQ(priceOf({one, two}), euro(190));
    EXPECT_EQ(priceOf({two, one}), euro(190));
}

TEST(PriceList, HoldsAtItsPlacesOnItsDaysInItsCurrency)
{
    PriceList list = listOf(1, {{beans, 1, Price{euro(100)}}});
    list.locations = {LocationId(uuid(5))};
    list.from = QDate(2026, 12, 1);
    list.until = QDate(2026, 12, 24);
    PricingOccasion occasion;
    occasion.location = LocationId(uuid(5));
    occasion.day = QDate(2026, 12, 24);
    EXPECT_EQ(priceOf({list}, 1, occasion), euro(100));
    EXPECT_FALSE(listedPrice({list}, beans, Quantity(1), testing::currency(u"USD"), occasion));
    occasion.day = QDate(2026, 12, 25);
    EXPECT_EQ(priceOf({list}, 1, occasion), std::nullopt);
    occasion.day = QDate(2026, 12, 24);
    occasion.location = LocationId(uuid(6));
    EXPECT_EQ(priceOf({list}, 1, occasion), std::nullopt);
    occasion.location = LocationId(uuid(5));
    list.disabled = true;
    EXPECT_EQ(priceOf({list}, 1, occasion), std::nullopt);
}

TEST(PriceList, SaysOnePriceForEachQuantity)
{
    const PriceList list = listOf(1, {{beans, 1, Price{euro(100)}}, {beans, 1, Price{euro(90)}}});
    const Result<PriceList> checked = checkedPriceList(list);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().fields.first().field, QStringLiteral("prices"));
}

} // namespace
} // namespace crema
