// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a parked sale, in whatever order it is told (ADR 058).
#include "models/base/json.h"
#include "models/base/uuid7.h"
#include "models/feed/cart_codec.h"
#include "models/feed/entity_types.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "tests/models/wire_files.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/memory_aggregates.h"
#include "tests/testing/seeded_randomness.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

class CartRuleTest : public ::testing::Test
{
protected:
    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(clock.now(), randomness);
    }

    ParkedCart draft()
    {
        ParkedCart cart;
        cart.name = u"Table 4"_s;
        cart.lines = {{newId<VariantId>(), Quantity(2)}};
        cart.note = u"Fetched at five"_s;
        cart.total = Money(760, *Currency::fromCode(u"EUR"_s));
        return cart;
    }

    Operation operationOf(QStringView type, RegisterId at, const QJsonObject &body = {})
    {
        clock.advance(1'000);
        Operation operation;
        operation.id = newId<OperationId>();
        operation.type = type.toString();
        operation.subject = {entity::parkedCart.toString(), id.value()};
        operation.actor = person;
        operation.location = location;
        operation.registerId = at;
        operation.occurredAt = clock.now();
        operation.body = body;
        return operation;
    }
    Effect apply(const Operation &operation) { return applyOperation(operation, world, MergeMode::Judge); }
    Effect park() { return apply(operationOf(operation::cartPark, tillA, body::toJson(draft()))); }
    Effect take(RegisterId at) { return apply(operationOf(operation::cartTake, at)); }
    ParkedCart cart() { return world.parkedCart(id).value_or(ParkedCart()); }

    testing::FixedClock clock;
    testing::SeededRandomness randomness{5};
    testing::MemoryAggregates world;
    ParkedCartId id = newId<ParkedCartId>();
    PersonId person = newId<PersonId>();
    LocationId location = newId<LocationId>();
    RegisterId tillA = newId<RegisterId>();
    RegisterId tillB = newId<RegisterId>();
};

TEST_F(CartRuleTest, ItWaitsWithAllThatIsInIt)
{
    EXPECT_EQ(park(), Effect());
    EXPECT_EQ(cart().state, CartState::Parked);
    EXPECT_EQ(cart().name, u"Table 4"_s);
    EXPECT_EQ(cart().registerId, tillA);
    EXPECT_EQ(cart().by, person);
    EXPECT_EQ(cart().lines.size(), 1);
    const Result<ParkedCart> read = codec::readParkedCart(codec::toJson(cart()));
    ASSERT_TRUE(read) << qPrintable(read.error().message);
    EXPECT_EQ(*read, cart());
}

TEST_F(CartRuleTest, OptionsCouponsPointsAndWhatIsNoArticleWaitInTheSecondForm)
{
    EXPECT_EQ(body::schemaOf(draft()), 1) << "as it was before there was more";
    const Money price(2500, *Currency::fromCode(u"EUR"_s));
    ParkedLine chosen{newId<VariantId>()};
    chosen.modifiers = {newId<ModifierId>(), newId<ModifierId>()};
    ParkedLine repair{newId<VariantId>(), Quantity(1), Price{price}};
    repair.offCatalog = OffCatalog{u"Repair of a grinder"_s, newId<TaxClassId>()};
    const auto with = [this](auto change) {
        ParkedCart cart = draft();
        change(cart);
        return cart;
    };
    const QList<ParkedCart> more{
        with([&](ParkedCart &cart) { cart.lines.append(chosen); }),
        with([&](ParkedCart &cart) { cart.lines.append(repair); }),
        with([&](ParkedCart &cart) { cart.coupons = QStringList{u"WELCOME"_s}; }),
        with([&](ParkedCart &cart) { cart.points = 200; }),
        with([&](ParkedCart &cart) { cart.customerNote = u"Rest the beans for ten days."_s; }),
    };
    for (const ParkedCart &cart : more) {
        EXPECT_EQ(body::schemaOf(cart), 2);
        Operation operation = operationOf(operation::cartPark, tillA, body::toJson(cart));
        operation.schema = 2;
        const Result<ParkedCart> read = body::readCartPark(operation);
        ASSERT_TRUE(read) << qPrintable(read.error().message);
        EXPECT_EQ(read->lines, cart.lines);
        EXPECT_EQ(read->coupons, cart.coupons);
        EXPECT_EQ(read->points, cart.points);
        EXPECT_EQ(read->customerNote, cart.customerNote);
        const Result<ParkedCart> document = codec::readParkedCart(codec::toJson(*read));
        ASSERT_TRUE(document) << qPrintable(document.error().message);
        EXPECT_EQ(*document, *read);
    }
}

TEST_F(CartRuleTest, ItsRowsAreReadAndWrittenByteForByte)
{
    for (const QString &name : {u"parked_cart"_s, u"parked_cart_chosen"_s, u"parked_cart_taken"_s}) {
        SCOPED_TRACE(name.toStdString());
        const QByteArray bytes = testing::wireFile(u"feed/%1.1.json"_s.arg(name));
        const QJsonObject row = QJsonDocument::fromJson(bytes).object();
        const Result<ParkedCart> cart = codec::readParkedCart(row.value(u"entity"_s).toObject());
        ASSERT_TRUE(cart) << qPrintable(cart.error().message);
        EXPECT_TRUE(bytes.contains(json::writeCanonical(codec::toJson(*cart)))) << bytes.constData();
    }
}

