// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/selling/check_sale.h"
#include "tests/testing/memory_aggregates.h"

#include <QFile>

#include <gtest/gtest.h>

namespace crema {
namespace {

Operation wireOperation(const QString &type)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/wire/operations/%1.1.json").arg(type));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const Result<Operation> operation = readOperation(file.readAll());
    EXPECT_TRUE(operation);
    return operation.value_or(Operation());
}

Money eur(std::int64_t minor)
{
    return Money(minor, *Currency::fromCode(u"EUR"));
}

class ApplyTest : public ::testing::Test
{
protected:
    Effect judge(const Operation &operation) { return applyOperation(operation, m_world, MergeMode::Judge); }
    Effect judge(const QString &type) { return judge(wireOperation(type)); }

    /// The catalog that the wire files speak of: two products with one variant each.
    void fillCatalog()
    {
        Operation product = wireOperation(QStringLiteral("product.create"));
        EXPECT_EQ(judge(product).outcome, Outcome::Applied);
        EXPECT_EQ(judge(QStringLiteral("variant.create")).outcome, Outcome::Applied);
        Product second = *m_world.product(ProductId(product.subject.id));
        second.id = ProductId(wireOperation(QStringLiteral("product.edit")).subject.id);
        second.name = QStringLiteral("Guji");
        second.taxClass = std::nullopt;
        m_world.save(second);
        Variant variant = *m_world.variant(VariantId(wireOperation(QStringLiteral("variant.create")).subject.id));
        variant.id = VariantId(wireOperation(QStringLiteral("variant.edit")).subject.id);
        variant.product = second.id;
        variant.sku = QStringLiteral("FLATWHITE");
        variant.barcodes.clear();
        m_world.save(variant);
    }

