// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform keeps for people to decide about (sync.md rules 7 and 18).
#include "models/feed/entity_types.h"
#include "models/operations/edit.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/resolution.h"
#include "tests/platform/domain/company_fixture.h"

namespace crema::testing {
namespace {

class AttentionTest : public CompanyTest
{
protected:
    /// A product whose name the second till changed before the edit of the first came.
    Acknowledgement loseName()
    {
        product = newId<ProductId>();
        EXPECT_EQ(pushOne(first, createProduct(first, product, QStringLiteral("Guji"))).outcome, Outcome::Applied);
        theirs = editProduct(second, product, QStringLiteral("name"), QStringLiteral("Guji"), QStringLiteral("Theirs"));
        EXPECT_EQ(pushOne(second, theirs).outcome, Outcome::Applied);
        mine = editProduct(first, product, QStringLiteral("name"), QStringLiteral("Guji"), QStringLiteral("Mine"));
        return pushOne(first, mine);
    }

    Operation resolve(const Till &till, const QUuid &card, const Resolution &resolution)
    {
        return operationOf(till, operation::attentionResolve, {entity::attention.toString(), card},
                           resolutionToJson(resolution));
    }

    Operation keepName(const Till &till, Keep keep, const QString &value)
    {
        return resolve(till, mine.id.value(),
                       {Decision::Fields, {{QStringLiteral("name"), {keep, QStringLiteral("Theirs"), value}}}});
    }

    /// The card as a till of the shop is told it last.
    std::optional<AttentionCard> cardAt(const Till &till, const QUuid &id)
    {
        const QList<FeedRow> rows = pullAll(till);
        for (const FeedRow &row : rows) {
            if (row.entityType == entity::attention && row.entityId == id)
                return *codec::readAttentionCard(row.entity.json());
        }
        return std::nullopt;
    }

    QString nameOf(ProductId id)
    {
        const QList<FeedRow> rows = pullAll(first);
        for (const FeedRow &row : rows) {
            if (row.entityId == id.value())
                return row.entity.json().value(QStringLiteral("name")).toString();
        }
        return {};
    }

