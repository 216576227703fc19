// SPDX-License-Identifier: GPL-3.0-or-later
// What a till shows first, in the order that somebody gave it.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

QStringList tileNames(const TillPresenter &till)
{
    QStringList names;
    for (const ProductTile &tile : till.tiles())
        names.append(tile.name);
    return names;
}

void add(Till &till, const QString &words)
{
    till.shop.favourites.setSearchText(words);
    till.shop.favourites.addHit(0);
    till.shop.favourites.setSearchText({});
}

} // namespace

TEST(Favourites, AreTheFirstPageInTheirOrder)
{
    Till till;
    EXPECT_EQ(till.presenter.categories().first().name, QStringLiteral("All items")) << "without any there is no chip";
    add(till, QStringLiteral("house"));
    add(till, QStringLiteral("flat"));
    ASSERT_EQ(till.presenter.categories().first().name, QStringLiteral("Favourites"));
    till.presenter.selectCategory(0);
    EXPECT_EQ(tileNames(till.presenter),
              (QStringList{QStringLiteral("House blend 1 kg"), QStringLiteral("Flat white")}));
    till.shop.favourites.move(1, -1);
    EXPECT_EQ(tileNames(till.presenter),
              (QStringList{QStringLiteral("Flat white"), QStringLiteral("House blend 1 kg")}));
    till.presenter.addTile(0);
    EXPECT_EQ(till.presenter.lines().first().name, QStringLiteral("Flat white"));
    // The next program begins with them.
    ShopPresenters again(till.desk, till.clock, till.preferences, QLocale(QLocale::English, QLocale::Ireland));
    again.start();
    EXPECT_EQ(again.till.currentCategory(), 0);
    EXPECT_EQ(tileNames(again.till), (QStringList{QStringLiteral("Flat white"), QStringLiteral("House blend 1 kg")}));
}

TEST(Favourites, AreArrangedWithinTheirList)
{
    Till till;
    FavouritesPresenter &favourites = till.shop.favourites;
    add(till, QStringLiteral("flat"));
    add(till, QStringLiteral("flat"));
    EXPECT_EQ(favourites.rows().size(), 1) << "each once";
    EXPECT_EQ(favourites.rows().first().name, QStringLiteral("Flat white"));
    favourites.move(0, -1);
    favourites.move(0, 1);
    favourites.move(5, 1);
    favourites.remove(7);
    EXPECT_EQ(favourites.rows().size(), 1);
    favourites.remove(0);
    EXPECT_TRUE(favourites.rows().isEmpty());
    EXPECT_EQ(till.presenter.categories().first().name, QStringLiteral("All items"));
}

TEST(Favourites, OneIsSoldByItsNumberAndOneWithVariantsAsksForThem)
{
    Till till;
    till.desk.addVariant(QStringLiteral("Yirgacheffe"), QStringLiteral("250 g"), QStringLiteral("Y-250"), {}, 1200);
    till.desk.addVariant(QStringLiteral("Yirgacheffe"), QStringLiteral("1 kg"), QStringLiteral("Y-1000"), {}, 4200);
    add(till, QStringLiteral("flat"));
    add(till, QStringLiteral("yirga"));
    QStringList wanted;
    QObject::connect(&till.shop.favourites, &FavouritesPresenter::variantWanted,
                     [&wanted](const QString &name) { wanted.append(name); });
    till.shop.favourites.sell(0);
    ASSERT_EQ(till.presenter.lines().size(), 1);
    till.shop.favourites.sell(1);
    EXPECT_EQ(till.presenter.lines().size(), 1);
    EXPECT_EQ(wanted, QStringList{QStringLiteral("Yirgacheffe")});
    till.shop.favourites.addVariant(till.presenter.sale().lines().first().item.variant);
    EXPECT_EQ(till.shop.favourites.rows().size(), 2) << "it is there already";
}

} // namespace crema
