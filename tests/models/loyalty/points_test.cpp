// SPDX-License-Identifier: GPL-3.0-or-later
// Points of customers by their rules alone: what is earned and taken, what goes with what comes back, and what the
// platform looks at (ADR 062).
#include "models/base/json.h"
#include "models/feed/entity_types.h"
#include "models/feed/loyalty_codec.h"
#include "models/loyalty/points_ledger.h"
#include "models/loyalty/points_rules.h"
#include "models/operations/apply.h"
#include "models/operations/apply_points.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/points_body.h"
#include "models/selling/check_sale.h"
#include "models/selling/return_rules.h"
#include "tests/models/generators.h"
#include "tests/models/wire_sales.h"
#include "tests/testing/memory_aggregates.h"

#include <QFile>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::euro;

const CustomerId mira(testing::uuid(301));

/// 1 for each euro, 100 are worth 5.00, taken from 100 on.
PointsRules usual()
{
    return {1, euro(500), 100};
}

/// What is due for `cart` as a till rings it up, with as many of `wanted` points as make sense.
Sale rungUp(Cart cart, PricesInclude include, const PointsRules &rules, std::int64_t wanted, std::uint32_t number = 1)
{
    cart.customer = mira;
    Quote quoted = quote(cart, {include}).value();
    Money takeable = euro(0);
    for (const SaleLine &line : quoted.lines)
        takeable += include == PricesInclude::Tax ? line.gross : line.net;
    const std::int64_t taken = pointsFor(rules, wanted, takeable);
    if (taken > 0) {
        cart.discounts.append({pointsText(taken), std::nullopt, worthOf(rules, taken), taken});
        quoted = quote(cart, {include}).value();
    }
    quoted.points = pointsEarned(rules, quoted.lines, quoted.customer);
    SaleHeader header = testing::saleHeader();
    header.id = SaleId(testing::uuid(number));
    QList<Tender> tenders;
    if (!quoted.total.isZero())
        tenders.append({PaymentMethod::Card, quoted.total});
    return completeSale(quoted, tenders, {}, header).value();
}

/// A document that takes back so much of each line.
Sale takenBack(const Sale &sold, const QList<Sale> &earlier, const QList<ReturnPick> &picks, std::uint32_t number)
{
    Sale sale;
    sale.id = SaleId(testing::uuid(number));
    sale.customer = sold.customer;
    sale.total = euro(0);
    sale.returns = withPointsBack(sold, earlier, takeBack(sold, earlier, picks).value());
    for (const ReturnedLine &line : std::as_const(sale.returns))
        sale.points += line.points;
    return sale;
}

std::int64_t movedBy(const Sale &sale)
{
    LoyaltyAccount account{mira, 0};
    const QList<PointsEntry> entries = pointsEntriesOf(sale);
    for (const PointsEntry &entry : entries)
        account = withEntry(account, entry);
    return account.points;
}

QStringList booked(const Sale &sale, testing::MemoryAggregates &world)
{
    QStringList reviews;
    bookPoints(sale, world, reviews);
    world.save(sale);
    return reviews;
}

} // namespace

