// SPDX-License-Identifier: GPL-3.0-or-later
// A customer is erased on a real database: whatever way their words came in, a search of every column finds none.
#include "models/auditing/chain_entry.h"
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/erased_operation.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/points_body.h"
#include "models/operations/resolution.h"
#include "tests/platform/domain/audit_check.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/platform/domain/word_search.h"

namespace crema::testing {
namespace {

class ErasureTest : public CompanyTest
{
protected:
    SubjectRef ada() const { return {entity::customer.toString(), id.value()}; }

    Operation create(const Till &till, const Customer &customer)
    {
        return operationOf(till, operation::customerCreate, {entity::customer.toString(), customer.id.value()},
                           body::toJson(customer));
    }

    Operation edit(const Till &till, const QString &field, const QString &from, const QString &to)
    {
        return operationOf(till, operation::customerEdit, ada(), editToJson(Edit{{{field, {from, to}}}, {}}));
    }

    Operation erase(const Till &till)
    {
        return operationOf(till, operation::customerErase, ada(), body::toJson(body::CustomerErase{}));
    }

    Operation resolve(const Till &till, const QUuid &card, const Resolution &resolution)
    {
        return operationOf(till, operation::attentionResolve, {entity::attention.toString(), card},
                           resolutionToJson(resolution));
    }

    Customer adaLovelace() const
    {
        Customer customer;
        customer.id = id;
        customer.name = QStringLiteral("PLANT Ada Lovelace");
        customer.email = QStringLiteral("plant.ada@example.org");
        customer.phone = QStringLiteral("+49 40 70153");
        customer.taxId = QStringLiteral("PLANTTAX");
        customer.notes = QStringLiteral("PLANT likes it dark");
        return customer;
    }

    QStringList placesOf(const QByteArrayList &words) { return placesOfWords(url, words); }

    /// Everything that is known of Ada came in by every way that there is.
    void plant()
    {
        ASSERT_EQ(pushOne(first, create(first, adaLovelace())).outcome, Outcome::Applied);
        // A conflict with its card, and a decision about it with a third value.
        ASSERT_EQ(pushOne(second, edit(second, QStringLiteral("phone"), QStringLiteral("+49 40 70153"),
                                       QStringLiteral("PLANT-555")))
                      .outcome,
                  Outcome::Applied);
        conflicting = edit(first, QStringLiteral("phone"), QStringLiteral("+49 40 70153"), QStringLiteral("PLANT-666"));
        ASSERT_EQ(pushOne(first, conflicting).outcome, Outcome::Conflict);
        decision = resolve(
            second, conflicting.id.value(),
            {Decision::Fields,
             {{QStringLiteral("phone"), {Keep::Typed, QStringLiteral("PLANT-555"), QStringLiteral("PLANT-777")}}}});
        ASSERT_EQ(pushOne(second, decision).outcome, Outcome::Applied);
        // An open conflict, a refusal with its card, and an edit that waits.
        ASSERT_EQ(pushOne(first, edit(first, QStringLiteral("email"), QStringLiteral("old"),
                                      QStringLiteral("plant.new@example.org")))
                      .outcome,
                  Outcome::Conflict);
        refused = edit(first, QStringLiteral("email"), QStringLiteral("plant.ada@example.org"),
                       QStringLiteral("PLANT no address"));
        ASSERT_EQ(pushOne(first, refused).outcome, Outcome::Refused);
        waiting =
            edit(second, QStringLiteral("notes"), QStringLiteral("PLANT likes it dark"), QStringLiteral("PLANT waits"));
        waiting.after = {newId<OperationId>()};
        ASSERT_EQ(pushOne(second, waiting).outcome, Outcome::Waiting);
        // Two that nobody can read: one of a type of later, one that is no operation at all.
        Operation later =
            operationOf(first, u"customer.tag", ada(), {{QStringLiteral("tag"), QStringLiteral("PLANT vip")}});
        ASSERT_EQ(pushOne(first, later).outcome, Outcome::DeadLetter);
        ASSERT_TRUE(push(second, {envelopeOf(second, R"({"email":"plant.ada@example.org"})")}));
        // Somebody else, whose words stay.
        Customer other;
        other.id = newId<CustomerId>();
        other.name = QStringLiteral("KEPT Charles");
        ASSERT_EQ(pushOne(first, create(first, other)).outcome, Outcome::Applied);
    }

