// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody did with the word of somebody else: judged by the rights of both, and kept in the audit trail.
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class ApprovalTest : public CompanyTest
{
protected:
    Operation approved(Operation operation, PersonId by)
    {
        operation.approvedBy = by;
        return operation;
    }

    QString refusal(const Operation &operation)
    {
        const Acknowledgement answer = pushOne(till, operation);
        return answer.outcome == Outcome::Refused && answer.problem ? answer.problem->code : QString();
    }

    /// 11.90 less so much of it.
    Operation sale(std::int64_t takenMinor, const QString &number)
    {
        Operation operation = completeSale(till, newId<SaleId>(), shift, variant, number);
        Sale sale = *body::readSaleComplete(operation);
        const Currency euro = sale.total.currency();
        const Money left = sale.total - Money(takenMinor, euro);
        SaleLine &line = sale.lines.first();
        line.discounts = {{QStringLiteral("Off"), std::nullopt, Money(takenMinor, euro)}};
        line.taxRate = TaxRate(0);
        line.net = left;
        line.tax = Money(0, euro);
        line.gross = left;
        sale.taxes = {{line.taxRate, left, line.tax, left}};
        sale.total = left;
        sale.payments = {{PaymentMethod::Cash, left, left, Money(0, euro)}};
        operation.body = body::toJson(sale);
        return operation;
    }

    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }

    Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    Till till = enrolTill(barista);
    ShiftId shift = newId<ShiftId>();
    VariantId variant = newId<VariantId>();
};

TEST_F(ApprovalTest, TheWordOfSomebodyWhoMayMakesUpForWhoMayNot)
{
    const QString lacks = QStringLiteral("actor.lacks_permission");
    EXPECT_EQ(refusal(createProduct(till, newId<ProductId>(), QStringLiteral("A"))), lacks);
    const auto product = newId<ProductId>();
    EXPECT_EQ(pushOne(till, approved(createProduct(till, product, QStringLiteral("B")), manager.id)).outcome,
              Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'product.create' and "
                      "document::jsonb ->> 'actor' = '" +
                      barista.id.toString().toUtf8() + "' and document::jsonb -> 'document' ->> 'approved_by' = '" +
                      manager.id.toString().toUtf8() + "'"),
              1)
        << "who did it and who approved it";
    const Person office = addPerson(Role::Warehouse, QStringLiteral("wim@example.org"));
    EXPECT_EQ(refusal(approved(createProduct(till, newId<ProductId>(), QStringLiteral("C")), office.id)), lacks);
    EXPECT_EQ(refusal(approved(createProduct(till, newId<ProductId>(), QStringLiteral("D")), barista.id)), lacks);
    EXPECT_EQ(refusal(approved(createProduct(till, newId<ProductId>(), QStringLiteral("E")), newId<PersonId>())),
              lacks);
    EXPECT_EQ(countOf("select count(*) from catalog.product"), 1);
}

TEST_F(ApprovalTest, RightsOfPeopleAreNotGivenByIt)
{
    Person made;
    made.id = newId<PersonId>();
    made.name = QStringLiteral("Eve");
    made.role = Role::Barista;
    made.locations = {shop.id};
    const Operation operation =
        operationOf(till, operation::personCreate, {entity::person.toString(), made.id.value()}, body::toJson(made));
    EXPECT_EQ(refusal(approved(operation, manager.id)), QStringLiteral("actor.lacks_permission"));
}

TEST_F(ApprovalTest, APaidSaleIsTakenAndADiscountBeyondTheLimitIsPutBeforeAManager)
{
    ASSERT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(till, sale(119, QStringLiteral("MAIN-1-000001"))).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("sale.discount_beyond_limit"), 0) << "ten percent are the cashier's own";
    EXPECT_EQ(pushOne(till, sale(600, QStringLiteral("MAIN-1-000002"))).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("sale.discount_beyond_limit"), 1);
    EXPECT_EQ(pushOne(till, approved(sale(600, QStringLiteral("MAIN-1-000003")), manager.id)).outcome,
              Outcome::Applied);
    EXPECT_EQ(pushOne(till, approved(sale(600, QStringLiteral("MAIN-1-000004")), barista.id)).outcome,
              Outcome::Applied);
    EXPECT_EQ(reviews("sale.discount_beyond_limit"), 2) << "nobody approves for themselves";
    EXPECT_EQ(reviews("actor.lacks_permission"), 0);
    EXPECT_EQ(countOf("select count(*) from sales.sale"), 4);
}

TEST_F(ApprovalTest, TheLimitIsThatOfTheShopWhenTheSaleComes)
{
    ASSERT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    Till office = enrolTill(addPerson(Role::Admin, QStringLiteral("ada@example.org")));
    const Edit edit{{{shop_setting::discountBaristaPercent.toString(), FieldEdit{{}, 60}}}, {}};
    ASSERT_EQ(pushOne(office, operationOf(office, operation::settingsEdit,
                                          {entity::settings.toString(), till.location.value()}, editToJson(edit)))
                  .outcome,
              Outcome::Applied);
    EXPECT_EQ(pushOne(till, sale(600, QStringLiteral("MAIN-1-000001"))).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("sale.discount_beyond_limit"), 0);
    EXPECT_EQ(pushOne(till, sale(900, QStringLiteral("MAIN-1-000002"))).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("sale.discount_beyond_limit"), 1);
}

} // namespace
} // namespace crema::testing
