// SPDX-License-Identifier: GPL-3.0-or-later
// What needs attention on a device: the server's price stays live, cards come and go (sync.md rule 18).
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "sync/engine/sync_steps.h"
#include "sync/store/attention_reader.h"
#include "sync/store/catalog_recording.h"
#include "tests/sync/shop.h"

#include <gtest/gtest.h>

namespace crema::sync::testing {
namespace {

class AttentionStoreTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        store = folder.openEnrolled();
        Product product;
        product.id = ProductId(QUuid::createUuidV5(QUuid(), QStringLiteral("bean")));
        product.name = QStringLiteral("Bean");
        variant.id = VariantId(QUuid::createUuidV5(QUuid(), QStringLiteral("variant")));
        variant.product = product.id;
        variant.sku = QStringLiteral("BEAN");
        variant.price = Price{euro(1000), 1};
        page({{Cursor{1, 10, 1}, entity::product.toString(), product.id.value(), QStringLiteral("company"), false,
               codec::toJson(product)},
              rowOf(10, variant)});
    }

    FeedRow rowOf(std::uint64_t xid, const Variant &state)
    {
        return {Cursor{1, xid, 2},   entity::variant.toString(), state.id.value(), QStringLiteral("company"), false,
                codec::toJson(state)};
    }

    FeedRow rowOf(std::uint64_t xid, const AttentionCard &card)
    {
        return {Cursor{1, xid, 3},  entity::attention.toString(), card.id.value(), QStringLiteral("location:x"), false,
                codec::toJson(card)};
    }

    void page(const QList<FeedRow> &rows)
    {
        const Cursor after = store->device().read()->cursor.value_or(Cursor{1, 0, 0});
        const Cursor next = rows.isEmpty() ? after : rows.last().cursor;
        ASSERT_TRUE(keepPage(*store, {rows, next, false, after, Cursor{1, next.xid + 1, 0}}));
    }

    Variant priced(std::int64_t minor)
    {
        Variant state = variant;
        state.price = Price{euro(minor), 1};
        return state;
    }

    void setPrice(std::int64_t minor)
    {
        const Variant before = *store->rows().catalog().variant(variant.id);
        Variant after = before;
        after.price = Price{euro(minor), 1};
        ASSERT_TRUE(store->write([&] { return recordVariantEdit(*store, before, after); }));
    }

    /// Sends what is queued and answers the last of it so.
    PlannedOperation answer(const std::function<void(Acknowledgement &)> &change)
    {
        const QList<PlannedOperation> batch = *takeBatch(*store, {});
        QList<Acknowledgement> answers;
        for (const PlannedOperation &planned : batch)
            answers.append({planned.envelope.sequence, planned.id, Outcome::Applied, Cursor{1, 100, 1}, {}, {}, {}});
        change(answers.last());
        EXPECT_TRUE(keepAcknowledgements(*store, batch, answers));
        return batch.last();
    }

    /// My price, lost to one that is 12.00 on the platform.
    CardId losePrice()
    {
        setPrice(1100);
        const PlannedOperation mine = answer([](Acknowledgement &ack) {
            const auto json = [](int minor) { return fieldValueToJson(FieldValue(Price{euro(minor), 1})); };
            ack.outcome = Outcome::Conflict;
            ack.conflicts = {{QStringLiteral("price"), json(1000), json(1100), json(1200)}};
        });
        return CardId(mine.id.value());
    }

    Result<void> decide(CardId card, const CardAnswer &given)
    {
        return store->write([&] { return recordResolution(*store, card, given); });
    }

    std::int64_t priceNow() { return store->rows().catalog().variant(variant.id)->price->amount.minor(); }
    AttentionList list() { return findAttention(*store, 100); }

    StoreFolder folder;
    std::unique_ptr<LocalStore> store;
    Variant variant;
};

/// A till never sells at a price of its own over one that somebody else made.
TEST_F(AttentionStoreTest, AChangedPriceStaysLiveOverAPendingOne)
{
    setPrice(1100);
    EXPECT_EQ(priceNow(), 1100);
    page({rowOf(50, priced(1200))});
    EXPECT_EQ(priceNow(), 1200);
}

TEST_F(AttentionStoreTest, AConflictTakesMyPriceOutOfTheViewAtOnce)
{
    losePrice();
    EXPECT_EQ(priceNow(), 1000) << "theirs is not here yet, mine is gone";
    page({rowOf(60, priced(1200))});
    EXPECT_EQ(priceNow(), 1200);
    EXPECT_EQ(store->queue().counts().needsAttention, 1);
}