TEST_F(CartRuleTest, WhatIsNoArticleHasAPriceAndPointsAreOfACustomer)
{
    ParkedCart cart = draft();
    cart.lines.first().offCatalog = OffCatalog{u"Repair of a grinder"_s, newId<TaxClassId>()};
    const auto read = body::readCartPark(operationOf(operation::cartPark, tillA, body::toJson(cart)));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().fields.first().field, u"lines[0].price"_s);

    ParkedCart points = draft();
    points.points = 200;
    EXPECT_EQ(checkedCart(points)->points, 0);
    points.customer = newId<CustomerId>();
    EXPECT_EQ(checkedCart(points)->points, 200);
}

/// The audit trail and the queue go by the subject.
TEST_F(CartRuleTest, OfSomethingElseItIsNothingThatAnybodyKnows)
{
    for (const QStringView type : {operation::cartPark, operation::cartTake, operation::cartDiscard}) {
        Operation forged = operationOf(type, tillA, body::toJson(draft()));
        forged.subject.type = entity::customer.toString();
        const Effect effect = apply(forged);
        EXPECT_EQ(effect.outcome, Outcome::DeadLetter) << qPrintable(forged.type);
        ASSERT_TRUE(effect.problem);
        EXPECT_EQ(effect.problem->code, u"operation.unknown"_s);
        EXPECT_FALSE(world.parkedCart(id));
    }
}

TEST_F(CartRuleTest, WhoTakesItFirstHasItAndTheSecondIsLookedAt)
{
    park();
    EXPECT_TRUE(take(tillB).reviews.isEmpty());
    const Effect second = take(tillA);
    EXPECT_EQ(second.outcome, Outcome::Applied) << "it happened: the items lie in that till";
    EXPECT_EQ(second.reviews, QStringList{u"cart.taken_twice"_s});
    EXPECT_EQ(cart().state, CartState::Taken);
    EXPECT_EQ(cart().end->registerId, tillB);
    EXPECT_TRUE(take(tillB).reviews.isEmpty()) << "one till has it once";
}

TEST_F(CartRuleTest, WhatEndedTellsNothingOfWhatWasInIt)
{
    park();
    take(tillB);
    EXPECT_TRUE(cart().lines.isEmpty());
    EXPECT_TRUE(cart().name.isEmpty());
    EXPECT_TRUE(cart().note.isEmpty());
    EXPECT_FALSE(cart().total);
    ASSERT_TRUE(codec::readParkedCart(codec::toJson(cart())));
}

TEST_F(CartRuleTest, DiscardingIsNoSaleSoNobodyIsAskedAboutIt)
{
    park();
    EXPECT_TRUE(apply(operationOf(operation::cartDiscard, tillA)).reviews.isEmpty());
    EXPECT_TRUE(take(tillB).reviews.isEmpty());
    EXPECT_EQ(cart().state, CartState::Discarded);
    EXPECT_EQ(cart().end->registerId, tillA);
}

TEST_F(CartRuleTest, TheOrderOfParkingAndTakingDoesNotMatter)
{
    const Operation parking = operationOf(operation::cartPark, tillA, body::toJson(draft()));
    const Operation taking = operationOf(operation::cartTake, tillB);
    EXPECT_TRUE(apply(taking).reviews.isEmpty());
    EXPECT_EQ(apply(parking), Effect());
    const ParkedCart late = cart();
    world.parkedCarts.clear();
    apply(parking);
    apply(taking);
    EXPECT_EQ(cart(), late) << "it is not offered again to anybody";
}

TEST_F(CartRuleTest, TwoCartsOfOneIdAreNotOne)
{
    park();
    const Effect again = park();
    EXPECT_EQ(again.outcome, Outcome::DeadLetter);
    EXPECT_EQ(again.problem->code, u"cart.id_used"_s);
}

TEST_F(CartRuleTest, WhatSaysNoRegisterIsSetAside)
{
    Operation nowhere = operationOf(operation::cartTake, tillA);
    nowhere.registerId.reset();
    EXPECT_EQ(apply(nowhere).outcome, Outcome::DeadLetter);
    Operation empty = operationOf(operation::cartPark, tillA, {{u"name"_s, 5}});
    EXPECT_EQ(apply(empty).outcome, Outcome::DeadLetter);
}

TEST(ParkedCarts, AreCheckedBeforeTheyAreParked)
{
    ParkedCart cart;
    EXPECT_EQ(checkedCart(cart).error().code, u"cart.empty"_s);
    cart.lines = {{VariantId(QUuid::createUuid())}};
    cart.name = u"  Table\n4 "_s;
    EXPECT_EQ(checkedCart(cart)->name, u"Table 4"_s);
    cart.name = QString(ParkedCart::longestName + 1, u'x');
    EXPECT_EQ(checkedCart(cart).error().code, u"cart.text"_s);
    cart.name = QString(QChar(7));
    EXPECT_EQ(checkedCart(cart).error().code, u"cart.text"_s);
}

TEST(ParkedCarts, ADiscountIsARateOrAnAmount)
{
    ParkedCart cart;
    cart.id = ParkedCartId(QUuid::createUuid());
    cart.location = LocationId(QUuid::createUuid());
    cart.registerId = RegisterId(QUuid::createUuid());
    cart.lines = {{VariantId(QUuid::createUuid())}};
    cart.discounts = {{u"Staff"_s, 1'000, std::nullopt}};
    EXPECT_TRUE(codec::readParkedCart(codec::toJson(cart)));
    cart.discounts.first().amount = Money(50, *Currency::fromCode(u"EUR"_s));
    EXPECT_FALSE(codec::readParkedCart(codec::toJson(cart)));
    cart.discounts.clear();
    cart.state = CartState::Taken;
    EXPECT_FALSE(codec::readParkedCart(codec::toJson(cart))) << "it does not say who";
}

} // namespace
} // namespace crema