    testing::MemoryAggregates m_world;
};

/// Its row came from the platform before its answer did: it must not begin anew.
TEST_F(ApplyTest, AReplayedOpeningKeepsWhatWasSoldInTheShift)
{
    const Operation open = wireOperation(QStringLiteral("shift.open"));
    EXPECT_EQ(applyOperation(open, m_world, MergeMode::Replay).outcome, Outcome::Applied);
    Shift shift = *m_world.shift(ShiftId(open.subject.id));
    shift.saleCount = 1;
    shift.cashTotal = eur(5210);
    m_world.save(shift);
    EXPECT_EQ(applyOperation(open, m_world, MergeMode::Replay).outcome, Outcome::Applied);
    EXPECT_EQ(m_world.shift(shift.id)->cashTotal, eur(5210));
}

TEST_F(ApplyTest, ASaleIsRecordedAndMovesStockAndShift)
{
    fillCatalog();
    ASSERT_EQ(judge(QStringLiteral("shift.open")).outcome, Outcome::Applied);
    const Operation operation = wireOperation(QStringLiteral("sale.complete"));
    const Effect effect = judge(operation);
    EXPECT_EQ(effect.outcome, Outcome::Applied);
    EXPECT_EQ(effect.reviews, QStringList());
    const Sale sale = m_world.sales.value(SaleId(operation.subject.id));
    EXPECT_EQ(sale.number, QStringLiteral("MAIN-2-000123"));
    EXPECT_EQ(sale.cashier, operation.actor);
    EXPECT_EQ(m_world.onHand(sale.lines[0].variant), Quantity(-2));
    EXPECT_EQ(m_world.onHand(sale.lines[1].variant), Quantity(-1));
    const Shift shift = *m_world.shift(sale.shift);
    EXPECT_EQ(shift.saleCount, 1);
    EXPECT_EQ(shift.salesTotal, eur(3287));
    EXPECT_EQ(shift.cashTotal, eur(2000));
}

TEST_F(ApplyTest, AShiftThatComesLateTakesUpWhatWasSoldInIt)
{
    const Operation operation = wireOperation(QStringLiteral("sale.complete"));
    EXPECT_EQ(judge(operation).reviews.contains(QStringLiteral("sale.unknown_shift")), true);
    Sale foreign = m_world.sales.value(SaleId(operation.subject.id));
    foreign.id = SaleId(QUuid(u"0193f6a0-0000-7000-8000-0000000000ac"));
    foreign.total = Money(500, *Currency::fromCode(u"CHF"));
    m_world.sales.insert(foreign.id, foreign);
    ASSERT_EQ(judge(QStringLiteral("shift.open")).outcome, Outcome::Applied);
    const Shift shift = *m_world.shift(foreign.shift);
    EXPECT_EQ(shift.saleCount, 1) << "one in another currency is left out, as ever";
    EXPECT_EQ(shift.salesTotal, eur(3287));
    EXPECT_EQ(shift.cashTotal, eur(2000));
}

TEST_F(ApplyTest, AReplayMovesTheSameStockUnderTheSameIds)
{
    testing::MemoryAggregates other;
    const Operation operation = wireOperation(QStringLiteral("sale.complete"));
    EXPECT_EQ(applyOperation(operation, m_world, MergeMode::Judge), applyOperation(operation, other, MergeMode::Judge));
    EXPECT_EQ(m_world.movements, other.movements);
}

TEST_F(ApplyTest, AFactIsNeverRefusedButReviewed)
{
    const Effect sale = judge(QStringLiteral("sale.complete"));
    EXPECT_EQ(sale.outcome, Outcome::Applied);
    EXPECT_EQ(sale.reviews,
              (QStringList{QStringLiteral("sale.unknown_shift"), QStringLiteral("sale.unknown_variant")}));

    Operation sameNumber = wireOperation(QStringLiteral("sale.complete"));
    sameNumber.subject.id = QUuid(u"0193f6a0-0000-7000-8000-0000000000aa");
    EXPECT_TRUE(judge(sameNumber).reviews.contains(QStringLiteral("sale.number_used")));

    const Effect close = judge(QStringLiteral("shift.close"));
    EXPECT_EQ(close.outcome, Outcome::Applied);
    EXPECT_EQ(close.reviews, QStringList{QStringLiteral("shift.unknown")});

    EXPECT_TRUE(judge(QStringLiteral("shift.open")).reviews.isEmpty());
    Operation second = wireOperation(QStringLiteral("shift.open"));
    second.subject.id = QUuid(u"0193f6a0-0000-7000-8000-0000000000ab");
    EXPECT_EQ(judge(second).reviews, QStringList{QStringLiteral("shift.already_open")});
}

TEST_F(ApplyTest, AMalformedFactIsSetAsideAndChangesNothing)
{
    Operation sale = wireOperation(QStringLiteral("sale.complete"));
    sale.body.insert(QStringLiteral("lines"), QJsonArray());
    const Effect effect = judge(sale);
    EXPECT_EQ(effect.outcome, Outcome::DeadLetter);
    EXPECT_EQ(effect.problem->code, QStringLiteral("operation.malformed"));
    EXPECT_TRUE(m_world.sales.isEmpty());
    EXPECT_TRUE(m_world.movements.isEmpty());
}

TEST_F(ApplyTest, ASaleOfTwoCurrenciesIsSetAside)
{
    Operation sale = wireOperation(QStringLiteral("sale.complete"));
    QJsonObject rounding = sale.body.value(QStringLiteral("rounding")).toObject();
    rounding.insert(QStringLiteral("currency"), QStringLiteral("CHF"));
    sale.body.insert(QStringLiteral("rounding"), rounding);
    EXPECT_EQ(judge(sale).outcome, Outcome::DeadLetter);
}

TEST_F(ApplyTest, AnUnknownTypeOrNewerSchemaIsADeadLetter)
{
    Operation operation = wireOperation(QStringLiteral("shift.open"));
    operation.schema = 2;
    EXPECT_EQ(judge(operation).outcome, Outcome::DeadLetter);
    operation.schema = 1;
    operation.type = QStringLiteral("shift.dance");
    EXPECT_EQ(judge(operation).problem->code, QStringLiteral("operation.unknown"));
}

TEST_F(ApplyTest, ClosingAShiftComparesCountAndExpectation)
{
    Operation open = wireOperation(QStringLiteral("shift.open"));
    Operation close = wireOperation(QStringLiteral("shift.close"));
    open.subject.id = close.subject.id;
    ASSERT_EQ(judge(open).outcome, Outcome::Applied);
    const Effect effect = judge(close);
    EXPECT_EQ(effect.reviews, QStringList{QStringLiteral("shift.expected_differs")});
    const Shift shift = *m_world.shift(ShiftId(close.subject.id));
    EXPECT_EQ(shift.state, ShiftState::Closed);
    EXPECT_EQ(shift.expected, eur(10000));
    EXPECT_EQ(shift.difference(), eur(2345));
    EXPECT_EQ(judge(close).reviews, QStringList{QStringLiteral("shift.already_closed")});
}

TEST_F(ApplyTest, EditsMergeByFieldAndConflictOnlyWhereSomeoneElseChanged)
{
    fillCatalog();
    const Operation operation = wireOperation(QStringLiteral("product.edit"));
    const ProductId id(operation.subject.id);
    Product changed = *m_world.product(id);
    changed.name = QStringLiteral("Guji Washed");
    m_world.save(changed);

    const Effect effect = judge(operation);
    EXPECT_EQ(effect.outcome, Outcome::Conflict);
    ASSERT_EQ(effect.conflicts.size(), 1);
    EXPECT_EQ(effect.conflicts[0].field, QStringLiteral("name"));
    EXPECT_EQ(effect.conflicts[0].current, QJsonValue(QStringLiteral("Guji Washed")));
    EXPECT_EQ(m_world.product(id)->name, QStringLiteral("Guji Washed"));
    EXPECT_TRUE(m_world.product(id)->taxClass);

    EXPECT_EQ(applyOperation(operation, m_world, MergeMode::Replay).outcome, Outcome::Applied);
    EXPECT_EQ(m_world.product(id)->name, QStringLiteral("Гуджи ☕ Natural"));
}

TEST_F(ApplyTest, TwoEditsOfOneFieldChain)
{
    fillCatalog();
    Operation first = wireOperation(QStringLiteral("variant.edit"));
    ASSERT_EQ(judge(first).outcome, Outcome::Applied);
    const Variant before = *m_world.variant(VariantId(first.subject.id));
    EXPECT_EQ(before.price->amount, eur(1490));
    Variant after = before;
    after.price->amount = eur(1550);
    Operation second = first;
    second.body = editToJson(editBetween(codec::toJson(before), codec::toJson(after), body::variantFields()));
    EXPECT_EQ(judge(second).outcome, Outcome::Applied);
    EXPECT_EQ(judge(second).outcome, Outcome::Applied) << "already what it should be";
    EXPECT_EQ(m_world.variant(before.id)->price->amount, eur(1550));
}

TEST_F(ApplyTest, ASkuOrBarcodeOfAnotherVariantIsRefused)
{
    fillCatalog();
    Operation operation = wireOperation(QStringLiteral("variant.create"));
    operation.subject.id = QUuid(u"0193f6a0-0000-7000-8000-0000000000bb");
    const Effect sameSku = judge(operation);
    EXPECT_EQ(sameSku.outcome, Outcome::Refused);
    EXPECT_EQ(sameSku.problem->code, QStringLiteral("variant.sku_taken"));
    operation.body.insert(QStringLiteral("sku"), QStringLiteral("OTHER"));
    EXPECT_EQ(judge(operation).problem->code, QStringLiteral("variant.barcode_taken"));
    operation.body.insert(QStringLiteral("barcodes"), QJsonArray{QStringLiteral("4006381333930")});
    EXPECT_EQ(judge(operation).problem->code, QStringLiteral("variant.rules")) << "a wrong check digit";
    EXPECT_FALSE(m_world.variant(VariantId(operation.subject.id)));
}

TEST_F(ApplyTest, WhatIsNotThereCannotBeEditedOrMadeTwice)
{
    EXPECT_EQ(judge(QStringLiteral("product.edit")).problem->code, QStringLiteral("subject.unknown"));
    EXPECT_EQ(judge(QStringLiteral("variant.create")).problem->code, QStringLiteral("subject.unknown"));
    EXPECT_EQ(judge(QStringLiteral("customer.create")).outcome, Outcome::Applied);
    EXPECT_EQ(judge(QStringLiteral("customer.create")).problem->code, QStringLiteral("subject.exists"));
}

TEST(CheckSale, NamesWhatDoesNotAddUp)
{
    const Result<Sale> read = body::readSaleComplete(wireOperation(QStringLiteral("sale.complete")));
    ASSERT_TRUE(read);
    EXPECT_EQ(checkSale(*read), QStringList());

    Sale sale = *read;
    sale.total += eur(1);
    EXPECT_EQ(checkSale(sale),
              (QStringList{QStringLiteral("sale.line_sum_mismatch"), QStringLiteral("sale.payment_mismatch")}));
    sale = *read;
    sale.lines[0].tax += eur(1);
    EXPECT_EQ(checkSale(sale),
              (QStringList{QStringLiteral("sale.line_mismatch"), QStringLiteral("sale.tax_mismatch")}));
    sale = *read;
    sale.payments.removeLast();
    EXPECT_EQ(checkSale(sale),
              (QStringList{QStringLiteral("sale.payment_mismatch"), QStringLiteral("sale.rounding_mismatch")}));
    sale = *read;
    sale.taxes.removeLast();
    EXPECT_EQ(checkSale(sale), QStringList{QStringLiteral("sale.tax_mismatch")});
}

} // namespace
} // namespace crema
