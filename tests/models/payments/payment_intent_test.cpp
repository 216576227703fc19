// SPDX-License-Identifier: GPL-3.0-or-later
// Payment intents by their rules alone: what answers, verdicts, sales and refunds make of one, in whatever order.
#include "models/payments/payment_intent.h"

#include "models/base/json.h"
#include "models/feed/payment_intent_codec.h"
#include "models/operations/apply.h"
#include "models/operations/apply_payments.h"
#include "models/operations/operation_types.h"
#include "models/operations/payment_bodies.h"
#include "models/selling/complete_sale.h"
#include "models/selling/return_rules.h"
#include "tests/models/generators.h"
#include "tests/testing/memory_aggregates.h"

#include <QFile>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::euro;

const PaymentIntentId intentId(testing::uuid(301));
const ShiftId shiftId(testing::uuid(302));

PaymentIntent intentIn(IntentState state, std::int64_t minor = 1'000)
{
    PaymentIntent intent;
    intent.id = intentId;
    intent.shift = shiftId;
    intent.amount = euro(minor);
    intent.refundAsked = intent.refunded = euro(0);
    intent.state = state;
    return intent;
}

ProviderAnswer answerOf(ProviderOutcome outcome)
{
    return {outcome, u"https://pay.example/1"_s, u"visa"_s, u"4242"_s, u"pi_1"_s, u"card_declined"_s};
}

template<class Value>
QString codeOf(const Result<Value> &result)
{
    return result ? QString() : result.error().code;
}

/// A sale of one thing, paid online for `minor`; below zero: so much is paid back.
Sale saleOf(std::uint32_t number, std::int64_t minor, const std::optional<PaymentIntentId> &intent = intentId)
{
    Sale sale;
    sale.id = SaleId(testing::uuid(number));
    sale.total = euro(minor);
    Payment payment{PaymentMethod::Online, euro(minor), euro(minor), euro(0)};
    payment.intent = intent;
    sale.payments = {payment};
    return sale;
}

QStringList booked(const Sale &sale, testing::MemoryAggregates &world)
{
    QStringList reviews;
    bookIntents(sale, world, reviews);
    return reviews;
}

Operation operationOf(QStringView type, const QJsonObject &body)
{
    Operation operation;
    operation.id = OperationId(testing::uuid(310));
    operation.type = type.toString();
    operation.subject = {u"payment_intent"_s, intentId.value()};
    operation.location = LocationId(testing::uuid(303));
    operation.registerId = RegisterId(testing::uuid(304));
    operation.actor = PersonId(testing::uuid(305));
    operation.occurredAt = UtcTime(1'000);
    operation.body = body;
    return operation;
}

constexpr std::array states{IntentState::Asked, IntentState::Open,   IntentState::Unknown,
                            IntentState::Paid,  IntentState::Failed, IntentState::Cancelled};
constexpr std::array outcomes{ProviderOutcome::Open, ProviderOutcome::Paid, ProviderOutcome::Failed,
                              ProviderOutcome::Cancelled, ProviderOutcome::Unknown};

TEST(PaymentIntent, WhatIsDecidedStaysButMoneyIsAlwaysTold)
{
    for (const IntentState state : states) {
        for (const ProviderOutcome outcome : outcomes) {
            SCOPED_TRACE(qPrintable(intentStateText(state)));
            const PaymentIntent before = intentIn(state);
            const PaymentIntent after = afterAnswer(before, answerOf(outcome));
            if (outcome == ProviderOutcome::Paid) {
                EXPECT_EQ(after.state, IntentState::Paid);
                EXPECT_EQ(after.reference, u"pi_1");
                EXPECT_EQ(after.problem, QString());
                EXPECT_EQ(after.url, QString()) << "a page that is paid is shown to nobody";
            } else if (!before.isUndecided()) {
                EXPECT_EQ(after, before);
            }
        }
    }
    const PaymentIntent open = afterAnswer(intentIn(IntentState::Asked), answerOf(ProviderOutcome::Open));
    EXPECT_EQ(open.state, IntentState::Open);
    EXPECT_EQ(open.url, u"https://pay.example/1");
    const PaymentIntent unknown = afterAnswer(open, {ProviderOutcome::Unknown, {}, {}, {}, {}, u"timeout"_s});
    EXPECT_EQ(unknown.state, IntentState::Unknown);
    EXPECT_TRUE(unknown.isUndecided());
    EXPECT_EQ(unknown.url, open.url) << "the customer may be paying there";
    EXPECT_EQ(unknown.problem, u"timeout");
    const PaymentIntent failed = afterAnswer(open, answerOf(ProviderOutcome::Failed));
    EXPECT_EQ(failed.state, IntentState::Failed);
    EXPECT_EQ(failed.problem, u"card_declined");
    EXPECT_FALSE(failed.holdsShift());
}

/// Whatever comes in whatever order: once the provider said that it has the money, it is never hidden again.
RC_GTEST_PROP(PaymentIntent, NoAnswerHidesMoneyThatWasTaken, ())
{
    PaymentIntent intent = intentIn(IntentState::Asked);
    bool wasPaid = false;
    const int count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, outcomes.size());
        wasPaid = wasPaid || outcomes[at] == ProviderOutcome::Paid;
        intent = afterAnswer(intent, answerOf(outcomes[at]));
        RC_ASSERT((intent.state == IntentState::Paid) == wasPaid);
    }
}

