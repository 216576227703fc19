// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has to decide about (sync.md rule 18, design.md section 4): cards, and the resolutions that settle
// them.
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "tests/testing/memory_aggregates.h"

#include "models/operations/apply.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

QJsonObject price(int minor)
{
    return {{QStringLiteral("currency"), QStringLiteral("EUR")},
            {QStringLiteral("minor"), minor},
            {QStringLiteral("per"), 1}};
}

class AttentionRuleTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        Product product;
        product.id = ProductId(QUuid(u"0193f6a0-0000-7000-8000-00000000000a"));
        product.name = QStringLiteral("Guji");
        world.save(product);
        Variant variant;
        variant.id = VariantId(QUuid(u"0193f6a0-0000-7000-8000-00000000000b"));
        variant.product = product.id;
        variant.sku = QStringLiteral("GUJI");
        variant.price = Price{Money(1000, *Currency::fromCode(u"EUR")), 1};
        world.save(variant);
        subject = {entity::variant.toString(), variant.id.value()};
    }

    Operation operationOf(QStringView type, const SubjectRef &about, const QJsonObject &body)
    {
        Operation operation;
        operation.id = OperationId(QUuid::createUuidV5(QUuid(), QString::number(++made)));
        operation.type = type.toString();
        operation.subject = about;
        operation.body = body;
        operation.clock.boot = QUuid::createUuid();
        return operation;
    }

    Operation edit(const QString &field, const QJsonValue &from, const QJsonValue &to)
    {
        return operationOf(operation::variantEdit, subject, editToJson({{{field, {from, to}}}, {}}));
    }

    /// The price was 10.00; I wanted 11.00, they made it 12.00.
    AttentionCard lostPrice()
    {
        EXPECT_EQ(judge(edit(QStringLiteral("price"), price(1000), price(1200))).outcome, Outcome::Applied);
        return cardOf(edit(QStringLiteral("price"), price(1000), price(1100)));
    }

    AttentionCard cardOf(const Operation &operation)
    {
        Acknowledgement answer;
        const Effect effect = judge(operation);
        answer.operation = operation.id;
        answer.outcome = effect.outcome;
        answer.problem = effect.problem;
        answer.conflicts = effect.conflicts;
        const AttentionCard card = makeCard({DeviceId(QUuid::createUuid()), 1, 7}, operation, answer);
        world.save(card);
        return card;
    }

    Operation resolution(const AttentionCard &card, const Resolution &resolution)
    {
        return operationOf(operation::attentionResolve, {entity::attention.toString(), card.id.value()},
                           resolutionToJson(resolution));
    }

    Operation keep(const AttentionCard &card, Keep keep, int seen, int value)
    {
        return resolution(card, {Decision::Fields, {{QStringLiteral("price"), {keep, price(seen), price(value)}}}});
    }

    Effect judge(const Operation &operation) { return applyOperation(operation, world, MergeMode::Judge); }
    qint64 priceNow() { return world.variant(VariantId(subject.id))->price->amount.minor(); }
    bool isOpen(const AttentionCard &card) { return world.card(card.id)->isOpen(); }

    testing::MemoryAggregates world;
    SubjectRef subject;
    int made = 0;
};

/// sync.md rule 18: price, tax and cost never merge silently; other fields do.
TEST_F(AttentionRuleTest, AReplayNeverLaysAPriceOverOneThatSomebodyElseMade)
{
    const Operation mine = operationOf(operation::variantEdit, subject,
                                       editToJson({{{QStringLiteral("price"), {price(1000), price(1100)}},
                                                    {QStringLiteral("weight_grams"), {QJsonValue(), 250}}},
                                                   {}}));
    Variant theirs = *world.variant(VariantId(subject.id));
    theirs.price = Price{Money(1200, *Currency::fromCode(u"EUR")), 1};
    theirs.weightGrams = 1000;
    world.save(theirs);
    (void)applyOperation(mine, world, MergeMode::Replay);
    EXPECT_EQ(priceNow(), 1200);
    EXPECT_EQ(world.variant(VariantId(subject.id))->weightGrams, 250);
}

