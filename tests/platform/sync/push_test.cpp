// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/storage_failure.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

using PushTest = CompanyTest;

TEST_F(PushTest, AppliesABatchOnceAndAnswersTheSameToAReplay)
{
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    const auto variant = newId<VariantId>();
    const QList<Envelope> batch{envelopeOf(till, createProduct(till, product, QStringLiteral("Espresso"))),
                                envelopeOf(till, createVariant(till, variant, product, QStringLiteral("ESP-250"))),
                                envelopeOf(till, adjustStock(till, variant, 40))};
    const auto first = push(till, batch);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->answer.expected, 4);
    for (const Acknowledgement &acknowledgement : first->answer.acknowledgements) {
        EXPECT_EQ(acknowledgement.outcome, Outcome::Applied);
        ASSERT_TRUE(acknowledgement.visibleAt);
        EXPECT_GT(acknowledgement.visibleAt->xid, 0u);
    }
    const auto again = push(till, batch);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answer, first->answer);
    EXPECT_EQ(countOf("select count(*) from catalog.product"), 1);
    EXPECT_EQ(countOf("select on_hand from stock.level"), 40);
    EXPECT_EQ(countOf("select count(*) from stock.movement"), 1);
}

TEST_F(PushTest, NamesTheNumberItExpectsAfterAGap)
{
    Till till = enrolTill();
    till.sequence = 4;
    const auto outcome = push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("A")))});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, QStringLiteral("sync.gap"));
    EXPECT_EQ(outcome.error().fields.value(0).message, QStringLiteral("1"));
    EXPECT_EQ(countOf("select count(*) from sync.receipt"), 0);
}

TEST_F(PushTest, RefusesAKnownIdWithOtherBytes)
{
    Till till = enrolTill();
    Operation operation = createProduct(till, newId<ProductId>(), QStringLiteral("Filter"));
    EXPECT_EQ(pushOne(till, operation).outcome, Outcome::Applied);
    operation.body.insert(QStringLiteral("name"), QStringLiteral("Other"));
    const auto outcome = push(till, {envelopeOf(till, operation)});
    ASSERT_TRUE(outcome);
    const Acknowledgement &acknowledgement = outcome->answer.acknowledgements.constFirst();
    EXPECT_EQ(acknowledgement.outcome, Outcome::Refused);
    EXPECT_EQ(acknowledgement.problem->code, QStringLiteral("sync.id_reused"));
    EXPECT_EQ(outcome->reusedIds, 1);
    EXPECT_EQ(outcome->answer.expected, 3);
}

TEST_F(PushTest, GivesTheStoredOutcomeToAKnownIdUnderAnotherNumber)
{
    Till till = enrolTill();
    const Operation operation = createProduct(till, newId<ProductId>(), QStringLiteral("Filter"));
    const Acknowledgement first = pushOne(till, operation);
    const Acknowledgement second = pushOne(till, operation);
    EXPECT_EQ(second.sequence, 2);
    EXPECT_EQ(second.outcome, first.outcome);
    EXPECT_EQ(second.visibleAt, first.visibleAt);
    EXPECT_EQ(countOf("select count(*) from sync.operation"), 1);
    EXPECT_EQ(countOf("select count(*) from sync.receipt"), 2);
}

TEST_F(PushTest, DoesNotTakeAnotherOperationUnderAUsedNumber)
{
    Till till = enrolTill();
    pushOne(till, createProduct(till, newId<ProductId>(), QStringLiteral("A")));
    till.sequence = 0;
    const auto outcome = push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("B")))});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, QStringLiteral("sync.sequence_reused"));
}

TEST_F(PushTest, LetsABadOneInTheMiddleUndoOnlyItself)
{
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    const auto taken = newId<VariantId>();
    const QList<Envelope> batch{
        envelopeOf(till, createProduct(till, product, QStringLiteral("Espresso"))),
        envelopeOf(till, createVariant(till, taken, product, QStringLiteral("SAME"))),
        envelopeOf(till, createVariant(till, newId<VariantId>(), product, QStringLiteral("SAME"))),
        envelopeOf(till, QByteArray("{\"what\":1}")),
        envelopeOf(till, createVariant(till, newId<VariantId>(), product, QStringLiteral("OTHER")))};
    const auto outcome = push(till, batch);
    ASSERT_TRUE(outcome);
    QList<Outcome> outcomes;
    for (const Acknowledgement &acknowledgement : outcome->answer.acknowledgements)
        outcomes.append(acknowledgement.outcome);
    EXPECT_EQ(outcomes, (QList<Outcome>{Outcome::Applied, Outcome::Applied, Outcome::Refused, Outcome::DeadLetter,
                                        Outcome::Applied}));
    EXPECT_EQ(outcome->answer.acknowledgements[2].problem->code, QStringLiteral("variant.sku_taken"));
    EXPECT_EQ(countOf("select count(*) from catalog.variant"), 2);
    EXPECT_EQ(countOf("select count(*) from sync.dead_letter"), 1);
    const auto again = push(till, batch);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answer, outcome->answer);
}