    std::optional<FeedRow> toldOf(const Till &till, const QUuid &what)
    {
        std::optional<FeedRow> told;
        const QList<FeedRow> rows = pullAll(till);
        for (const FeedRow &row : rows) {
            if (row.entityId == what)
                told = row;
        }
        return told;
    }

    const CustomerId id = newId<CustomerId>();
    Till first = enrolTill();
    Till second = enrolTill();
    Operation conflicting;
    Operation decision;
    Operation refused;
    Operation waiting;
};

} // namespace

TEST_F(ErasureTest, ASearchOfEveryColumnFindsNoneOfTheirWords)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    const QByteArrayList words{"PLANT", "Lovelace", "70153"};
    ASSERT_GE(placesOf(words).size(), 8) << "the search finds what is there";
    const Acknowledgement answer = pushOne(second, erase(second));
    EXPECT_EQ(answer.outcome, Outcome::Applied);
    EXPECT_TRUE(answer.visibleAt);
    EXPECT_EQ(placesOf(words), QStringList());
    EXPECT_FALSE(placesOf({"KEPT Charles"}).isEmpty());
    EXPECT_TRUE(auditVerifies(pool));
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'customer.erase' and "
                      "document::jsonb #>> '{document,reason}' = 'requested'"),
              1);
}

/// ADR 060: the balance of their store credit follows from what was adjusted on it, which says no more why.
TEST_F(ErasureTest, AdjustmentsOfTheirStoreCreditLoseTheirReasonAndNoMoney)
{
    ASSERT_EQ(pushOne(first, create(first, adaLovelace())).outcome, Outcome::Applied);
    const Currency euro = *Currency::fromCode(QStringLiteral("EUR"));
    const SubjectRef credit{entity::giftCard.toString(), storeCreditId(id, euro).value()};
    const auto adjust = [&](const Till &till, const Money &amount) {
        const body::GiftCardAdjust body{amount, QStringLiteral("PLANT her cup broke"), id};
        return operationOf(till, operation::giftCardAdjust, credit, body::toJson(body));
    };
    ASSERT_EQ(pushOne(first, adjust(first, Money(700, euro))).outcome, Outcome::Applied);
    const Money franc(100, *Currency::fromCode(QStringLiteral("CHF")));
    ASSERT_EQ(pushOne(first, adjust(first, franc)).outcome, Outcome::Refused);
    ASSERT_GE(placesOf({"her cup"}).size(), 3) << "the search finds operations, ledger and card";
    ASSERT_EQ(pushOne(second, erase(second)).outcome, Outcome::Applied);
    EXPECT_EQ(placesOf({"PLANT", "Lovelace"}), QStringList());
    const Envelope late = envelopeOf(first, adjust(first, Money(-200, euro)));
    const auto taken = push(first, {late});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->answer.acknowledgements.constFirst().outcome, Outcome::Applied);
    const auto replayed = push(first, {late});
    ASSERT_TRUE(replayed) << "the same bytes get the same answer, though they are not kept";
    EXPECT_EQ(replayed->answer.acknowledgements, taken->answer.acknowledgements);
    EXPECT_EQ(placesOf({"PLANT", "Lovelace"}), QStringList());
    EXPECT_EQ(countOf("select balance from sales.gift_card"), 500);
    EXPECT_EQ(countOf("select count(*) from sales.gift_entry where reason = 'Erased'"), 2);
    EXPECT_TRUE(auditVerifies(pool));
    pool.borrow()->runScript("update sync.operation set payload = "
                             "convert_to(replace(convert_from(payload, 'UTF8'), ':700', ':900'), 'UTF8') "
                             "where type = 'gift_card.adjust'");
    EXPECT_FALSE(auditVerifies(pool)) << "the amount is vouched for without the reason";
}