TEST_F(AttentionRuleTest, EveryFieldThatIsMoneyOrTaxIsNeverSilent)
{
    EXPECT_EQ(body::variantFields().neverSilent,
              (QStringList{QStringLiteral("price"), QStringLiteral("cost"), QStringLiteral("unit"),
                           QStringLiteral("components")}));
    EXPECT_EQ(body::productFields().neverSilent, QStringList{QStringLiteral("tax_class")});
    EXPECT_EQ(body::customerFields().neverSilent,
              (QStringList{QStringLiteral("tax_id"), QStringLiteral("group"), QStringLiteral("price_list")}));
    for (const EditableFields *fields : {&body::variantFields(), &body::productFields(), &body::customerFields()}) {
        for (const QString &field : fields->neverSilent)
            EXPECT_TRUE(fields->fields.contains(field));
    }
}

TEST_F(AttentionRuleTest, KeepingMineTheirsOrAThirdValueSettlesTheCard)
{
    for (const auto &[keeping, value] : {std::pair(Keep::Mine, 1100), {Keep::Theirs, 1200}, {Keep::Typed, 1150}}) {
        world = {};
        SetUp();
        const AttentionCard card = lostPrice();
        ASSERT_EQ(card.outcome, Outcome::Conflict);
        EXPECT_EQ(judge(keep(card, keeping, 1200, value)).outcome, Outcome::Applied);
        EXPECT_EQ(priceNow(), value);
        EXPECT_FALSE(isOpen(card));
        const FieldSettlement settled = *world.card(card.id)->fields[0].settled;
        EXPECT_EQ(settled.keep, keeping);
        EXPECT_EQ(settled.seen.toObject(), price(1200));
        EXPECT_EQ(world.card(card.id)->fields[0].conflict.to.toObject(), price(1100)) << "the losing value stays";
    }
}

/// Two devices decide: nothing is done twice.
TEST_F(AttentionRuleTest, TheSameDecisionAgainChangesNothing)
{
    const AttentionCard card = lostPrice();
    ASSERT_EQ(judge(keep(card, Keep::Mine, 1200, 1100)).outcome, Outcome::Applied);
    ASSERT_EQ(judge(edit(QStringLiteral("price"), price(1100), price(1300))).outcome, Outcome::Applied);
    EXPECT_EQ(judge(keep(card, Keep::Mine, 1200, 1100)).outcome, Outcome::Applied);
    EXPECT_EQ(priceNow(), 1300) << "the decision was taken once";
}

TEST_F(AttentionRuleTest, AnotherDecisionAgainIsAConflictOfItsOwn)
{
    const AttentionCard card = lostPrice();
    ASSERT_EQ(judge(keep(card, Keep::Theirs, 1200, 1200)).outcome, Outcome::Applied);
    const Operation late = keep(card, Keep::Mine, 1200, 1100);
    const Effect effect = judge(late);
    EXPECT_EQ(effect.outcome, Outcome::Conflict);
    ASSERT_EQ(effect.conflicts.size(), 1);
    EXPECT_EQ(effect.conflicts[0].to.toObject(), price(1100));
    EXPECT_EQ(effect.conflicts[0].current.toObject(), price(1200));
    EXPECT_EQ(priceNow(), 1200);
    const AttentionCard second =
        makeCard({DeviceId(), 1, 8}, late, {8, late.id, effect.outcome, {}, {}, effect.conflicts, {}}, &card);
    EXPECT_EQ(second.subject, subject) << "what has to be decided is still about the variant";
    EXPECT_EQ(second.operationType, operation::variantEdit.toString());
}

TEST_F(AttentionRuleTest, AThirdValueThatCameMeanwhileIsNotWrittenOver)
{
    const AttentionCard card = lostPrice();
    ASSERT_EQ(judge(edit(QStringLiteral("price"), price(1200), price(1400))).outcome, Outcome::Applied);
    EXPECT_EQ(judge(keep(card, Keep::Mine, 1200, 1100)).outcome, Outcome::Conflict);
    EXPECT_EQ(priceNow(), 1400);
    EXPECT_FALSE(isOpen(card)) << "the conflict of the resolution stands for it now";
}