    Till first = enrolTill();
    Till second = enrolTill();
    ProductId product;
    Operation theirs;
    Operation mine;
};

TEST_F(AttentionTest, AConflictNamesWhoMadeTheOtherValueWhenAndWhere)
{
    const Acknowledgement answer = loseName();
    ASSERT_EQ(answer.outcome, Outcome::Conflict);
    ASSERT_EQ(answer.conflicts.size(), 1);
    const ChangeOrigin origin = answer.conflicts[0].theirs.value_or(ChangeOrigin());
    EXPECT_EQ(origin.operation, theirs.id);
    EXPECT_EQ(origin.person, manager.id);
    EXPECT_EQ(origin.personName, manager.name);
    EXPECT_EQ(origin.device, second.device);
    EXPECT_EQ(origin.location, theirs.location);
    EXPECT_EQ(origin.at, theirs.occurredAt);
}

TEST_F(AttentionTest, EveryTillOfTheShopIsToldTheCardAndThatItIsSettled)
{
    loseName();
    for (const Till *till : {&first, &second}) {
        const auto card = cardAt(*till, mine.id.value());
        ASSERT_TRUE(card);
        EXPECT_TRUE(card->isOpen());
        EXPECT_EQ(card->fields[0].conflict.to.toString(), QStringLiteral("Mine"));
        EXPECT_EQ(card->fields[0].conflict.current.toString(), QStringLiteral("Theirs"));
    }
    EXPECT_EQ(pushOne(second, keepName(second, Keep::Mine, QStringLiteral("Mine"))).outcome, Outcome::Applied);
    EXPECT_EQ(nameOf(product), QStringLiteral("Mine"));
    for (const Till *till : {&first, &second})
        EXPECT_FALSE(cardAt(*till, mine.id.value())->isOpen());
}

TEST_F(AttentionTest, TheLosingValueStaysOnThePlatform)
{
    loseName();
    EXPECT_EQ(pushOne(first, keepName(first, Keep::Theirs, QStringLiteral("Theirs"))).outcome, Outcome::Applied);
    EXPECT_EQ(nameOf(product), QStringLiteral("Theirs"));
    EXPECT_EQ(countOf("select count(*) from sync.attention where not open and "
                      "document -> 'fields' -> 0 ->> 'to' = 'Mine'"),
              1);
}

TEST_F(AttentionTest, TwoDevicesThatDecideDifferentlyLeaveAnotherCard)
{
    loseName();
    EXPECT_EQ(pushOne(first, keepName(first, Keep::Theirs, QStringLiteral("Theirs"))).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(second, keepName(second, Keep::Theirs, QStringLiteral("Theirs"))).outcome, Outcome::Applied);
    const Operation late = keepName(second, Keep::Typed, QStringLiteral("Third"));
    EXPECT_EQ(pushOne(second, late).outcome, Outcome::Conflict);
    EXPECT_EQ(nameOf(product), QStringLiteral("Theirs"));
    const auto card = cardAt(first, late.id.value());
    ASSERT_TRUE(card);
    EXPECT_TRUE(card->isOpen());
    EXPECT_EQ(card->subject.id, product.value());
    EXPECT_EQ(card->fields[0].conflict.to.toString(), QStringLiteral("Third"));
}

/// Story 4: what depends on a refused operation goes on when that one is done again.
TEST_F(AttentionTest, ARetryReleasesWhatWaited)
{
    const auto owner = newId<VariantId>();
    product = newId<ProductId>();
    ASSERT_EQ(pushOne(first, createProduct(first, product, QStringLiteral("Guji"))).outcome, Outcome::Applied);
    ASSERT_EQ(pushOne(first, createVariant(first, owner, product, QStringLiteral("SKU"))).outcome, Outcome::Applied);
    const auto wanted = newId<VariantId>();
    const Operation create = createVariant(second, wanted, product, QStringLiteral("SKU"));
    ASSERT_EQ(pushOne(second, create).outcome, Outcome::Refused);
    const Operation dependant =
        operationOf(second, operation::variantEdit, {entity::variant.toString(), wanted.value()},
                    editToJson({{{QStringLiteral("weight_grams"), {QJsonValue(), 250}}}, {}}));
    EXPECT_EQ(pushOne(second, dependant).outcome, Outcome::Waiting);

    const Resolution same{Decision::Retry, {}};
    EXPECT_EQ(pushOne(second, resolve(second, create.id.value(), same)).outcome, Outcome::Refused);
    EXPECT_TRUE(cardAt(first, create.id.value())->isOpen());
    EXPECT_EQ(countOf("select count(*) from sync.attention"), 1) << "one card stands for it";

    const Resolution otherwise{Decision::Retry,
                               {{QStringLiteral("sku"), {Keep::Typed, QJsonValue(), QStringLiteral("SKU-2")}}}};
    EXPECT_EQ(pushOne(first, resolve(first, create.id.value(), otherwise)).outcome, Outcome::Applied);
    EXPECT_FALSE(cardAt(second, create.id.value())->isOpen());
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
    EXPECT_EQ(countOf("select count(*) from catalog.variant where sku = 'SKU-2' and "
                      "(document ->> 'weight_grams')::int = 250"),
              1);
}

TEST_F(AttentionTest, SettingAsideLetsWhatWaitedBeJudgedAndGivesItACardOfItsOwn)
{
    product = newId<ProductId>();
    const auto wanted = newId<VariantId>();
    const Operation create = createVariant(second, wanted, product, QStringLiteral("SKU"));
    ASSERT_EQ(pushOne(second, create).outcome, Outcome::Refused);
    const Operation dependant =
        operationOf(second, operation::variantEdit, {entity::variant.toString(), wanted.value()},
                    editToJson({{{QStringLiteral("weight_grams"), {QJsonValue(), 250}}}, {}}));
    ASSERT_EQ(pushOne(second, dependant).outcome, Outcome::Waiting);
    EXPECT_EQ(pushOne(second, resolve(second, create.id.value(), {Decision::SetAside, {}})).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
    ASSERT_TRUE(cardAt(second, dependant.id.value()));
    EXPECT_EQ(cardAt(second, dependant.id.value())->problem->code, QStringLiteral("subject.unknown"));
}

/// The role of a person changed while the till was away: what hangs on the creation that was refused hangs together.
TEST_F(AttentionTest, SettingACreationAsideFreesAllThatDependsOnIt)
{
    Till bar = enrolTill(addPerson(Role::Barista, QStringLiteral("bar@crema.test")));
    product = newId<ProductId>();
    const auto wanted = newId<VariantId>();
    const Operation create = createProduct(bar, product, QStringLiteral("Guji"));
    Operation createWanted = createVariant(bar, wanted, product, QStringLiteral("SKU"));
    createWanted.after = {create.id};
    const Operation edit = operationOf(bar, operation::variantEdit, {entity::variant.toString(), wanted.value()},
                                       editToJson({{{QStringLiteral("weight_grams"), {QJsonValue(), 250}}}, {}}));
    ASSERT_EQ(pushOne(bar, create).outcome, Outcome::Refused);
    ASSERT_EQ(pushOne(bar, createWanted).outcome, Outcome::Waiting);
    ASSERT_EQ(pushOne(bar, edit).outcome, Outcome::Waiting);
    EXPECT_EQ(pushOne(first, resolve(first, create.id.value(), {Decision::SetAside, {}})).outcome, Outcome::Applied);
    EXPECT_EQ(countOf("select count(*) from sync.operation where outcome = 'waiting'"), 0);
    EXPECT_TRUE(cardAt(first, createWanted.id.value())->isOpen());
    EXPECT_TRUE(cardAt(first, edit.id.value())->isOpen());
}

TEST_F(AttentionTest, OnlyWhoMayEditMayResolve)
{
    loseName();
    Till bar = enrolTill(addPerson(Role::Barista, QStringLiteral("bar@crema.test")));
    const Acknowledgement answer = pushOne(bar, keepName(bar, Keep::Mine, QStringLiteral("Mine")));
    EXPECT_EQ(answer.outcome, Outcome::Refused);
    EXPECT_EQ(answer.problem->code, QStringLiteral("actor.lacks_permission"));
    EXPECT_EQ(nameOf(product), QStringLiteral("Theirs"));
    EXPECT_TRUE(cardAt(first, mine.id.value())->isOpen());
}

/// Whoever makes a decision up is told why it is not taken, and nothing changes.
TEST_F(AttentionTest, ARetryThatIsMadeUpIsRefusedWithItsReason)
{
    loseName();
    const Resolution again{Decision::Retry, {}};
    const Acknowledgement ofConflict = pushOne(first, resolve(first, mine.id.value(), again));
    EXPECT_EQ(ofConflict.outcome, Outcome::Refused);
    ASSERT_TRUE(ofConflict.problem);
    EXPECT_EQ(ofConflict.problem->code, QStringLiteral("attention.cannot_retry"));
    EXPECT_FALSE(ofConflict.problem->message.isEmpty());
    const Acknowledgement ofApplied = pushOne(first, resolve(first, theirs.id.value(), again));
    EXPECT_EQ(ofApplied.outcome, Outcome::Refused);
    ASSERT_TRUE(ofApplied.problem);
    EXPECT_EQ(ofApplied.problem->code, QStringLiteral("attention.unknown")) << "it needs no decision";

    const auto owner = newId<VariantId>();
    ASSERT_EQ(pushOne(first, createVariant(first, owner, product, QStringLiteral("SKU"))).outcome, Outcome::Applied);
    const Operation twice = createVariant(second, newId<VariantId>(), product, QStringLiteral("SKU"));
    ASSERT_EQ(pushOne(second, twice).outcome, Outcome::Refused);
    Till bar = enrolTill(addPerson(Role::Barista, QStringLiteral("bar@crema.test")));
    const Resolution otherwise{Decision::Retry,
                               {{QStringLiteral("sku"), {Keep::Typed, QJsonValue(), QStringLiteral("SKU-2")}}}};
    const Acknowledgement ofBar = pushOne(bar, resolve(bar, twice.id.value(), otherwise));
    EXPECT_EQ(ofBar.outcome, Outcome::Refused);
    ASSERT_TRUE(ofBar.problem);
    EXPECT_EQ(ofBar.problem->code, QStringLiteral("actor.lacks_permission"));
    EXPECT_TRUE(cardAt(first, twice.id.value())->isOpen());
    EXPECT_EQ(countOf("select count(*) from catalog.variant where sku = 'SKU-2'"), 0);
}

TEST_F(AttentionTest, ADeadLetterHasACardThatIsSetAside)
{
    const Result<platform::PushOutcome> outcome = push(first, {envelopeOf(first, QByteArrayLiteral("{\"id\":1}"))});
    ASSERT_TRUE(outcome);
    const CardId id = cardIdOf({first.device, 1, first.sequence}, outcome->answer.acknowledgements[0]);
    const auto card = cardAt(second, id.value());
    ASSERT_TRUE(card) << "everyone at the location can see it";
    EXPECT_EQ(card->outcome, Outcome::DeadLetter);
    EXPECT_EQ(card->sequence, first.sequence);
    EXPECT_EQ(pushOne(second, resolve(second, id.value(), {Decision::SetAside, {}})).outcome, Outcome::Applied);
    EXPECT_FALSE(cardAt(first, id.value())->isOpen());
    EXPECT_EQ(countOf("select count(*) from sync.dead_letter"), 1) << "kept whole";
}

/// A till sends its resolution again after a restore, before another one sends what it is about.
TEST_F(AttentionTest, AResolutionWaitsForWhatItIsAbout)
{
    product = newId<ProductId>();
    ASSERT_EQ(pushOne(first, createProduct(first, product, QStringLiteral("Guji"))).outcome, Outcome::Applied);
    theirs = editProduct(second, product, QStringLiteral("name"), QStringLiteral("Guji"), QStringLiteral("Theirs"));
    mine = editProduct(first, product, QStringLiteral("name"), QStringLiteral("Guji"), QStringLiteral("Mine"));
    const Operation decision = keepName(second, Keep::Mine, QStringLiteral("Mine"));
    ASSERT_EQ(pushOne(second, theirs).outcome, Outcome::Applied);
    EXPECT_EQ(pushOne(second, decision).waitingFor, QList<OperationId>{mine.id});
    EXPECT_EQ(pushOne(first, mine).outcome, Outcome::Conflict);
    EXPECT_EQ(nameOf(product), QStringLiteral("Mine"));
    EXPECT_FALSE(cardAt(first, mine.id.value())->isOpen());
}

TEST_F(AttentionTest, ACardOfBeforeThereWereCardsIsMadeWhenItIsResolved)
{
    loseName();
    pool.borrow()->runScript("delete from sync.attention");
    EXPECT_EQ(pushOne(first, keepName(first, Keep::Mine, QStringLiteral("Mine"))).outcome, Outcome::Applied);
    EXPECT_EQ(nameOf(product), QStringLiteral("Mine"));
    EXPECT_FALSE(cardAt(second, mine.id.value())->isOpen());
}

} // namespace
} // namespace crema::testing