/// ADR 062: the same of their points, also of what was refused, could not be taken, or came together with the erasure.
TEST_F(ErasureTest, AdjustmentsOfTheirPointsLoseTheirReasonAndNoPoint)
{
    ASSERT_EQ(pushOne(first, create(first, adaLovelace())).outcome, Outcome::Applied);
    const Person barista = addPerson(Role::Barista, QStringLiteral("b@example.org"));
    Till counter = enrolTill(barista);
    const SubjectRef account{entity::loyaltyAccount.toString(), id.value()};
    const auto adjust = [&](const Till &till, std::int64_t points) {
        const body::PointsAdjust body{points, QStringLiteral("PLANT her cup broke")};
        return operationOf(till, operation::pointsAdjust, account, body::toJson(body));
    };
    ASSERT_EQ(pushOne(first, adjust(first, 700)).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(counter, adjust(counter, 50)).outcome, Outcome::Refused);
    ASSERT_EQ(pushOne(first, adjust(first, 0)).outcome, Outcome::DeadLetter);
    ASSERT_GE(placesOf({"her cup"}).size(), 4) << "the search finds operations, ledger, card and dead letter";
    ASSERT_TRUE(push(second, {envelopeOf(second, adjust(second, 30)), envelopeOf(second, erase(second))}));
    EXPECT_EQ(placesOf({"PLANT", "Lovelace"}), QStringList());
    const Envelope late = envelopeOf(first, adjust(first, -200));
    const auto taken = push(first, {late});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->answer.acknowledgements.constFirst().outcome, Outcome::Applied);
    const auto replayed = push(first, {late});
    ASSERT_TRUE(replayed) << "the same bytes get the same answer, though they are not kept";
    EXPECT_EQ(replayed->answer.acknowledgements, taken->answer.acknowledgements);
    EXPECT_EQ(placesOf({"PLANT", "Lovelace"}), QStringList());
    EXPECT_EQ(countOf("select points from sales.loyalty_account"), 530);
    EXPECT_EQ(countOf("select count(*) from sales.points_entry where reason = 'Erased'"), 3);
    EXPECT_TRUE(auditVerifies(pool));
    pool.borrow()->runScript("update sync.operation set payload = "
                             "convert_to(replace(convert_from(payload, 'UTF8'), ':700', ':900'), 'UTF8') "
                             "where type = 'points.adjust'");
    EXPECT_FALSE(auditVerifies(pool)) << "the points are vouched for without the reason";
}

TEST_F(ErasureTest, DevicesAreToldTheMarkAndThatNothingIsOpen)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    const Operation operation = erase(second);
    ASSERT_EQ(pushOne(second, operation).outcome, Outcome::Applied);
    const auto told = toldOf(first, id.value());
    ASSERT_TRUE(told);
    EXPECT_FALSE(told->deleted) << "a mark outlives every tombstone";
    EXPECT_EQ(*codec::readCustomer(told->entity.json()), erasedCustomer(id, operation.occurredAt));
    const QList<FeedRow> rows = pullAll(first);
    for (const FeedRow &row : rows) {
        const bool isTheirs = row.entityType == entity::attention && !row.deleted &&
                              (row.entityId == conflicting.id.value() || row.entityId == refused.id.value());
        EXPECT_TRUE(!isTheirs || !codec::readAttentionCard(row.entity.json())->isOpen());
    }
    const auto outcome = toldOf(second, waiting.id.value());
    ASSERT_TRUE(outcome) << "whoever waits is told";
    const auto later = acknowledgementFromJson(outcome->entity.json());
    ASSERT_TRUE(later);
    EXPECT_EQ(later->outcome, Outcome::Applied);
    EXPECT_TRUE(later->visibleAt);
}

