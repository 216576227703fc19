// SPDX-License-Identifier: GPL-3.0-or-later
// Points that arrive at the platform: what documents move is on the account whatever comes first, what a till gave by
// other rules is a review, and the customer's page at the platform tells of it (ADR 062).
#include "models/feed/entity_types.h"
#include "models/feed/loyalty_codec.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/points_body.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class PointsAtThePlatformTest : public CompanyTest
{
protected:
    void SetUp() override
    {
        CompanyTest::SetUp();
        till = enrolTill();
        other = enrolTill();
        mira.id = newId<CustomerId>();
        mira.name = u"Mira"_s;
        ASSERT_EQ(pushOne(till, operationOf(till, operation::customerCreate,
                                            {entity::customer.toString(), mira.id.value()}, body::toJson(mira)))
                      .outcome,
                  Outcome::Applied);
        ASSERT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    }

    static Money euros(std::int64_t minor) { return Money(minor, *Currency::fromCode(u"EUR")); }

    /// One thing for 10.00 or, with points, for what they leave of it; the till says that so many are earned.
    Outcome sell(Till &at, std::int64_t earned, std::int64_t taken = 0)
    {
        const Money price = euros(1'000);
        const Money off = euros(taken * 5);
        const Money total = price - off;
        SaleLine line;
        line.variant = newId<VariantId>();
        line.product = newId<ProductId>();
        line.name = u"Beans"_s;
        line.quantity = Quantity(1);
        line.price = Price{price, 1};
        line.cartDiscount = off;
        line.net = line.gross = total;
        line.tax = euros(0);
        Sale sale;
        sale.id = newId<SaleId>();
        sale.number =
            u"MAIN-%1-%2"_s.arg(at.registerId == till.registerId ? 1 : 2).arg(++m_number, 6, 10, QLatin1Char('0'));
        sale.shift = shift;
        sale.customer = mira.id;
        sale.lines = {line};
        if (taken > 0)
            sale.discounts = {{u"points"_s, std::nullopt, off, std::nullopt, {}, taken}};
        sale.taxes = {{TaxRate(), total, euros(0), total}};
        sale.total = total;
        sale.rounding = euros(0);
        sale.payments = {{PaymentMethod::Cash, total, total, euros(0)}};
        sale.points = earned;
        Operation operation =
            operationOf(at, operation::saleComplete, {entity::sale.toString(), sale.id.value()}, body::toJson(sale));
        operation.schema = body::schemaOf(sale);
        return pushOne(at, operation).outcome;
    }
    Outcome adjust(std::int64_t points)
    {
        return pushOne(till,
                       operationOf(till, operation::pointsAdjust, {entity::loyaltyAccount.toString(), mira.id.value()},
                                   body::toJson(body::PointsAdjust{points, u"As an apology"_s})))
            .outcome;
    }

    std::int64_t held()
    {
        std::int64_t points = 0;
        const QList<FeedRow> rows = pullAll(other);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::loyaltyAccount && row.entityId == mira.id.value())
                points = codec::readLoyaltyAccount(row.entity.json())->points;
        }
        return points;
    }
    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }

    Till till;
    Till other;
    Customer mira;
    ShiftId shift = newId<ShiftId>();

private:
    int m_number = 0;
};

TEST_F(PointsAtThePlatformTest, TheAccountIsTheSumOfItsDocumentsAndGoesToAllDevices)
{
    EXPECT_EQ(adjust(300), Outcome::Applied);
    EXPECT_EQ(sell(till, 0, 100), Outcome::Applied);
    EXPECT_EQ(held(), 200);
    EXPECT_EQ(countOf("select sum(points)::bigint from sales.points_entry"), 200);
    EXPECT_EQ(countOf("select count(*) from sales.points_entry where kind = 'adjusted' and reason = 'As an apology'"),
              1);
    EXPECT_EQ(reviews("points.differ"), 0);
    EXPECT_EQ(reviews("points.overdrawn"), 0);
    EXPECT_EQ(reviews("sale.line_mismatch"), 0);
}

TEST_F(PointsAtThePlatformTest, TwoTillsThatTakeTheSameAreAReviewAndNoRefusal)
{
    EXPECT_EQ(adjust(100), Outcome::Applied);
    EXPECT_EQ(sell(till, 0, 100), Outcome::Applied);
    EXPECT_EQ(sell(other, 0, 100), Outcome::Applied);
    EXPECT_EQ(held(), -100);
    EXPECT_EQ(reviews("points.overdrawn"), 1);
}

TEST_F(PointsAtThePlatformTest, WhatATillGivesThatHadNotHeardIsAReviewAndCounts)
{
    EXPECT_EQ(sell(till, 10), Outcome::Applied); // this shop gives none
    EXPECT_EQ(held(), 10);
    EXPECT_EQ(reviews("points.differ"), 1);
}

} // namespace
} // namespace crema::testing