TEST_F(AttentionStoreTest, TheListSaysWhatWasSeenWantedAndStandsThere)
{
    losePrice();
    page({rowOf(60, priced(1200))});
    const AttentionList all = list();
    ASSERT_EQ(all.items.size(), 1);
    const AttentionItem &item = all.items[0];
    EXPECT_EQ(item.subjectName, QStringLiteral("Bean"));
    EXPECT_EQ(item.personName, folder.shop.person.name);
    EXPECT_TRUE(item.isOwn);
    EXPECT_TRUE(item.mayDecide);
    ASSERT_EQ(item.fields.size(), 1);
    EXPECT_EQ(std::get<Price>(item.fields[0].base), (Price{euro(1000), 1}));
    EXPECT_EQ(std::get<Price>(item.fields[0].mine), (Price{euro(1100), 1}));
    EXPECT_EQ(std::get<Price>(item.fields[0].theirs), (Price{euro(1200), 1}));
}

TEST_F(AttentionStoreTest, ADecisionLeavesTheListAtOnceAndGoesOutAsAnOperation)
{
    const CardId card = losePrice();
    page({rowOf(60, priced(1200))});
    ASSERT_TRUE(decide(card, {Decision::Fields, {{QStringLiteral("price"), {Keep::Mine}}}}));
    EXPECT_EQ(priceNow(), 1100) << "a person has decided";
    EXPECT_TRUE(list().items.isEmpty());
    EXPECT_EQ(store->queue().counts().needsAttention, 0);
    const QList<PlannedOperation> batch = *takeBatch(*store, {});
    ASSERT_EQ(batch.size(), 1);
    const auto sent = store->queue().operationOf(batch[0].number);
    EXPECT_EQ(sent->type, operation::attentionResolve.toString());
    EXPECT_EQ(sent->subject.id, card.value());
    const Resolution resolution = *readResolution(sent->body);
    EXPECT_EQ(resolution.fields.value(QStringLiteral("price")).from,
              fieldValueToJson(FieldValue(Price{euro(1200), 1})));
}

TEST_F(AttentionStoreTest, ATypedValueIsHeldAgainstTheRulesOfItsField)
{
    const CardId card = losePrice();
    page({rowOf(60, priced(1200))});
    const Result<void> refused =
        decide(card, {Decision::Fields, {{QStringLiteral("price"), {Keep::Typed, Price{euro(-1), 1}}}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(list().items.size(), 1);
    ASSERT_TRUE(decide(card, {Decision::Fields, {{QStringLiteral("price"), {Keep::Typed, Price{euro(1150), 1}}}}}));
    EXPECT_EQ(priceNow(), 1150);
}

TEST_F(AttentionStoreTest, WhatAnotherDeviceSettledLeavesTheListHere)
{
    const CardId id = losePrice();
    AttentionCard settled = *store->rows().attention().card(id);
    settled.settled = CardSettlement{Decision::SetAside, OperationId(QUuid::createUuid()), {}, folder.clock.now()};
    page({rowOf(70, settled)});
    EXPECT_TRUE(list().items.isEmpty());
    const Result<void> late = decide(id, {Decision::Retry, {}});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, QStringLiteral("attention.settled"));
}

/// sync.md rule 5, in the view: a product that is made again has its variants, as it will on the platform.
TEST_F(AttentionStoreTest, WhatWaitsForACreationIsShownOnceItIsDoneAgain)
{
    Product product;
    product.name = QStringLiteral("Grinder");
    Variant small;
    small.sku = QStringLiteral("GRIND");
    small.price = Price{euro(9900), 1};
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        const Result<ProductId> made = recordNewProduct(*store, product, {small});
        product.id = made.value_or(ProductId());
        return made ? Result<void>() : failure(made.error());
    }));
    const QList<PlannedOperation> batch = *takeBatch(*store, {});
    ASSERT_EQ(batch.size(), 2);
    QList<Acknowledgement> answers;
    for (const PlannedOperation &planned : batch)
        answers.append({planned.envelope.sequence, planned.id, Outcome::Refused, {}, {}, {}, {}});
    answers[0].problem = Problem{ProblemKind::NotAllowed, QStringLiteral("auth.not_allowed"), {}, {}, {}};
    answers[1].outcome = Outcome::Waiting;
    answers[1].waitingFor = {batch[0].id};
    ASSERT_TRUE(keepAcknowledgements(*store, batch, answers));
    const auto skus = [&] { return store->rows().catalog().variantsOf(product.id).size(); };
    EXPECT_FALSE(store->rows().catalog().product(product.id));
    EXPECT_EQ(skus(), 0);
    ASSERT_TRUE(decide(CardId(batch[0].id.value()), {Decision::Retry, {}}));
    EXPECT_TRUE(store->rows().catalog().product(product.id));
    EXPECT_EQ(skus(), 1);
    page({rowOf(50, priced(1200))});
    ASSERT_TRUE(store->write([&]() -> Result<void> {
        store->settle(store->queue().pendingNumbers());
        return {};
    }));
    EXPECT_EQ(skus(), 1) << "laid anew from nothing it is the same";
}