TEST_F(ErasureTest, ALateEditIsTakenAndBringsNothingBack)
{
    ASSERT_NO_FATAL_FAILURE(plant());
    ASSERT_EQ(pushOne(second, erase(second)).outcome, Outcome::Applied);
    const Operation lateEdit =
        edit(first, QStringLiteral("name"), QStringLiteral("PLANT Ada Lovelace"), QStringLiteral("PLANT Ada King"));
    const Operation lateDecision =
        resolve(first, conflicting.id.value(),
                {Decision::Fields,
                 {{QStringLiteral("phone"), {Keep::Mine, QStringLiteral("PLANT-555"), QStringLiteral("PLANT-666")}}}});
    const Operation anew = create(first, adaLovelace());
    for (const Operation &late : {lateEdit, lateDecision, anew}) {
        const Envelope envelope = envelopeOf(first, late);
        const auto taken = push(first, {envelope});
        ASSERT_TRUE(taken);
        EXPECT_EQ(taken->answer.acknowledgements.first().outcome, Outcome::Applied) << qPrintable(late.type);
        const auto replayed = push(first, {envelope});
        ASSERT_TRUE(replayed) << "the same bytes get the same answer, though they are not kept";
        EXPECT_EQ(replayed->answer.acknowledgements, taken->answer.acknowledgements);
    }
    EXPECT_TRUE(auditVerifies(pool)) << "marks from the first byte";
    EXPECT_EQ(placesOf({"PLANT"}), QStringList());
    const auto told = toldOf(second, id.value());
    ASSERT_TRUE(told);
    EXPECT_TRUE(codec::readCustomer(told->entity.json())->isErased());
}

TEST_F(ErasureTest, WhatStillWaitedForSomethingElseIsTakenAsAMark)
{
    Operation cause = createProduct(second, newId<ProductId>(), QStringLiteral("Cause"));
    Operation late = create(first, adaLovelace());
    late.after = {cause.id};
    ASSERT_EQ(pushOne(first, late).outcome, Outcome::Waiting);
    ASSERT_EQ(pushOne(second, erase(second)).outcome, Outcome::Applied) << "nobody waits to be forgotten";
    EXPECT_EQ(placesOf({"PLANT"}), QStringList());
    ASSERT_EQ(pushOne(second, cause).outcome, Outcome::Applied);
    EXPECT_EQ(placesOf({"PLANT"}), QStringList());
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
}

TEST_F(ErasureTest, InOneBatchWithWhatMadeThem)
{
    ASSERT_TRUE(push(first, {envelopeOf(first, create(first, adaLovelace())),
                             envelopeOf(first, edit(first, QStringLiteral("notes"), QStringLiteral("wrong"),
                                                    QStringLiteral("PLANT other"))),
                             envelopeOf(first, erase(first)),
                             envelopeOf(first, edit(first, QStringLiteral("notes"), QStringLiteral("wrong"),
                                                    QStringLiteral("PLANT again")))}));
    EXPECT_EQ(placesOf({"PLANT", "Lovelace"}), QStringList());
}

TEST_F(ErasureTest, WhoMayNotManagePeopleErasesNobody)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("b@example.org"));
    Till till = enrolTill(barista);
    ASSERT_EQ(pushOne(first, create(first, adaLovelace())).outcome, Outcome::Applied);
    const Acknowledgement answer = pushOne(till, erase(till));
    EXPECT_EQ(answer.outcome, Outcome::Refused);
    EXPECT_EQ(answer.problem->code, QStringLiteral("actor.lacks_permission"));
    EXPECT_FALSE(placesOf({"Lovelace"}).isEmpty());
}

/// Two tills erase her, and one of them is not heard before its person may do less.
TEST_F(ErasureTest, WhomSomebodyElseErasedBeforeLeavesNobodyToDecide)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("b@example.org"));
    Till till = enrolTill(barista);
    ASSERT_EQ(pushOne(first, create(first, adaLovelace())).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(first, erase(first)).outcome, Outcome::Applied);
    const Operation again = erase(till);
    EXPECT_EQ(pushOne(till, again).outcome, Outcome::Applied);
    EXPECT_FALSE(toldOf(till, again.id.value())) << "there is no card";
    EXPECT_TRUE(auditVerifies(pool));
}

} // namespace crema::testing