TEST_F(PushTest, KeepsAnOperationWaitingUntilWhatItNeedsHasTakenEffect)
{
    Till first = enrolTill();
    Till second = enrolTill();
    const auto product = newId<ProductId>();
    const Operation create = createProduct(first, product, QStringLiteral("Espresso"));
    Operation edit =
        editProduct(second, product, QStringLiteral("name"), QStringLiteral("Espresso"), QStringLiteral("Ristretto"));
    edit.after = {create.id};
    Operation then = editProduct(second, product, QStringLiteral("brand"), QString(), QStringLiteral("House"));
    const Acknowledgement waiting = pushOne(second, edit);
    EXPECT_EQ(waiting.outcome, Outcome::Waiting);
    EXPECT_EQ(waiting.waitingFor, (QList<OperationId>{create.id}));
    const Acknowledgement behind = pushOne(second, then);
    EXPECT_EQ(behind.outcome, Outcome::Waiting);
    EXPECT_EQ(behind.waitingFor, (QList<OperationId>{edit.id}));

    EXPECT_EQ(pushOne(first, create).outcome, Outcome::Applied);
    QStringList told;
    const QList<FeedRow> rows = pullAll(second);
    for (const FeedRow &row : rows) {
        if (row.entityType == QStringLiteral("acknowledgement"))
            told.append(row.entity.json().value(QStringLiteral("outcome")).toString());
        if (row.entityType == QStringLiteral("product")) {
            EXPECT_EQ(row.entity.json().value(QStringLiteral("name")).toString(), QStringLiteral("Ristretto"));
            EXPECT_EQ(row.entity.json().value(QStringLiteral("brand")).toString(), QStringLiteral("House"));
        }
    }
    EXPECT_EQ(told, (QStringList{QStringLiteral("applied"), QStringLiteral("applied")}));
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
}

