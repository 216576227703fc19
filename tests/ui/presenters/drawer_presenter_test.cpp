// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

namespace {

using testing::Till;

} // namespace

TEST(Drawer, IsCountedByNotesAndCoinsOrAsOneSum)
{
    Till till;
    DrawerPresenter &drawer = till.shop.drawer;
    EXPECT_EQ(drawer.pieceTexts().size(), 14);
    EXPECT_EQ(drawer.pieceTexts().first(), QStringLiteral("€200"));
    EXPECT_EQ(drawer.sumOf({1, 0, 2}).value(), 30'000);
    EXPECT_EQ(drawer.sumOf({std::numeric_limits<std::int64_t>::max()}).error().code, QStringLiteral("money.overflow"));
    EXPECT_EQ(drawer.readTotal(QStringLiteral("1,234.50")).value(), 123'450);
    EXPECT_EQ(drawer.readTotal(QStringLiteral("12.345")).error().code, QStringLiteral("money.decimals"));
    EXPECT_EQ(drawer.readTotal(QStringLiteral("-1")).error().code, QStringLiteral("drawer.negative"));
    EXPECT_EQ(drawer.typedTotal(123'450), QStringLiteral("1234.50"));
}

TEST(Drawer, IsCountedBlindAndClosedWithItsDifference)
{
    Till till;
    const std::optional<DrawerView> open = till.shop.drawer.drawer();
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->floatText, QStringLiteral("€100.00"));
    till.shop.drawer.close(9'800);
    ASSERT_TRUE(till.shop.drawer.closed().has_value());
    EXPECT_EQ(till.shop.drawer.closed()->countedText, QStringLiteral("€98.00"));
    EXPECT_FALSE(till.shop.drawer.drawer().has_value());
    EXPECT_EQ(till.presenter.mode(), TillMode::NoShift);
    till.presenter.openShift(0);
    EXPECT_FALSE(till.shop.drawer.closed().has_value()) << "the next shift is a new page";
}

} // namespace crema
