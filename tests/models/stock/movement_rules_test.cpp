// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stock/movement_rules.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace crema {
namespace {

Movement moving(std::int64_t units)
{
    Movement movement;
    movement.delta = Quantity(units);
    return movement;
}

TEST(CheckedMovement, RefusesNothingAndTooMuch)
{
    EXPECT_TRUE(checkedMovement(moving(Quantity::maxLine)));
    EXPECT_TRUE(checkedMovement(moving(-Quantity::maxLine)));
    for (const std::int64_t units :
         {std::int64_t(0), Quantity::maxLine + 1, -Quantity::maxLine - 1, std::numeric_limits<std::int64_t>::min()}) {
        const auto checked = checkedMovement(moving(units));
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.error().code, QStringLiteral("stock.delta"));
        EXPECT_EQ(checked.error().fields.first().field, QStringLiteral("delta"));
    }
}

TEST(CheckedMovement, RefusesALongNote)
{
    Movement movement = moving(1);
    movement.note = QString(1000, u'x');
    EXPECT_TRUE(checkedMovement(movement));
    movement.note += u'x';
    EXPECT_EQ(checkedMovement(movement).error().code, QStringLiteral("stock.note"));
}

TEST(SumOfMovements, AddsUpOrSaysThatItCannot)
{
    const std::vector<Movement> movements{moving(10), moving(-3), moving(-9)};
    EXPECT_EQ(sumOfMovements(movements), Quantity(-2));
    EXPECT_EQ(sumOfMovements({}), Quantity(0));
    const std::vector<Movement> huge{moving(std::numeric_limits<std::int64_t>::max()), moving(1)};
    EXPECT_FALSE(sumOfMovements(huge));
}

} // namespace
} // namespace crema
