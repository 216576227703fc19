// SPDX-License-Identifier: GPL-3.0-or-later
// Card payments on a running platform: what tills ask for, the desk, the simulated provider with its page, and
// webhooks.
#include "models/feed/entity_types.h"
#include "models/feed/payment_intent_codec.h"
#include "models/operations/operation_types.h"
#include "models/operations/payment_bodies.h"
#include "platform/database/transaction.h"
#include "platform/domain/reader_verbs.h"
#include "platform/payments/payment_worker.h"
#include "platform/sync/review_list.h"
#include "tests/platform/domain/services_fixture.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <thread>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

PaymentIntent readIntent(const QByteArray &document)
{
    return codec::readPaymentIntent(QJsonDocument::fromJson(document).object()).value_or(PaymentIntent());
}

class SimulatedPaymentTest : public ServicesTest
{
protected:
    SimulatedPaymentTest()
    {
        services.opened(u"http://127.0.0.1:8080"_s);
        EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    }

    void push(QStringView type, const QJsonObject &body)
    {
        const SubjectRef subject{entity::paymentIntent.toString(), id.value()};
        EXPECT_EQ(pushOne(till, operationOf(till, type, subject, body)).outcome, Outcome::Applied);
    }
    void ask(IntentChannel channel)
    {
        const Money amount(1'250, shop.currency);
        push(operation::paymentAsk, body::toJson(body::PaymentAsk{shift, channel, amount, u"Tea <& biscuits>"_s}));
        settle();
    }
    /// Paid by link, and all of it given back.
    void payAndGiveBack()
    {
        ask(IntentChannel::Link);
        choose("choice=pay");
        push(operation::paymentSettle,
             body::toJson(body::PaymentSettle{IntentVerdict::GiveBack, u"The customer walked away"_s}));
        settle();
    }
    /// All that is due now.
    void settle()
    {
        services.paymentWorker()->wake();
        while (services.paymentWorker()->isBusy())
            std::this_thread::yield();
    }
    void settleAfter(std::int64_t ms)
    {
        clock.advance(ms);
        settle();
    }
    PaymentIntent intent()
    {
        return readIntent(
            textOf("select document::text from sales.payment_intent where id = '" + id.toString().toLatin1() + "'"));
    }
    http::Response page()
    {
        http::Request request;
        request.path = "/pay/" + id.toString().toLatin1();
        request.remoteAddress = address;
        return serve(request);
    }
    int choose(const QByteArray &form)
    {
        http::Request request;
        request.method = http::Method::Post;
        request.path = "/pay/" + id.toString().toLatin1();
        request.remoteAddress = address;
        request.body = form;
        request.addHeader("Content-Type", "application/x-www-form-urlencoded");
        const int status = serve(request).status;
        settle();
        return status;
    }
    http::Response webhook(const QByteArray &body, const QByteArray &secret)
    {
        const QByteArray at = QByteArray::number(clock.now().msSinceEpoch() / 1'000);
        const QByteArray v1 =
            QMessageAuthenticationCode::hash(at + '.' + body, secret, QCryptographicHash::Sha256).toHex();
        http::Request request;
        request.method = http::Method::Post;
        request.path = "/api/v1/payments/stripe-webhook";
        request.remoteAddress = address;
        request.body = body;
        request.addHeader("Content-Type", "application/json");
        request.addHeader("Stripe-Signature", "t=" + at + ",v1=" + v1);
        const http::Response response = serve(request);
        settle();
        return response;
    }
    std::int64_t captures() { return countOf("select coalesce(sum(captures), 0) from payments.simulated"); }

    Till till = enrolTill();
    ShiftId shift = newId<ShiftId>();
    PaymentIntentId id = newId<PaymentIntentId>();
};

TEST_F(SimulatedPaymentTest, ALinkIsPaidOnItsPageAndTheTillsAreTold)
{
    ask(IntentChannel::Link);
    ASSERT_EQ(intent().state, IntentState::Open);
    EXPECT_EQ(intent().url, u"http://127.0.0.1:8080/pay/%1"_s.arg(id.toString()));
    const http::Response shown = page();
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.body.contains("nobody is charged")) << shown.body.constData();
    EXPECT_TRUE(shown.body.contains("Tea &lt;&amp; biscuits&gt;")) << shown.body.constData();
    EXPECT_FALSE(shown.body.contains("<script"));
    EXPECT_EQ(choose("choice=pay"), 303);
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_EQ(intent().lastDigits, u"4242"_s);
    EXPECT_EQ(choose("choice=pay"), 303) << "pressed twice";
    EXPECT_EQ(captures(), 1);
    const QList<FeedRow> rows = pullAll(till);
    EXPECT_TRUE(std::ranges::any_of(rows, [&](const FeedRow &row) {
        return row.entityId == id.value() && row.entity.json().value(u"state"_s).toString() == u"paid";
    }));
    EXPECT_TRUE(events.keys.contains("feed:location:" + shop.id.toString().toLatin1()));
}

TEST_F(SimulatedPaymentTest, LostAnswersAreUnknownUntilOneComes)
{
    ask(IntentChannel::Link);
    EXPECT_EQ(choose("choice=pay&lose=2"), 303);
    EXPECT_EQ(intent().state, IntentState::Unknown);
    settleAfter(3'000);
    EXPECT_EQ(intent().state, IntentState::Unknown)
        << "the second is lost after two seconds, the third comes after six";
    settleAfter(10'000);
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_EQ(captures(), 1);
}

TEST_F(SimulatedPaymentTest, IsDeclinedOrGivenUpByWhoeverIsFirst)
{
    ask(IntentChannel::Link);
    EXPECT_EQ(choose("choice=decline"), 303);
    EXPECT_EQ(intent().state, IntentState::Failed);
    EXPECT_EQ(intent().problem, u"card_declined"_s);
    EXPECT_EQ(choose("choice=steal"), 422);

    id = newId<PaymentIntentId>();
    ask(IntentChannel::Link);
    push(operation::paymentCancel, {});
    settle();
    EXPECT_EQ(intent().state, IntentState::Cancelled);
    EXPECT_EQ(choose("choice=pay"), 303);
    EXPECT_EQ(captures(), 0);
}

TEST_F(SimulatedPaymentTest, AReaderApprovesAfterAMoment)
{
    ask(IntentChannel::Reader);
    EXPECT_EQ(intent().state, IntentState::Open);
    settleAfter(5'000);
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_EQ(captures(), 1);

    id = newId<PaymentIntentId>();
    ask(IntentChannel::Reader);
    EXPECT_EQ(choose("choice=hold"), 303);
    settleAfter(60'000);
    EXPECT_EQ(intent().state, IntentState::Open) << "it waits until it is told";
}

TEST_F(SimulatedPaymentTest, MoneyGoesBackOnce)
{
    payAndGiveBack();
    EXPECT_EQ(intent().refunded, intent().amount);
    settleAfter(3'600'000);
    EXPECT_EQ(countOf("select sum(amount) from payments.simulated_refund"), 1'250);
}

TEST_F(SimulatedPaymentTest, AWebhookIsBelievedForItsSignatureAndTakenOnce)
{
    ask(IntentChannel::Link);
    // At the provider it is paid, and nobody here knows.
    pool.borrow()->runScript("update payments.simulated set state = 'paid', captures = 1");
    const QByteArray body =
        "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"id\":\"cs_1\","
        "\"client_reference_id\":\"" +
        id.toString().toLatin1() + "\"}}}";
    const http::Response refused = webhook(body, "whsec_another");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(code(refused), u"payment.signature"_s);
    EXPECT_EQ(intent().state, IntentState::Open);
    EXPECT_EQ(countOf("select count(*) from payments.webhook_event"), 0);

    const QByteArray secret = webhookSecret.toUtf8();
    EXPECT_EQ(webhook(body, secret).status, 200);
    EXPECT_EQ(intent().state, IntentState::Paid) << "at once";
    EXPECT_EQ(webhook(body, secret).status, 200) << "Stripe sends twice";
    EXPECT_EQ(countOf("select count(*) from payments.webhook_event"), 1);
    EXPECT_EQ(code(webhook("[]", secret)), u"payment.event"_s);
    for (const QByteArray &line : std::as_const(logged))
        EXPECT_FALSE(line.contains("whsec")) << line.constData();
}

TEST_F(SimulatedPaymentTest, ARefundThatTheBankTurnsDownLaterWaitsForAPerson)
{
    payAndGiveBack();
    const auto told = [this](const QByteArray &event, const QByteArray &type, const QByteArray &object) {
        return webhook("{\"id\":\"" + event + "\",\"type\":\"" + type + "\",\"data\":{\"object\":" + object + "}}",
                       webhookSecret.toUtf8())
            .status;
    };
    const QByteArray named =
        "{\"id\":\"re_1\",\"status\":\"failed\",\"metadata\":{\"intent\":\"" + id.toString().toLatin1() + "\"}}";
    const QByteArray reviews = "select count(*) from sync.review where code = 'payment.refund_failed' and "
                               "location is not null and resolved_at is null";
    EXPECT_EQ(told("evt_1", "charge.refund.updated", "{\"id\":\"re_1\",\"status\":\"pending\"}"), 200);
    EXPECT_EQ(countOf(reviews), 0);
    EXPECT_EQ(told("evt_2", "refund.failed", named), 200);
    EXPECT_EQ(told("evt_3", "charge.refund.updated", named), 200) << "the same under another name";
    EXPECT_EQ(countOf(reviews), 1);
    pool.borrow()->runScript("update sync.review set resolved_at = now()");
    const QByteArray reference = intent().reference.toLatin1();
    ASSERT_FALSE(reference.isEmpty());
    EXPECT_EQ(told("evt_4", "refund.failed", "{\"id\":\"re_2\",\"payment_intent\":\"" + reference + "\"}"), 200);
    EXPECT_EQ(countOf(reviews), 1) << "another one";
    id = newId<PaymentIntentId>();
    push(operation::paymentAsk,
         body::toJson(body::PaymentAsk{shift, IntentChannel::Reader, Money(900, shop.currency), u"Cups"_s}));
    ASSERT_TRUE(intent().reference.isEmpty()) << "nobody has asked the provider yet";
    EXPECT_EQ(told("evt_6", "refund.failed", "{\"id\":\"re_4\",\"payment_intent\":null,\"status\":\"failed\"}"), 200);
    EXPECT_EQ(countOf(reviews), 1) << "a refund of something that was never asked for here";
    EXPECT_EQ(told("evt_5", "refund.failed", "{\"id\":\"re_3\",\"payment_intent\":\"pi_of_nobody\"}"), 200);
    EXPECT_EQ(countOf(reviews), 1);
    const QList<platform::ListedReview> open = platform::openReviews(*pool.borrow(), 10);
    ASSERT_EQ(open.size(), 1);
    EXPECT_TRUE(open.first().text().contains(u"turned a refund down"_s)) << qPrintable(open.first().text());
}

TEST_F(SimulatedPaymentTest, FiguresSayWhatIsOpen)
{
    ask(IntentChannel::Link);
    settleAfter(30'000);
    const QByteArray text = metrics.text();
    EXPECT_TRUE(text.contains("crema_payments_open 1\n")) << text.constData();
    EXPECT_TRUE(text.contains("crema_payments_oldest_undecided_seconds 30\n")) << text.constData();
    EXPECT_TRUE(text.contains("crema_payment_provider_info{provider=\"simulated\"} 1\n"));
}

TEST_F(SimulatedPaymentTest, WhoeverRunsThePlatformSaysWhichReaderStandsWhere)
{
    const QString name = QString::fromUtf8(
        textOf("select l.code || '-' || r.code from devices.register r join company.location l on l.id = r.location "
               "where r.id = '" +
               till.registerId.toString().toLatin1() + "'"));
    const platform::PlatformParts parts{clock, randomness, log, metrics, checks, background, events};
    const auto set = [&](const QStringList &arguments) {
        return platform::setReader({url, folder.path(), arguments}, parts);
    };
    platform::PostgresIntentStore store(pool, events, {});
    EXPECT_EQ(set({name.toLower(), u"tmr_1"_s}), 0);
    EXPECT_EQ(store.readerOf(till.registerId), u"tmr_1"_s);
    EXPECT_EQ(platform::listReaders({url, folder.path(), {}}, parts), 0);
    EXPECT_EQ(set({name, u"-"_s}), 0);
    EXPECT_TRUE(store.readerOf(till.registerId).isEmpty());
    EXPECT_EQ(set({u"NOWHERE-1"_s, u"tmr_1"_s}), 3);
    EXPECT_EQ(set({name, u"../v1/refunds"_s}), 2) << "it becomes part of an address";
}

/// What several platforms share.
class IntentStoreTest : public CompanyTest
{
protected:
    IntentStoreTest()
    {
        EXPECT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
        const body::PaymentAsk body{shift, IntentChannel::Link, Money(1'250, shop.currency), {}};
        const SubjectRef subject{entity::paymentIntent.toString(), id.value()};
        EXPECT_EQ(pushOne(till, operationOf(till, operation::paymentAsk, subject, body::toJson(body))).outcome,
                  Outcome::Applied);
    }

    qsizetype dueIn(platform::PostgresIntentStore &store)
    {
        return store.due(clock.now(), clock.now().plusMs(60'000), 10).size();
    }

    Till till = enrolTill();
    ShiftId shift = newId<ShiftId>();
    PaymentIntentId id = newId<PaymentIntentId>();
    RecordingPublisher events;
    platform::PostgresIntentStore one{pool, events, {}};
    platform::PostgresIntentStore other{pool, events, u"tmr_1"_s};
};

TEST_F(IntentStoreTest, NobodyElseGetsWhatIsTaken)
{
    {
        const auto connection = pool.borrow();
        platform::Transaction taking(*connection);
        EXPECT_EQ(taking.run("payments/take_due_intents", {clock.now(), clock.now().plusMs(60'000), 10}).count(), 1);
        EXPECT_EQ(dueIn(other), 0) << "while it is being taken";
    }
    EXPECT_EQ(dueIn(one), 1);
    EXPECT_EQ(dueIn(other), 0);
    clock.advance(60'000);
    EXPECT_EQ(dueIn(other), 1) << "whoever took it was ended";
    other.putOff(id, clock.now().plusMs(5'000), 3);
    EXPECT_EQ(dueIn(one), 0);
    clock.advance(5'000);
    EXPECT_EQ(one.due(clock.now(), clock.now().plusMs(60'000), 10).value(0).tries, 3);
    one.wake(id);
    one.putOff(id, std::nullopt, 0);
    EXPECT_EQ(dueIn(one), 1) << "woken meanwhile it is due at once, whatever was thought before";
}

TEST_F(IntentStoreTest, WhatIsNotedBeforeAQuestionStays)
{
    const UtcTime first = clock.now();
    EXPECT_EQ(one.beginAsking(id, first), first);
    EXPECT_EQ(other.beginAsking(id, first.plusMs(1'000)), first);
    EXPECT_EQ(one.due(first, first.plusMs(1), 1).value(0).firstAskedAt, first);
    const auto money = [&](std::int64_t minor) { return Money(minor, shop.currency); };
    EXPECT_EQ(one.beginRefund(id, money(0), money(400)), money(400));
    EXPECT_EQ(other.beginRefund(id, money(0), money(900)), money(400));
    EXPECT_EQ(other.beginRefund(id, money(400), money(500)), money(500));
}

TEST_F(IntentStoreTest, AChangeIsInTheFeedAndNoChangeIsNot)
{
    const Cursor before = pullAll(till).last().cursor;
    EXPECT_FALSE(one.change(newId<PaymentIntentId>(), [](const PaymentIntent &same) { return same; }));
    ASSERT_TRUE(one.change(id, [](const PaymentIntent &same) { return same; }));
    EXPECT_TRUE(pull(till, before).rows.isEmpty());
    const auto changed = one.change(id, [](PaymentIntent intent) {
        intent.state = IntentState::Unknown;
        return intent;
    });
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->state, IntentState::Unknown);
    const QList<FeedRow> rows = pull(till, before).rows;
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].entityType, entity::paymentIntent.toString());
    EXPECT_EQ(textOf("select state from sales.payment_intent"), "unknown");
    EXPECT_EQ(one.readerOf(till.registerId), QString());
    EXPECT_EQ(other.readerOf(till.registerId), u"tmr_1"_s);
}

} // namespace
} // namespace crema::testing