TEST_F(AttentionRuleTest, AFieldThatIsLeftKeepsTheCardOpen)
{
    ASSERT_EQ(judge(operationOf(operation::variantEdit, subject,
                                editToJson({{{QStringLiteral("price"), {price(1000), price(1200)}},
                                             {QStringLiteral("sku"), {QStringLiteral("GUJI"), QStringLiteral("G-T")}}},
                                            {}})))
                  .outcome,
              Outcome::Applied);
    const AttentionCard card =
        cardOf(operationOf(operation::variantEdit, subject,
                           editToJson({{{QStringLiteral("price"), {price(1000), price(1100)}},
                                        {QStringLiteral("sku"), {QStringLiteral("GUJI"), QStringLiteral("G-M")}}},
                                       {}})));
    ASSERT_EQ(card.fields.size(), 2);
    EXPECT_EQ(judge(keep(card, Keep::Theirs, 1200, 1200)).outcome, Outcome::Applied);
    EXPECT_TRUE(isOpen(card));
    const Resolution rest{Decision::Fields,
                          {{QStringLiteral("sku"), {Keep::Mine, QStringLiteral("G-T"), QStringLiteral("G-M")}}}};
    EXPECT_EQ(judge(resolution(card, rest)).outcome, Outcome::Applied);
    EXPECT_FALSE(isOpen(card));
    EXPECT_EQ(world.variant(VariantId(subject.id))->sku, QStringLiteral("G-M"));
}

TEST_F(AttentionRuleTest, ARetryDoesItAgainOnceTheCauseIsMended)
{
    Variant other = *world.variant(VariantId(subject.id));
    other.id = VariantId(QUuid(u"0193f6a0-0000-7000-8000-00000000000c"));
    other.sku = QStringLiteral("TAKEN");
    world.save(other);
    const AttentionCard card = cardOf(edit(QStringLiteral("sku"), QStringLiteral("GUJI"), QStringLiteral("TAKEN")));
    ASSERT_EQ(card.outcome, Outcome::Refused);
    ASSERT_TRUE(card.operation);
    const Effect early = judge(resolution(card, {Decision::Retry, {}}));
    EXPECT_EQ(early.outcome, Outcome::Refused);
    EXPECT_EQ(early.problem->code, QStringLiteral("variant.sku_taken"));
    EXPECT_TRUE(isOpen(card));
    const Resolution otherwise{Decision::Retry,
                               {{QStringLiteral("sku"), {Keep::Typed, QJsonValue(), QStringLiteral("FREE")}}}};
    EXPECT_EQ(judge(resolution(card, otherwise)).outcome, Outcome::Applied);
    EXPECT_FALSE(isOpen(card));
    EXPECT_EQ(world.variant(VariantId(subject.id))->sku, QStringLiteral("FREE"));
    EXPECT_EQ(judge(resolution(card, {Decision::Retry, {}})).outcome, Outcome::Applied) << "already done";
    const Effect aside = judge(resolution(card, {Decision::SetAside, {}}));
    EXPECT_EQ(aside.outcome, Outcome::Refused);
    EXPECT_EQ(aside.problem->code, QStringLiteral("attention.settled"));
}

TEST_F(AttentionRuleTest, WhatHappenedIsNeverDoneAgain)
{
    Acknowledgement answer;
    answer.outcome = Outcome::DeadLetter;
    const Operation sale = operationOf(operation::saleComplete, {entity::sale.toString(), QUuid::createUuid()}, {});
    answer.operation = sale.id;
    const AttentionCard card = makeCard({DeviceId(), 1, 1}, sale, answer);
    EXPECT_FALSE(card.operation);
    EXPECT_EQ(permissionToResolve(card), Permission::ReviewsResolve);
    world.save(card);
    EXPECT_EQ(judge(resolution(card, {Decision::Retry, {}})).problem->code, QStringLiteral("attention.cannot_retry"));
    EXPECT_EQ(judge(resolution(card, {Decision::SetAside, {}})).outcome, Outcome::Applied);
    EXPECT_FALSE(isOpen(card));
}

TEST_F(AttentionRuleTest, AReopenedCardHasItsValueBack)
{
    const AttentionCard card = lostPrice();
    ASSERT_EQ(judge(keep(card, Keep::Mine, 1200, 1100)).outcome, Outcome::Applied);
    EXPECT_EQ(judge(resolution(card, {Decision::Reopen, {}})).outcome, Outcome::Applied);
    EXPECT_EQ(priceNow(), 1200);
    EXPECT_EQ(*world.card(card.id), card);
}