TEST(PaymentIntent, AManagerSettlesWhatIsUnknownAndGivesBackWhatIsForNothing)
{
    const auto verdict = [](IntentState state, IntentVerdict said) {
        return afterVerdict(intentIn(state), said, u"As their pages show"_s);
    };
    for (const IntentState state : states) {
        const bool isUnknown = state == IntentState::Unknown;
        EXPECT_EQ(codeOf(verdict(state, IntentVerdict::Paid)), isUnknown ? u""_s : u"payment.settled"_s);
        EXPECT_EQ(codeOf(verdict(state, IntentVerdict::Failed)), isUnknown ? u""_s : u"payment.settled"_s);
        const bool isPaid = state == IntentState::Paid;
        EXPECT_EQ(codeOf(verdict(state, IntentVerdict::GiveBack)), isPaid ? u""_s : u"payment.settled"_s);
    }
    EXPECT_EQ(verdict(IntentState::Unknown, IntentVerdict::Failed)->state, IntentState::Failed);
    const PaymentIntent back = verdict(IntentState::Paid, IntentVerdict::GiveBack).value();
    EXPECT_EQ(back.refundAsked, euro(1'000));
    EXPECT_FALSE(back.holdsShift());
    EXPECT_EQ(codeOf(afterVerdict(back, IntentVerdict::GiveBack, u"Again"_s)), u"payment.settled");
    PaymentIntent sold = intentIn(IntentState::Paid);
    sold.sale = SaleId(testing::uuid(1));
    EXPECT_EQ(codeOf(afterVerdict(sold, IntentVerdict::GiveBack, u"No"_s)), u"payment.settled");
    EXPECT_EQ(codeOf(afterVerdict(intentIn(IntentState::Unknown), IntentVerdict::Paid, u"  "_s)), u"payment.reason");
    EXPECT_EQ(codeOf(afterVerdict(intentIn(IntentState::Unknown), IntentVerdict::Paid, QString(201, u'x'))),
              u"payment.reason");
}

TEST(PaymentIntent, PaysOneDocumentOfItsAmount)
{
    PaymentIntent paid = intentIn(IntentState::Paid);
    EXPECT_TRUE(paid.isUnclaimed());
    EXPECT_EQ(codeOf(mayPay(paid, euro(1'000))), QString());
    EXPECT_EQ(codeOf(mayPay(paid, euro(999))), u"payment.amount");
    EXPECT_EQ(codeOf(mayPay(paid, Money(1'000, testing::currency(u"CHF")))), u"payment.currency");
    EXPECT_EQ(codeOf(mayPay(intentIn(IntentState::Open), euro(1'000))), u"payment.not_paid");
    paid.refundAsked = euro(1'000);
    EXPECT_EQ(codeOf(mayPay(paid, euro(1'000))), u"payment.used");
    paid.refundAsked = euro(0);
    paid.sale = SaleId(testing::uuid(1));
    EXPECT_EQ(codeOf(mayPay(paid, euro(1'000))), u"payment.used");
    EXPECT_FALSE(paid.holdsShift());
    EXPECT_EQ(codeOf(checkedIntent(intentIn(IntentState::Asked, 0))), u"payment.amount");
    PaymentIntent wordy = intentIn(IntentState::Asked);
    wordy.description = QString(201, u'x');
    EXPECT_EQ(codeOf(checkedIntent(wordy)), u"payment.description");
    wordy.description = u"  Garden\nSquare "_s;
    EXPECT_EQ(checkedIntent(wordy)->description, u"Garden Square");
}

TEST(PaymentIntent, AnAskIsAFactThatIsTakenOnce)
{
    testing::MemoryAggregates world;
    const body::PaymentAsk wanted{shiftId, IntentChannel::Reader, euro(700), u"Two flat whites"_s};
    const Operation ask = operationOf(operation::paymentAsk, body::toJson(wanted));
    EXPECT_TRUE(operation::isFact(ask.type));
    EXPECT_EQ(applyOperation(ask, world, MergeMode::Judge).outcome, Outcome::Applied);
    const PaymentIntent asked = world.paymentIntents.value(intentId);
    EXPECT_EQ(asked.state, IntentState::Asked);
    EXPECT_EQ(asked.channel, IntentChannel::Reader);
    EXPECT_EQ(asked.person, ask.actor);
    EXPECT_EQ(asked.registerId, *ask.registerId);
    EXPECT_TRUE(asked.holdsShift());

    world.save(afterAnswer(asked, answerOf(ProviderOutcome::Paid)));
    EXPECT_EQ(applyOperation(ask, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.paymentIntents.value(intentId).state, IntentState::Paid) << "it begins nothing anew";
    Operation none = ask;
    none.body = body::toJson(body::PaymentAsk{shiftId, IntentChannel::Link, euro(0), {}});
    EXPECT_EQ(applyOperation(none, world, MergeMode::Judge).outcome, Outcome::DeadLetter);
    Operation other = ask;
    other.subject.type = u"sale"_s;
    EXPECT_EQ(applyOperation(other, world, MergeMode::Judge).outcome, Outcome::DeadLetter);
}

TEST(PaymentIntent, GivingUpAsksAndAVerdictDecides)
{
    testing::MemoryAggregates world;
    const Operation cancel = operationOf(operation::paymentCancel, {});
    EXPECT_EQ(applyOperation(cancel, world, MergeMode::Judge).reviews, QStringList{u"payment.unknown"_s});
    world.save(intentIn(IntentState::Open));
    EXPECT_EQ(applyOperation(cancel, world, MergeMode::Judge).reviews, QStringList());
    EXPECT_TRUE(world.paymentIntents.value(intentId).isCancelAsked);
    EXPECT_TRUE(world.paymentIntents.value(intentId).holdsShift()) << "the provider has not said yet";
    world.save(intentIn(IntentState::Paid));
    EXPECT_EQ(applyOperation(cancel, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.paymentIntents.value(intentId), intentIn(IntentState::Paid)) << "the customer was faster";

    const body::PaymentSettle giveBack{IntentVerdict::GiveBack, u"Walked away"_s};
    const Operation settle = operationOf(operation::paymentSettle, body::toJson(giveBack));
    EXPECT_FALSE(operation::isFact(settle.type));
    EXPECT_EQ(applyOperation(settle, world, MergeMode::Judge).outcome, Outcome::Applied);
    EXPECT_EQ(world.paymentIntents.value(intentId).refundAsked, euro(1'000));
    const Effect again = applyOperation(settle, world, MergeMode::Judge);
    EXPECT_EQ(again.outcome, Outcome::Refused);
    EXPECT_EQ(again.problem->code, u"payment.settled");
}

TEST(PaymentIntent, ASaleIsWhatItPaysAndIsNeverRefused)
{
    testing::MemoryAggregates world;
    world.save(intentIn(IntentState::Paid));
    EXPECT_EQ(booked(saleOf(1, 1'000), world), QStringList());
    EXPECT_EQ(world.paymentIntents.value(intentId).sale, SaleId(testing::uuid(1)));
    EXPECT_EQ(booked(saleOf(2, 1'000), world), QStringList{u"payment.used_twice"_s});
    EXPECT_EQ(world.paymentIntents.value(intentId).sale, SaleId(testing::uuid(1))) << "it stays with the first";
    EXPECT_EQ(booked(saleOf(3, 1'000, PaymentIntentId(testing::uuid(399))), world), QStringList{u"payment.unknown"_s});
    EXPECT_EQ(booked(saleOf(4, 1'000, std::nullopt), world), QStringList{u"payment.unknown"_s});

    world.save(intentIn(IntentState::Failed));
    EXPECT_EQ(booked(saleOf(5, 900), world), (QStringList{u"payment.not_paid"_s, u"payment.amount"_s}));
    PaymentIntent late = afterAnswer(world.paymentIntents.value(intentId), answerOf(ProviderOutcome::Paid));
    EXPECT_FALSE(late.holdsShift()) << "its sale waits for it";
    late.sale.reset();
    late.refundAsked = euro(1'000);
    world.save(late);
    EXPECT_EQ(booked(saleOf(6, 1'000), world), QStringList{u"payment.given_back"_s});
    Sale twice = saleOf(7, 1'000);
    twice.payments.append(twice.payments.first());
    world.save(intentIn(IntentState::Paid));
    EXPECT_TRUE(booked(twice, world).contains(u"payment.used_twice"_s));
}

TEST(PaymentIntent, WhatGoesBackIsUpToWhatWasPaid)
{
    testing::MemoryAggregates world;
    PaymentIntent sold = intentIn(IntentState::Paid);
    sold.sale = SaleId(testing::uuid(1));
    world.save(sold);
    EXPECT_EQ(booked(saleOf(2, -400), world), QStringList());
    EXPECT_EQ(world.paymentIntents.value(intentId).refundAsked, euro(400));
    EXPECT_EQ(booked(saleOf(3, -600), world), QStringList());
    EXPECT_EQ(booked(saleOf(4, -1), world), QStringList{u"payment.refund_beyond"_s});
    EXPECT_EQ(world.paymentIntents.value(intentId).refundAsked, euro(1'000));
}

TEST(PaymentIntent, MoneyGoesBackToThePaymentsItCameBy)
{
    const PaymentIntentId other(testing::uuid(320));
    Sale sold = saleOf(1, 700);
    Payment second = sold.payments.first();
    second.amount = second.tendered = euro(300);
    second.intent = other;
    sold.payments.append(second);
    sold.total = euro(1'000);
    const Refund all = refundOf(euro(1'000), {RefundTo::Original, sold, {}}, {});
    ASSERT_EQ(all.payments.size(), 2);
    EXPECT_EQ(all.payments[0].intent, intentId);
    EXPECT_EQ(all.payments[0].amount, euro(-700));
    EXPECT_EQ(all.payments[1].intent, other);
    EXPECT_EQ(all.payments[1].amount, euro(-300));
    EXPECT_EQ(refundOf(euro(1'000), {RefundTo::Cash, sold, {}}, {}).payments[0].method, PaymentMethod::Cash);
}

TEST(PaymentIntent, AnOnlineTenderNamesItsIntent)
{
    Cart cart;
    cart.currency = testing::currency(u"EUR");
    cart.lines = {testing::article(1, 400)};
    const Quote quoted = quote(cart, {}).value();
    Tender tender{PaymentMethod::Online, quoted.total};
    EXPECT_EQ(codeOf(completeSale(quoted, {tender}, {}, testing::saleHeader())), u"payment.not_paid");
    tender.intent = intentId;
    tender.tip = euro(50);
    const Sale sale = completeSale(quoted, {tender}, {}, testing::saleHeader()).value();
    ASSERT_EQ(sale.payments.size(), 1);
    EXPECT_EQ(sale.payments[0].intent, intentId);
    EXPECT_EQ(sale.payments[0].tendered, quoted.total + euro(50));
}

TEST(PaymentIntentWire, ItIsAFeedRowOfTheLocation)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + u"/tests/wire/feed/payment_intent.1.json"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonObject json = json::readStrict(file.readAll())->value(u"entity"_s).toObject();
    const Result<PaymentIntent> intent = codec::readPaymentIntent(json);
    ASSERT_TRUE(intent) << qPrintable(intent.error().message);
    EXPECT_EQ(json::writeCanonical(codec::toJson(*intent)), json::writeCanonical(json));
    EXPECT_EQ(intent->state, IntentState::Paid);
    EXPECT_EQ(intent->amount, euro(900));
    EXPECT_TRUE(intent->isUnclaimed());
    for (const QString &word : {u"state"_s, u"channel"_s}) {
        QJsonObject other = json;
        other.insert(word, u"lost"_s);
        EXPECT_FALSE(codec::readPaymentIntent(other));
    }
}

} // namespace
} // namespace crema