TEST_F(PushTest, ReleasesWhatARefusedCreationHeldBackOnceItIsMended)
{
    Till till = enrolTill();
    const auto product = newId<ProductId>();
    EXPECT_EQ(pushOne(till, createProduct(till, product, QString())).outcome, Outcome::Refused);
    const Operation edit = editProduct(till, product, QStringLiteral("brand"), QString(), QStringLiteral("House"));
    EXPECT_EQ(pushOne(till, edit).outcome, Outcome::Waiting);
    EXPECT_EQ(pushOne(till, createProduct(till, product, QStringLiteral("Good name"))).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
    EXPECT_EQ(countOf("select count(*) from catalog.product where document ->> 'brand' = 'House'"), 1);
}

TEST_F(PushTest, MergesEditsByFieldAndNamesTheConflict)
{
    Till first = enrolTill();
    Till second = enrolTill();
    const auto product = newId<ProductId>();
    pushOne(first, createProduct(first, product, QStringLiteral("Old")));
    EXPECT_EQ(pushOne(first, editProduct(first, product, QStringLiteral("name"), QStringLiteral("Old"),
                                         QStringLiteral("Mine")))
                  .outcome,
              Outcome::Applied);
    EXPECT_EQ(pushOne(second, editProduct(second, product, QStringLiteral("brand"), QString(), QStringLiteral("Brand")))
                  .outcome,
              Outcome::Applied);
    const Acknowledgement conflict = pushOne(
        second, editProduct(second, product, QStringLiteral("name"), QStringLiteral("Old"), QStringLiteral("Theirs")));
    EXPECT_EQ(conflict.outcome, Outcome::Conflict);
    ASSERT_EQ(conflict.conflicts.size(), 1);
    EXPECT_EQ(conflict.conflicts[0].current, QJsonValue(QStringLiteral("Mine")));
    EXPECT_EQ(countOf("select count(*) from catalog.product where document ->> 'name' = 'Mine' "
                      "and document ->> 'brand' = 'Brand'"),
              1);
}

TEST_F(PushTest, NeverRefusesAFactAndPutsWhatIsOddBeforeAManager)
{
    Person barista = addPerson(Role::Warehouse, QStringLiteral("warehouse@example.org"));
    Till till = enrolTill(barista);
    const auto shift = newId<ShiftId>();
    EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    Operation sale = completeSale(till, newId<SaleId>(), shift, newId<VariantId>(), QStringLiteral("MAIN-1-000001"));
    EXPECT_EQ(pushOne(till, sale).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from sales.sale"), 1);
    EXPECT_EQ(countOf("select on_hand from stock.level"), -1);
    EXPECT_EQ(countOf("select (document -> 'cash_total' ->> 'minor')::int from sales.shift"), 1190);
    EXPECT_EQ(countOf("select count(*) from sync.review where code = 'actor.lacks_permission'"), 2);
    EXPECT_EQ(countOf("select count(*) from sync.review where code = 'sale.unknown_variant'"), 1);
}

TEST_F(PushTest, RefusesARequestOfSomebodyWithoutThePermission)
{
    Till till = enrolTill(addPerson(Role::Barista, QStringLiteral("barista@example.org")));
    const Acknowledgement refused = pushOne(till, createProduct(till, newId<ProductId>(), QStringLiteral("X")));
    EXPECT_EQ(refused.outcome, Outcome::Refused);
    EXPECT_EQ(refused.problem->code, QStringLiteral("actor.lacks_permission"));
    EXPECT_EQ(countOf("select count(*) from catalog.product"), 0);
}

TEST_F(PushTest, ActsForTheEnrollerWhenTheOwnerWorkedBeforeEnrolment)
{
    Till till = enrolTill();
    Operation operation = createProduct(till, newId<ProductId>(), QStringLiteral("Early"));
    operation.actor = std::nullopt;
    operation.location = std::nullopt;
    operation.registerId = std::nullopt;
    EXPECT_EQ(pushOne(till, operation).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where actor = '" + manager.id.toString().toLatin1() +
                      "' and action = 'product.create'"),
              1);
}

TEST_F(PushTest, KeepsTheAuditTrailAsAHashChainThatNobodyCanChange)
{
    Till till = enrolTill();
    for (int i = 0; i < 5; ++i)
        pushOne(till, createProduct(till, newId<ProductId>(), QStringLiteral("Product %1").arg(i)));
    const QByteArray chain = till.device.toString().toLatin1();
    // The enrolment is the first link.
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where chain = '" + chain + "'"), 6);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where hash <> sha256(previous_hash || "
                      "convert_to(document, 'UTF8'))"),
              0);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry a join identity.audit_entry b on b.chain = a.chain "
                      "and b.number = a.number + 1 where b.previous_hash <> a.hash"),
              0);
    const auto connection = pool.borrow();
    EXPECT_THROW(connection->runScript("delete from identity.audit_entry"), StorageFailure);
    EXPECT_THROW(connection->runScript("update identity.audit_entry set action = 'x'"), StorageFailure);
}

TEST_F(PushTest, TakesAnotherDevicesOperationsFromNobody)
{
    Till till = enrolTill();
    Till other = enrolTill();
    const auto outcome = push(till, {envelopeOf(other, createProduct(other, newId<ProductId>(), QStringLiteral("A")))});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, QStringLiteral("sync.other_device"));
}

/// Also while its access token still holds (sync.md, 'Simulation': nothing accepted from a revoked device).
TEST_F(PushTest, TakesNothingOfADeviceThatWasShutOut)
{
    Till till = enrolTill();
    ASSERT_TRUE(push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("A")))}));
    pool.borrow()->run("devices/revoke_device", {till.device, clock.now(), std::nullopt});
    const auto outcome = push(till, {envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("B")))});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, QStringLiteral("device.revoked"));
    EXPECT_EQ(countOf("select count(*) from sync.receipt"), 1);
}

TEST_F(PushTest, RefusesALowerTermOfASharedStore)
{
    Till till = enrolTill();
    Envelope newer = envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("A")));
    newer.term = 5;
    ASSERT_TRUE(push(till, {newer}));
    Envelope older = envelopeOf(till, createProduct(till, newId<ProductId>(), QStringLiteral("B")));
    older.term = 4;
    const auto outcome = push(till, {older});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, QStringLiteral("sync.old_term"));
}

} // namespace
} // namespace crema::testing
