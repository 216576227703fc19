// SPDX-License-Identifier: GPL-3.0-or-later
// Parked sales at the platform: every till of their place has them, and the second taker is looked at (ADR 058).
#include "models/feed/cart_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class CartsAtThePlatformTest : public CompanyTest
{
protected:
    void SetUp() override
    {
        CompanyTest::SetUp();
        till = enrolTill();
        other = enrolTill();
    }

    Outcome push(Till &at, QStringView type, const QJsonObject &body = {})
    {
        return pushOne(at, operationOf(at, type, {entity::parkedCart.toString(), id.value()}, body)).outcome;
    }

    Outcome park()
    {
        ParkedCart cart;
        cart.name = QStringLiteral("Table 4");
        cart.lines = {{newId<VariantId>(), Quantity(2)}};
        return push(till, operation::cartPark, body::toJson(cart));
    }

    std::optional<ParkedCart> held(const Till &at)
    {
        std::optional<ParkedCart> cart;
        const QList<FeedRow> rows = pullAll(at);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::parkedCart && row.entityId == id.value())
                cart = *codec::readParkedCart(row.entity.json());
        }
        return cart;
    }

    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }

    Till till;
    Till other;
    ParkedCartId id = newId<ParkedCartId>();
};

TEST_F(CartsAtThePlatformTest, WhatOneTillParksTheOtherHas)
{
    EXPECT_EQ(park(), Outcome::Applied);
    ASSERT_TRUE(held(other));
    EXPECT_EQ(held(other)->name, QStringLiteral("Table 4"));
    EXPECT_EQ(push(other, operation::cartTake), Outcome::Applied);
    EXPECT_EQ(held(till)->state, CartState::Taken);
    EXPECT_EQ(countOf("select count(*) from sales.parked_cart"), 1);
    EXPECT_EQ(reviews("cart.taken_twice"), 0);
}

TEST_F(CartsAtThePlatformTest, TheSecondTakerChangesNothingAndIsLookedAt)
{
    EXPECT_EQ(park(), Outcome::Applied);
    EXPECT_EQ(push(other, operation::cartTake), Outcome::Applied);
    const std::optional<ParkedCart> taken = held(till);
    EXPECT_EQ(push(till, operation::cartTake), Outcome::Applied);
    EXPECT_EQ(held(till), taken);
    EXPECT_EQ(reviews("cart.taken_twice"), 1);
}

TEST_F(CartsAtThePlatformTest, WhatIsTakenBeforeItIsParkedIsOfferedToNobody)
{
    EXPECT_EQ(push(other, operation::cartTake), Outcome::Applied);
    EXPECT_EQ(park(), Outcome::Applied);
    EXPECT_EQ(held(till)->state, CartState::Taken);
    EXPECT_TRUE(held(till)->name.isEmpty());
}

} // namespace
} // namespace crema::testing