TEST_F(AttentionStoreTest, ACardOfAnotherTillIsListedAndDecidedHere)
{
    AttentionCard card;
    card.id = CardId(QUuid::createUuid());
    card.device = DeviceId(QUuid::createUuid());
    card.sequence = 4;
    card.operationType = operation::variantEdit.toString();
    card.subject = {entity::variant.toString(), variant.id.value()};
    card.occurredAt = folder.clock.now();
    const auto json = [](int minor) { return fieldValueToJson(FieldValue(Price{euro(minor), 1})); };
    card.fields = {{{QStringLiteral("price"), json(900), json(950), json(1000)}}};
    page({rowOf(70, card)});
    ASSERT_EQ(list().items.size(), 1);
    EXPECT_FALSE(list().items[0].isOwn);
    EXPECT_TRUE(store->queue().entries({true}).isEmpty()) << "it is none of this queue";
    ASSERT_TRUE(decide(card.id, {Decision::Fields, {{QStringLiteral("price"), {Keep::Mine}}}}));
    EXPECT_EQ(priceNow(), 950);
    EXPECT_TRUE(list().items.isEmpty());
}

TEST_F(AttentionStoreTest, ARefusedResolutionPutsTheCardBack)
{
    const CardId card = losePrice();
    page({rowOf(60, priced(1200))});
    ASSERT_TRUE(decide(card, {Decision::Fields, {{QStringLiteral("price"), {Keep::Mine}}}}));
    answer([](Acknowledgement &ack) {
        ack.outcome = Outcome::Refused;
        ack.visibleAt.reset();
        ack.problem = Problem{ProblemKind::NotAllowed, QStringLiteral("actor.lacks_permission"), {}, {}, {}};
    });
    EXPECT_EQ(priceNow(), 1200);
    ASSERT_EQ(list().items.size(), 1);
    EXPECT_EQ(list().items[0].id, card);
}

TEST_F(AttentionStoreTest, WhatWaitsIsListedWithItsCause)
{
    setPrice(1100);
    Acknowledgement waiting;
    setPrice(1150);
    const QList<PlannedOperation> batch = *takeBatch(*store, {});
    ASSERT_EQ(batch.size(), 2);
    const Problem problem{ProblemKind::NotAllowed, QStringLiteral("actor.lacks_permission"), {}, {}, {}};
    ASSERT_TRUE(keepAcknowledgements(*store, batch,
                                     {{1, batch[0].id, Outcome::Refused, {}, problem, {}, {}},
                                      {2, batch[1].id, Outcome::Waiting, {}, {}, {}, {batch[0].id}}}));
    const AttentionList all = list();
    ASSERT_EQ(all.items.size(), 1);
    ASSERT_EQ(all.waiting.size(), 1);
    EXPECT_EQ(all.waiting[0].operation, batch[1].id);
    EXPECT_EQ(all.waiting[0].cause, batch[0].id);
    EXPECT_EQ(all.waiting[0].causeName, QStringLiteral("Bean"));
    EXPECT_EQ(all.waiting[0].card, CardId(batch[0].id.value()));
}

