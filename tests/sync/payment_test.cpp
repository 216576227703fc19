// SPDX-License-Identifier: GPL-3.0-or-later
// Payment intents in the store of a register (ADR 061): asked for, answered by the feed, used for one sale, given back,
// and laid over what the platform says of them.
#include "sync/store/payment_recording.h"

#include "models/feed/payment_intent_codec.h"
#include "models/payments/intent_slip.h"
#include "sync/store/cash_recording.h"
#include "sync/store/return_recording.h"
#include "sync/store/sale_recording.h"
#include "tests/sync/rebase_fixture.h"

namespace crema::sync::testing {
namespace {

using namespace Qt::StringLiterals;

class PaymentTest : public RebaseTest
{
protected:
    void SetUp() override
    {
        RebaseTest::SetUp();
        espresso = addProduct(*store, u"Espresso"_s, u"ESP"_s, 1'290);
        ASSERT_TRUE(openShift(*store));
        setLink(Link::Online);
    }

    void setLink(Link link) { ASSERT_TRUE(store->noteLink({link, std::nullopt})); }

    Result<PaymentIntent> ask(std::int64_t minor = 1'290)
    {
        const PaymentAsk wanted{euro(minor), IntentChannel::Link, {}};
        return store->write([&] { return recordPaymentAsk(*store, wanted); });
    }
    /// One espresso, paid by this intent.
    Result<Sale> sell(PaymentIntentId id)
    {
        SaleDraft draft;
        draft.lines = {{espresso}};
        TenderDraft tender{PaymentMethod::Online, euro(1'290)};
        tender.intent = id;
        draft.tenders = {tender};
        return store->write([&] { return recordSaleOf(*store, draft); });
    }
    Result<Sale> giveBack(const Sale &sold)
    {
        ReturnDraft draft;
        draft.sale = sold.id;
        draft.lines = {{0, Quantity(1)}};
        return store->write([&] { return recordReturnOf(*store, draft); });
    }
    Result<Shift> close()
    {
        return store->write([&] { return recordShiftClose(*store, ShiftCount(euro(0), {})); });
    }
    Result<PaymentIntent> settle(PaymentIntentId id, IntentVerdict verdict)
    {
        return store->write([&] { return recordPaymentSettle(*store, id, verdict, u"As their pages show"_s); });
    }

    template<class Value>
    static QString codeOf(const Result<Value> &result)
    {
        return result ? QString() : result.error().code;
    }

    PaymentIntent held(PaymentIntentId id) { return store->rows().payments().intent(id).value_or(PaymentIntent()); }

    void toldBy(std::uint64_t xid, const PaymentIntent &intent)
    {
        page({row(xid, 1, entity::paymentIntent, intent.id.value(), codec::toJson(intent))});
    }
    /// The platform took what was asked, and its provider says that the customer has paid.
    PaymentIntent paid(std::uint64_t xid)
    {
        const PaymentIntent asked = ask().value();
        answer(xid);
        const PaymentIntent intent =
            afterAnswer(held(asked.id), {ProviderOutcome::Paid, {}, u"visa"_s, u"4242"_s, u"pi_1"_s, {}});
        toldBy(xid + 1, intent);
        return intent;
    }

    VariantId espresso;
};

TEST_F(PaymentTest, IsStoredBeforeAnybodyIsAskedAndOnlyWhereSomebodyCanBe)
{
    setLink(Link::Offline);
    EXPECT_EQ(codeOf(ask()), u"payment.offline");
    setLink(Link::Online);
    EXPECT_EQ(codeOf(ask(0)), u"payment.amount");
    const PaymentIntent asked = ask().value();
    EXPECT_EQ(held(asked.id), asked);
    EXPECT_EQ(asked.state, IntentState::Asked);
    EXPECT_EQ(asked.description, folder.shop.company.name);
    EXPECT_EQ(asked.registerId, folder.shop.registerInfo.id);
    EXPECT_EQ(codeOf(close()), u"payment.open");
    EXPECT_EQ(store->rows().payments().intents({true, asked.shift, 10}).size(), 1);
    EXPECT_EQ(codeOf(sell(asked.id)), u"payment.not_paid");
    EXPECT_EQ(codeOf(sell(PaymentIntentId(QUuid::createUuidV5(QUuid(), u"none"_s)))), u"payment.unknown");
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(PaymentTest, PaysOneSaleAndThenTheShiftCloses)
{
    const PaymentIntent intent = paid(20);
    EXPECT_EQ(held(intent.id), intent);
    EXPECT_EQ(codeOf(close()), u"payment.open") << "the money is there, and for nothing";
    const Result<Sale> sold = sell(intent.id);
    ASSERT_TRUE(sold) << qPrintable(sold.error().message);
    EXPECT_EQ(sold->payments[0].intent, intent.id);
    EXPECT_EQ(sold->payments[0].card, slipOf(intent)) << "the receipt names the card";
    EXPECT_EQ(held(intent.id).sale, sold->id);
    EXPECT_EQ(codeOf(sell(intent.id)), u"payment.used");
    const ShiftTotals totals = store->read([&] { return findShiftTotals(*store, std::nullopt); }).value();
    EXPECT_EQ(totals.figures.byMethod.last().method, PaymentMethod::Online);
    ASSERT_TRUE(close());
    EXPECT_TRUE(store->check().isSound()) << qPrintable(store->check().findings.join(u' '));
}

TEST_F(PaymentTest, WhatIsOnItsWayLiesOverWhatThePlatformSays)
{
    const PaymentIntent intent = paid(20);
    const Sale sold = sell(intent.id).value();
    PaymentIntent later = intent; // the provider told more of it before the sale arrived
    later.lastDigits = u"1881"_s;
    toldBy(30, later);
    EXPECT_EQ(held(intent.id).lastDigits, u"1881");
    EXPECT_EQ(held(intent.id).sale, sold.id);
    answer(40);
    later.sale = sold.id;
    toldBy(40, later);
    EXPECT_EQ(held(intent.id), later);
    EXPECT_EQ(store->rows().payments().holding(intent.shift), 0);
}

TEST_F(PaymentTest, IsOfTheRegisterThatAskedForIt)
{
    PaymentIntent others = paid(20);
    others.id = PaymentIntentId(QUuid::createUuidV5(QUuid(), u"others"_s));
    others.registerId = RegisterId(QUuid::createUuidV5(QUuid(), u"register"_s));
    others.shift = ShiftId(QUuid::createUuidV5(QUuid(), u"shift"_s));
    toldBy(30, others);
    EXPECT_EQ(codeOf(sell(others.id)), u"payment.used");
    EXPECT_EQ(store->rows().payments().intents({}).size(), 2) << "it is seen here all the same";
}

TEST_F(PaymentTest, GivingUpWaitsForTheProvider)
{
    const PaymentIntent asked = ask().value();
    const auto cancel = [&] { return store->write([&] { return recordPaymentCancel(*store, asked.id); }); };
    setLink(Link::Offline);
    ASSERT_TRUE(cancel());
    EXPECT_TRUE(held(asked.id).isCancelAsked);
    const std::int64_t queued = counts().queued;
    ASSERT_TRUE(cancel());
    EXPECT_EQ(counts().queued, queued) << "once is enough";
    EXPECT_EQ(codeOf(close()), u"payment.open");
    answer(20);
    toldBy(21, afterAnswer(held(asked.id), {ProviderOutcome::Cancelled, {}, {}, {}, {}, {}}));
    EXPECT_EQ(codeOf(cancel()), u"payment.settled");
    EXPECT_TRUE(close());
}

TEST_F(PaymentTest, AManagerSettlesWhatNobodyKnowsAndGivesBackOffline)
{
    const PaymentIntent asked = ask().value();
    answer(20);
    toldBy(21, afterAnswer(held(asked.id), {ProviderOutcome::Unknown, {}, {}, {}, {}, u"timeout"_s}));
    setLink(Link::Offline);
    EXPECT_EQ(codeOf(settle(asked.id, IntentVerdict::GiveBack)), u"payment.settled");
    ASSERT_TRUE(settle(asked.id, IntentVerdict::Paid));
    EXPECT_TRUE(held(asked.id).isUnclaimed());
    ASSERT_TRUE(settle(asked.id, IntentVerdict::GiveBack));
    EXPECT_EQ(held(asked.id).refundAsked, euro(1'290));
    EXPECT_TRUE(close());
}

TEST_F(PaymentTest, MoneyGoesBackToThePaymentAlsoWithoutAConnection)
{
    const PaymentIntent intent = paid(20);
    const Sale sold = sell(intent.id).value();
    setLink(Link::Offline);
    const Result<Sale> back = giveBack(sold);
    ASSERT_TRUE(back) << qPrintable(back.error().message);
    ASSERT_EQ(back->payments.size(), 1);
    EXPECT_EQ(back->payments[0].method, PaymentMethod::Online);
    EXPECT_EQ(back->payments[0].intent, intent.id);
    EXPECT_EQ(back->payments[0].amount, euro(-1'290));
    EXPECT_EQ(held(intent.id).refundAsked, euro(1'290));
    toldBy(30, intent); // neither of the two has arrived
    EXPECT_EQ(held(intent.id).refundAsked, euro(1'290));
    EXPECT_EQ(held(intent.id).sale, sold.id);
}

} // namespace
} // namespace crema::sync::testing