TEST(Points, AreEarnedForWholeUnitsOfGoodsByWhoIsNamed)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {testing::article(1, 1'299)};
    const Quote quoted = quote(cart, {}).value();
    EXPECT_EQ(pointsEarned(usual(), quoted.lines, mira), 12);
    EXPECT_EQ(pointsEarned({3, euro(500), 100}, quoted.lines, mira), 36);
    EXPECT_EQ(pointsEarned(usual(), quoted.lines, std::nullopt), 0);
    EXPECT_EQ(pointsEarned({0, euro(500), 100}, quoted.lines, mira), 0);
    QList<SaleLine> card = quoted.lines;
    card.first().giftCard = GiftCardId(testing::uuid(7));
    EXPECT_EQ(pointsEarned(usual(), card, mira), 0) << "a gift card is no goods";
}

TEST(Points, AsManyAreTakenAsMakeSense)
{
    EXPECT_EQ(pointsFor(usual(), 1'000, euro(5'000)), 1'000);
    EXPECT_EQ(pointsFor(usual(), 1'000, euro(1'299)), 259) << "12.95, and four cents are paid";
    EXPECT_EQ(pointsFor(usual(), 99, euro(5'000)), 0) << "too few";
    EXPECT_EQ(pointsFor(usual(), 1'000, euro(499)), 0) << "too small a cart";
    EXPECT_EQ(pointsFor({1, euro(1), 1}, 199, euro(5'000)), 100) << "no point for nothing";
    EXPECT_EQ(pointsFor({1, euro(0), 1}, 1'000, euro(5'000)), 0) << "none are taken here";
    EXPECT_EQ(takePoints(usual(), 300, 200, euro(5'000)).value(), 200);
    EXPECT_EQ(takePoints(usual(), 300, 0, euro(5'000)).value(), 0);
    EXPECT_EQ(takePoints(usual(), 300, 301, euro(5'000)).error().code, u"points.balance");
    EXPECT_EQ(takePoints(usual(), 300, 99, euro(5'000)).error().code, u"points.minimum");
    EXPECT_EQ(takePoints({1, euro(0), 1}, 300, 100, euro(5'000)).error().code, u"points.not_taken");
}

RC_GTEST_PROP(PointsProperties, TakeNoMoreThanThereIsAndFitTheSale, ())
{
    const PointsRules rules{*rc::gen::inRange<std::int64_t>(0, 20), euro(*rc::gen::inRange<std::int64_t>(1, 2'000)),
                            *rc::gen::inRange<std::int64_t>(1, 200)};
    const auto balance = *rc::gen::inRange<std::int64_t>(0, 100'000);
    const Sale sale = rungUp(*testing::cart(), *testing::pricesInclude(), rules, balance);
    RC_ASSERT(checkSale(sale).isEmpty());
    RC_ASSERT(takenBy(sale) <= balance);
    RC_ASSERT(takenBy(sale) == 0 || takenBy(sale) >= rules.minimum);
    for (const SaleDiscount &discount : sale.discounts)
        RC_ASSERT(discount.points == 0 || discount.amount == worthOf(rules, discount.points));
    RC_ASSERT(movedBy(sale) == sale.points - takenBy(sale));
    // Whoever judges it by the same rules has nothing to look at.
    testing::MemoryAggregates world;
    world.loyaltyRules = rules;
    world.save(LoyaltyAccount{mira, balance});
    RC_ASSERT(booked(sale, world).isEmpty());
    RC_ASSERT(world.loyaltyAccounts.value(mira).points == balance + movedBy(sale));
}

RC_GTEST_PROP(PointsProperties, ASaleThatComesBackInPartsMovesWhatItMoved, ())
{
    const PointsRules rules{*rc::gen::inRange<std::int64_t>(0, 20), euro(*rc::gen::inRange<std::int64_t>(1, 2'000)), 1};
    Cart cart = *testing::cart();
    for (CartLine &line : cart.lines)
        line.quantity = Quantity(*rc::gen::inRange<std::int64_t>(1, 6));
    const Sale sold = rungUp(cart, *testing::pricesInclude(), rules, *rc::gen::inRange<std::int64_t>(0, 5'000));
    testing::MemoryAggregates world;
    world.loyaltyRules = rules;
    world.save(LoyaltyAccount{mira, 1'000'000'000});
    RC_ASSERT(booked(sold, world).isEmpty());
    QList<Sale> earlier;
    std::int64_t moved = 0;
    for (std::uint32_t number = 10; number < 200; ++number) {
        QList<ReturnPick> picks;
        const QList<ReturnableLine> left = returnable(sold, earlier);
        for (const ReturnableLine &line : left) {
            if (line.left.isZero() || *rc::gen::inRange(0, 3) == 0)
                continue;
            const Quantity some(*rc::gen::inRange<std::int64_t>(1, line.left.units() + 1));
            picks.append({line.line, some, std::nullopt, true, {}});
        }
        if (picks.isEmpty())
            picks = everythingLeft(sold, earlier, {}, true).mid(0, 1);
        if (picks.isEmpty())
            break;
        const Sale back = takenBack(sold, earlier, picks, number);
        moved += movedBy(back);
        RC_ASSERT(booked(back, world).isEmpty());
        earlier.append(back);
    }
    RC_ASSERT(everythingLeft(sold, earlier, {}, true).isEmpty());
    RC_ASSERT(moved == -movedBy(sold));
    RC_ASSERT(world.loyaltyAccounts.value(mira).points == 1'000'000'000);
}

RC_GTEST_PROP(PointsProperties, AllFourCodecsAgree, ())
{
    Sale sale = rungUp(*testing::cart(), *testing::pricesInclude(), {7, euro(500), 1},
                       *rc::gen::inRange<std::int64_t>(1, 5'000));
    RC_PRE(sale.points != 0 || takenBy(sale) != 0);
    if (*rc::gen::arbitrary<bool>()) {
        const Sale back = takenBack(sale, {}, everythingLeft(sale, {}, {}, true), 2);
        sale.returns = back.returns;
        sale.points += back.points;
    }
    RC_ASSERT(body::schemaOf(sale) == 4);
    testing::expectCodecsAgree(sale, 4);
}

TEST(PointsAtThePlatform, WhatIsNotByTheRulesIsLookedAtAndCounts)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {testing::article(1, 10'000)};
    const Sale good = rungUp(cart, PricesInclude::Tax, usual(), 200);
    ASSERT_EQ(takenBy(good), 200);
    ASSERT_EQ(good.points, 90);
    const auto reviewsOf = [](const Sale &sale, const PointsRules &rules) {
        testing::MemoryAggregates world;
        world.loyaltyRules = rules;
        world.save(LoyaltyAccount{mira, 200});
        return booked(sale, world);
    };
    EXPECT_EQ(reviewsOf(good, usual()), QStringList());
    EXPECT_EQ(reviewsOf(good, {2, euro(500), 100}), QStringList{u"points.differ"_s});
    EXPECT_EQ(reviewsOf(good, {1, euro(400), 100}), QStringList{u"points.differ"_s});
    Sale nobodys = good;
    nobodys.customer.reset();
    EXPECT_EQ(reviewsOf(nobodys, usual()), QStringList{u"points.differ"_s});
    testing::MemoryAggregates empty;
    empty.loyaltyRules = usual();
    EXPECT_EQ(booked(good, empty), QStringList{u"points.overdrawn"_s});
    EXPECT_EQ(empty.loyaltyAccounts.value(mira).points, -110);
}

TEST(PointsAtThePlatform, TwoRegistersThatTakeTheSameBackAreLookedAt)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {testing::article(1, 1'000, 1900, 3)};
    const Sale sold = rungUp(cart, PricesInclude::Tax, usual(), 0);
    testing::MemoryAggregates world;
    world.loyaltyRules = usual();
    EXPECT_TRUE(booked(sold, world).isEmpty());
    const QList<ReturnPick> two{{0, Quantity(2), std::nullopt, true, {}}};
    EXPECT_TRUE(booked(takenBack(sold, {}, two, 2), world).isEmpty());
    EXPECT_EQ(booked(takenBack(sold, {}, two, 3), world), (QStringList{u"points.differ"_s, u"points.overdrawn"_s}));
}

TEST(PointsAdjust, IsAppliedWithItsReasonAndBelowZeroIsLookedAt)
{
    testing::MemoryAggregates world;
    const auto adjust = [&](std::int64_t points) {
        Operation operation;
        operation.id = OperationId(testing::uuid(static_cast<std::uint32_t>(points + 1'000)));
        operation.type = operation::pointsAdjust.toString();
        operation.subject = {entity::loyaltyAccount.toString(), mira.value()};
        operation.body = body::toJson(body::PointsAdjust{points, u"As an apology"_s});
        return applyOperation(operation, world, MergeMode::Judge);
    };
    EXPECT_EQ(adjust(70).outcome, Outcome::Applied);
    EXPECT_EQ(world.loyaltyAccounts.value(mira).points, 70);
    const Effect below = adjust(-100);
    EXPECT_EQ(below.outcome, Outcome::Applied);
    EXPECT_EQ(below.reviews, QStringList{u"points.overdrawn"_s});
    EXPECT_EQ(world.loyaltyAccounts.value(mira).points, -30);
    ASSERT_EQ(world.pointsEntries.size(), 2);
    EXPECT_EQ(world.pointsEntries.first().reason, u"As an apology");
    EXPECT_NE(adjust(0).outcome, Outcome::Applied);
}

TEST(PointsWire, AnAccountIsAFeedRowOfTheCompany)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + u"/tests/wire/feed/loyalty_account.1.json"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonObject json = json::readStrict(file.readAll())->value(u"entity"_s).toObject();
    const Result<LoyaltyAccount> account = codec::readLoyaltyAccount(json);
    ASSERT_TRUE(account) << qPrintable(account.error().message);
    EXPECT_EQ(json::writeCanonical(codec::toJson(*account)), json::writeCanonical(json));
    EXPECT_EQ(account->points, -120);
}

} // namespace crema