TEST_F(AttentionStoreTest, WhoMayNotEditIsToldAndMayNotDecide)
{
    const CardId card = losePrice();
    folder.shop.person.permissions = permissionsOf(Role::Barista);
    folder.shop.enroll(*store);
    store->forgetPlace();
    EXPECT_FALSE(list().items[0].mayDecide);
    EXPECT_TRUE(list().items[0].mayBeApproved);
    const Result<void> refused = decide(card, {Decision::SetAside, {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("auth.not_allowed"));
}

/// What happened stays in the view although the platform could not read it; set aside, nothing waits for it any more.
TEST_F(AttentionStoreTest, ADeadLetterOfAFactIsSetAsideAndStaysInTheView)
{
    const LocationId here = folder.shop.location.id;
    const SubjectRef subject{entity::movement.toString(), QUuid::createUuid()};
    const body::StockAdjust adjust{variant.id, Quantity(-2), MovementReason::Adjustment, {}};
    ASSERT_TRUE(store->write(
        [&] { return store->record(store->newOperation(operation::stockAdjust, subject, body::toJson(adjust))); }));
    const PlannedOperation letter = answer([](Acknowledgement &ack) {
        ack.outcome = Outcome::DeadLetter;
        ack.operation = {};
        ack.visibleAt.reset();
        ack.problem = Problem{ProblemKind::Invalid, QStringLiteral("operation.malformed"), {}, {}, {}};
    });
    ASSERT_EQ(list().items.size(), 1);
    EXPECT_EQ(list().items[0].operationType, operation::stockAdjust.toString());
    EXPECT_FALSE(list().items[0].canRetry);
    EXPECT_EQ(store->queue().counts().receipted, 0);
    ASSERT_EQ(store->queue().entries({}).size(), 1);
    EXPECT_TRUE(store->queue().entries({})[0].needsAttention);
    ASSERT_TRUE(decide(list().items[0].id, {Decision::SetAside, {}}));
    EXPECT_TRUE(list().items.isEmpty());
    const QList<QueueEntry> entries = store->queue().entries({});
    ASSERT_EQ(entries.size(), 1) << "the decision alone waits";
    EXPECT_NE(entries[0].operation.id, letter.id);
    EXPECT_EQ(store->rows().selling().onHand(variant.id, here), Quantity(-2));
}

TEST_F(AttentionStoreTest, ADecisionIsTakenBackUnderTheSameCard)
{
    const CardId card = losePrice();
    page({rowOf(60, priced(1200))});
    ASSERT_TRUE(decide(card, {Decision::Fields, {{QStringLiteral("price"), {Keep::Mine}}}}));
    const auto ofSomebodyElse = decide(card, {Decision::Reopen, {{QStringLiteral("price"), {Keep::Theirs}}}});
    ASSERT_FALSE(ofSomebodyElse);
    EXPECT_EQ(ofSomebodyElse.error().code, QStringLiteral("attention.settled"));
    ASSERT_TRUE(decide(card, {Decision::Reopen, {{QStringLiteral("price"), {Keep::Mine}}}}));
    EXPECT_EQ(priceNow(), 1200);
    EXPECT_EQ(list().items.size(), 1);
}

/// The platform says whether a refused resolution leaves a card open, also where the one it is about is gone here.
TEST_F(AttentionStoreTest, ARefusedResolutionOfACardThatIsNotHereMakesNone)
{
    const CardId card = losePrice();
    page({rowOf(60, priced(1200))});
    ASSERT_TRUE(decide(card, {Decision::Fields, {{QStringLiteral("price"), {Keep::Mine}}}}));
    page({{Cursor{1, 70, 1}, entity::attention.toString(), card.value(), QStringLiteral("company"), true, {}}});
    const QList<PlannedOperation> batch = *takeBatch(*store, {});
    ASSERT_EQ(batch.size(), 1);
    const Problem problem{ProblemKind::NotAllowed, QStringLiteral("actor.lacks_permission"), {}, {}, {}};
    ASSERT_TRUE(keepAcknowledgements(
        *store, batch, {{batch[0].envelope.sequence, batch[0].id, Outcome::Refused, {}, problem, {}, {}}}));
    EXPECT_FALSE(store->rows().attention().card(CardId(batch[0].id.value())));
}

/// What becomes of it is told once, and to the store that sent it: it is asked about.
TEST_F(AttentionStoreTest, WhatWaitsIsAskedAbout)
{
    setPrice(1100);
    setPrice(1150);
    const QList<PlannedOperation> batch = *takeBatch(*store, {});
    ASSERT_EQ(batch.size(), 2);
    const Problem problem{ProblemKind::NotAllowed, QStringLiteral("actor.lacks_permission"), {}, {}, {}};
    ASSERT_TRUE(keepAcknowledgements(*store, batch,
                                     {{1, batch[0].id, Outcome::Refused, {}, problem, {}, {}},
                                      {2, batch[1].id, Outcome::Waiting, {}, {}, {}, {batch[0].id}}}));
    const QList<UnsentOperation> asked = store->queue().unanswered(0, 10, 0);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0].id, batch[1].id);
}

} // namespace
} // namespace crema::sync::testing
