// SPDX-License-Identifier: GPL-3.0-or-later
// Refunded twice (product.md, story 7): what came back beyond what was sold is put before somebody, and stock and cash
// are as it happened.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/selling/return_rules.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

Money euro(std::int64_t minor)
{
    return {minor, *Currency::fromCode(u"EUR")};
}

class PlatformReturns : public CompanyTest
{
protected:
    void SetUp() override
    {
        CompanyTest::SetUp();
        for (Till *till : {&first, &second})
            ASSERT_EQ(pushOne(*till, openShift(*till, shiftOf(*till))).outcome, Outcome::Applied);
        sold = saleOfTen();
        ASSERT_EQ(pushOne(first, operationOfSale(first, sold)).outcome, Outcome::Applied);
    }

    ShiftId shiftOf(const Till &till) const { return &till == &first ? firstShift : secondShift; }

    SaleHeader headerAt(const Till &till, const QString &number)
    {
        SaleHeader header;
        header.id = newId<SaleId>();
        header.number = number;
        header.shift = shiftOf(till);
        header.location = till.location;
        header.registerId = till.registerId;
        header.cashier = manager.id;
        header.completedAt = clock.now();
        return header;
    }

    Sale saleOfTen()
    {
        CartLine line;
        line.variant = beans;
        line.product = newId<ProductId>();
        line.name = QStringLiteral("Beans");
        line.price = Price{euro(2'000)};
        line.taxRate = TaxRate(700);
        line.quantity = Quantity(10);
        Cart cart;
        cart.currency = euro(0).currency();
        cart.lines = {line};
        return crema::completeSale(quote(cart, {}).value(), {{PaymentMethod::Cash, euro(20'000)}}, {},
                                   headerAt(first, QStringLiteral("SHOP-1-000001")))
            .value();
    }

    /// What a till does that knows of no other return.
    Sale returned(const Till &till, std::int64_t quantity, const QString &number)
    {
        Cart none;
        none.currency = sold.total.currency();
        const QList<ReturnedLine> lines =
            takeBack(sold, {}, {{0, Quantity(quantity), std::nullopt, true, QStringLiteral("damaged")}}).value();
        return completeReturn(quote(none, {}).value(), lines, {}, {RefundTo::Original, sold, {}}, {},
                              headerAt(till, number))
            .value();
    }

    Operation operationOfSale(const Till &till, const Sale &sale)
    {
        Operation operation =
            operationOf(till, operation::saleComplete, {entity::sale.toString(), sale.id.value()}, body::toJson(sale));
        operation.schema = body::schemaOf(sale);
        return operation;
    }

    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }

    std::int64_t onHand()
    {
        std::int64_t units = 0;
        const QList<FeedRow> rows = pullAll(first);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::stockLevel)
                units = codec::readStockLevel(row.entity.json())->onHand.units();
        }
        return units;
    }

    std::int64_t cashOfShift(ShiftId shift)
    {
        std::int64_t cash = 0;
        const QList<FeedRow> rows = pullAll(first);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::shift && row.entityId == shift.value())
                cash = codec::readShift(row.entity.json())->cashTotal.minor();
        }
        return cash;
    }

    Till first = enrolTill();
    Till second = enrolTill();
    ShiftId firstShift = newId<ShiftId>();
    ShiftId secondShift = newId<ShiftId>();
    VariantId beans = newId<VariantId>();
    Sale sold;
};

TEST_F(PlatformReturns, BeyondWhatWasSoldArePutBeforeSomebody)
{
    const Sale four = returned(first, 4, QStringLiteral("SHOP-1-000002"));
    EXPECT_EQ(pushOne(first, operationOfSale(first, four)).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("return.exceeds"), 0);
    const Sale seven = returned(second, 7, QStringLiteral("SHOP-2-000001"));
    const Operation late = operationOfSale(second, seven);
    EXPECT_EQ(pushOne(second, late).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("return.exceeds"), 1);
    EXPECT_EQ(countOf("select count(*) from sync.review where operation = '" + late.id.toString().toLatin1() +
                      "' and code = 'return.exceeds'"),
              1);
    EXPECT_EQ(onHand(), 1);
    EXPECT_EQ(cashOfShift(firstShift), 20'000 - 8'000);
    EXPECT_EQ(cashOfShift(secondShift), -14'000);
}

TEST_F(PlatformReturns, OfOneBatchAreCountedTogetherAndOnce)
{
    const Operation four = operationOfSale(first, returned(first, 4, QStringLiteral("SHOP-1-000002")));
    const Operation seven = operationOfSale(first, returned(first, 7, QStringLiteral("SHOP-1-000003")));
    const QList<Envelope> batch{envelopeOf(first, four), envelopeOf(first, seven)};
    ASSERT_TRUE(push(first, batch));
    EXPECT_EQ(reviews("return.exceeds"), 1);
    ASSERT_TRUE(push(first, batch)) << "the same again, after a lost answer";
    EXPECT_EQ(reviews("return.exceeds"), 1);
    EXPECT_EQ(onHand(), 1);
    EXPECT_EQ(countOf("select sum(quantity)::bigint from sales.returned_line"), 11);
}

TEST_F(PlatformReturns, OfASaleThatNobodyKnowsAreKeptAndLookedAt)
{
    sold.id = newId<SaleId>();
    EXPECT_EQ(pushOne(second, operationOfSale(second, returned(second, 1, QStringLiteral("SHOP-2-000001")))).outcome,
              Outcome::Applied);
    EXPECT_EQ(reviews("return.unknown_sale"), 1);
    EXPECT_EQ(cashOfShift(secondShift), -2'000);
}

TEST_F(PlatformReturns, ByWhoMayNotAreFactsToLookAt)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("barista@example.test"));
    const Person packer = addPerson(Role::Warehouse, QStringLiteral("packer@example.test"));
    second = enrolTill(barista);
    EXPECT_EQ(pushOne(second, operationOfSale(second, returned(second, 1, QStringLiteral("SHOP-2-000001")))).outcome,
              Outcome::Applied);
    EXPECT_EQ(reviews("return.beyond_limit"), 0);
    EXPECT_EQ(pushOne(second, operationOfSale(second, returned(second, 7, QStringLiteral("SHOP-2-000002")))).outcome,
              Outcome::Applied);
    EXPECT_EQ(reviews("return.beyond_limit"), 1) << "140 is more than a barista pays back";
    EXPECT_EQ(reviews("actor.lacks_permission"), 0);
    Till third = enrolTill(packer);
    EXPECT_EQ(pushOne(third, operationOfSale(third, returned(third, 1, QStringLiteral("SHOP-3-000001")))).outcome,
              Outcome::Applied);
    EXPECT_EQ(reviews("actor.lacks_permission"), 1);
}

} // namespace
} // namespace crema::testing