/// Somebody kept theirs and takes that back; meanwhile somebody else had decided for mine, which was first.
TEST_F(AttentionRuleTest, TakingOnesDecisionBackLeavesTheOneOfSomebodyElse)
{
    const AttentionCard card = lostPrice();
    ASSERT_EQ(judge(keep(card, Keep::Mine, 1200, 1100)).outcome, Outcome::Applied);
    const Operation late = keep(card, Keep::Theirs, 1200, 1200);
    ASSERT_EQ(judge(late).outcome, Outcome::Conflict);
    Resolution back = *readResolution(late.body);
    back.decision = Decision::Reopen;
    EXPECT_EQ(judge(resolution(card, back)).outcome, Outcome::Applied);
    EXPECT_EQ(priceNow(), 1100);
    EXPECT_FALSE(isOpen(card));
    Resolution ofTheFirst = *readResolution(keep(card, Keep::Mine, 1200, 1100).body);
    ofTheFirst.decision = Decision::Reopen;
    EXPECT_EQ(judge(resolution(card, ofTheFirst)).outcome, Outcome::Applied);
    EXPECT_EQ(priceNow(), 1200);
    EXPECT_TRUE(isOpen(card));
}

/// Who took a price back is who gave the article the one that it has now.
TEST_F(AttentionRuleTest, AResolutionSetsTheFieldsThatItChanges)
{
    const AttentionCard card = lostPrice();
    const QStringList price{QStringLiteral("price")};
    const auto setBy = [&](const Operation &operation) {
        const AttentionCard after = *world.card(card.id);
        return fieldsSetBy(operation, &after);
    };
    const Operation mine = keep(card, Keep::Mine, 1200, 1100);
    ASSERT_EQ(judge(mine).outcome, Outcome::Applied);
    EXPECT_EQ(setBy(mine), price);
    Resolution theirs = *readResolution(keep(card, Keep::Theirs, 1200, 1200).body);
    theirs.decision = Decision::Reopen;
    const Operation anothers = resolution(card, theirs);
    ASSERT_EQ(judge(anothers).outcome, Outcome::Applied);
    EXPECT_EQ(setBy(anothers), QStringList());
    Resolution own = *readResolution(mine.body);
    own.decision = Decision::Reopen;
    for (const Resolution &back : {own, Resolution{Decision::Reopen, {}}}) {
        const Operation reopening = resolution(card, back);
        ASSERT_EQ(judge(reopening).outcome, Outcome::Applied);
        EXPECT_EQ(setBy(reopening), price);
    }
}

TEST_F(AttentionRuleTest, ACardIsReadAsItIsWritten)
{
    AttentionCard card = lostPrice();
    card.fields[0].conflict.theirs =
        ChangeOrigin{OperationId(QUuid::createUuid()), PersonId(QUuid::createUuid()),   QStringLiteral("Mia"),
                     DeviceId(QUuid::createUuid()),    LocationId(QUuid::createUuid()), UtcTime(1'700'000'000'000)};
    world.save(card);
    EXPECT_EQ(*codec::readAttentionCard(codec::toJson(card)), card);
    (void)judge(keep(card, Keep::Typed, 1200, 1150));
    EXPECT_EQ(*codec::readAttentionCard(codec::toJson(*world.card(card.id))), *world.card(card.id));
    const AttentionCard letter =
        makeUnreadableCard({card.device, 2, 9}, {9, {}, Outcome::DeadLetter, {}, {}, {}, {}}, {}, UtcTime(5));
    EXPECT_EQ(*codec::readAttentionCard(codec::toJson(letter)), letter);
    EXPECT_EQ(letter.id, cardIdOf({card.device, 2, 9}, {})) << "the device makes the same id";
}

TEST_F(AttentionRuleTest, AnUnknownCardIsRefusedAndAnUnknownDecisionIsADeadLetter)
{
    AttentionCard card = lostPrice();
    card.id = CardId(QUuid::createUuid());
    EXPECT_EQ(judge(keep(card, Keep::Mine, 1200, 1100)).problem->code, QStringLiteral("attention.unknown"));
    Operation odd = keep(card, Keep::Mine, 1200, 1100);
    odd.body.insert(QStringLiteral("decision"), QStringLiteral("toss_a_coin"));
    EXPECT_EQ(judge(odd).outcome, Outcome::DeadLetter);
    EXPECT_EQ(priceNow(), 1200);
}

} // namespace
} // namespace crema
