// SPDX-License-Identifier: GPL-3.0-or-later
// Payment intents that arrive at the platform: due at once, of one sale, and what should not be is a review and no
// refusal (ADR 061).
#include "models/feed/entity_types.h"
#include "models/feed/payment_intent_codec.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/operations/payment_bodies.h"
#include "tests/platform/domain/company_fixture.h"

#include <QJsonDocument>

#include <algorithm>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

class PaymentAtThePlatformTest : public CompanyTest
{
protected:
    void SetUp() override
    {
        CompanyTest::SetUp();
        till = enrolTill();
        other = enrolTill();
        ASSERT_EQ(pushOne(till, openShift(till, shift)).outcome, Outcome::Applied);
    }

    static Money euros(std::int64_t minor) { return Money(minor, *Currency::fromCode(u"EUR")); }

    Acknowledgement push(QStringView type, const QJsonObject &body)
    {
        return pushOne(till, operationOf(till, type, {entity::paymentIntent.toString(), id.value()}, body));
    }
    Outcome ask() { return push(operation::paymentAsk, body::toJson(wanted())).outcome; }
    body::PaymentAsk wanted() const { return {shift, IntentChannel::Link, euros(1'000), u"Garden Square"_s}; }

    /// As the provider's side leaves a row.
    void becomes(IntentState state)
    {
        PaymentIntent intent = *held();
        intent.state = state;
        pool.borrow()->runScript("update sales.payment_intent set due_at = null, revision = revision + 1, state = '" +
                                 intentStateText(state).toLatin1() + "', document = '" +
                                 QJsonDocument(codec::toJson(intent)).toJson(QJsonDocument::Compact) + "'");
    }

    /// A sale of something for so much, paid by the intent; below zero: paid back.
    Outcome sell(std::int64_t minor)
    {
        Sale sale;
        sale.id = newId<SaleId>();
        sale.number = u"MAIN-1-%1"_s.arg(++m_number, 6, 10, QLatin1Char('0'));
        sale.shift = shift;
        sale.total = euros(minor);
        sale.rounding = euros(0);
        SaleLine line;
        line.variant = newId<VariantId>();
        line.product = newId<ProductId>();
        line.sku = line.name = u"BREW"_s;
        line.quantity = Quantity(1);
        line.price = Price{sale.total};
        line.cartDiscount = line.tax = euros(0);
        line.net = line.gross = sale.total;
        sale.lines = {line};
        sale.taxes = {{TaxRate(), sale.total, euros(0), sale.total}};
        Payment payment{PaymentMethod::Online, sale.total, sale.total, euros(0)};
        payment.intent = id;
        sale.payments = {payment};
        Operation operation =
            operationOf(till, operation::saleComplete, {entity::sale.toString(), sale.id.value()}, body::toJson(sale));
        operation.schema = body::schemaOf(sale);
        return pushOne(till, operation).outcome;
    }

    std::optional<PaymentIntent> held()
    {
        const QByteArray document =
            textOf("select coalesce(max(document::text), '') from sales.payment_intent where id = '" +
                   id.toString().toLatin1() + "'");
        if (document.isEmpty())
            return std::nullopt;
        return *codec::readPaymentIntent(QJsonDocument::fromJson(document).object());
    }

    std::int64_t reviews(const QByteArray &code)
    {
        return countOf("select count(*) from sync.review where code = '" + code + "'");
    }
    std::int64_t due() { return countOf("select count(*) from sales.payment_intent where due_at <= now()"); }

    Till till;
    Till other;
    PaymentIntentId id = newId<PaymentIntentId>();
    ShiftId shift = newId<ShiftId>();

private:
    int m_number = 0;
};

TEST_F(PaymentAtThePlatformTest, AnAskIsDueAtOnceAndToldToTheLocation)
{
    EXPECT_EQ(ask(), Outcome::Applied);
    ASSERT_TRUE(held());
    EXPECT_EQ(held()->state, IntentState::Asked);
    EXPECT_EQ(held()->amount, euros(1'000));
    EXPECT_EQ(due(), 1);
    const QList<FeedRow> rows = pullAll(other);
    EXPECT_TRUE(std::ranges::any_of(rows, [&](const FeedRow &row) {
        return row.entityType == entity::paymentIntent && row.entityId == id.value();
    }));
}

TEST_F(PaymentAtThePlatformTest, ASaleIsWhatItPaysAndItIsNotDueAnyMore)
{
    EXPECT_EQ(ask(), Outcome::Applied);
    becomes(IntentState::Paid);
    EXPECT_EQ(sell(1'000), Outcome::Applied);
    EXPECT_TRUE(held()->sale);
    EXPECT_EQ(due(), 0);
    EXPECT_EQ(reviews("payment.not_paid") + reviews("payment.amount") + reviews("payment.unknown"), 0);
    EXPECT_EQ(sell(1'000), Outcome::Applied);
    EXPECT_EQ(reviews("payment.used_twice"), 1);
}

TEST_F(PaymentAtThePlatformTest, WhatWasNeverAskedForIsAReview)
{
    EXPECT_EQ(sell(1'000), Outcome::Applied);
    EXPECT_EQ(reviews("payment.unknown"), 1);
    EXPECT_EQ(push(operation::paymentCancel, {}).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("payment.unknown"), 2);
}

TEST_F(PaymentAtThePlatformTest, AShiftThatIsClosedOverItIsAReview)
{
    EXPECT_EQ(ask(), Outcome::Applied);
    const body::ShiftClose body{euros(10'000), euros(10'000)};
    const Operation closing =
        operationOf(till, operation::shiftClose, {entity::shift.toString(), shift.value()}, body::toJson(body));
    EXPECT_EQ(pushOne(till, closing).outcome, Outcome::Applied);
    EXPECT_EQ(reviews("payment.open"), 1);
}

TEST_F(PaymentAtThePlatformTest, WhatAManagerSaysHasFailedIsClosedAtTheProvider)
{
    EXPECT_EQ(ask(), Outcome::Applied);
    becomes(IntentState::Unknown);
    const body::PaymentSettle failed{IntentVerdict::Failed, u"Their pages show nothing"_s};
    EXPECT_EQ(push(operation::paymentSettle, body::toJson(failed)).outcome, Outcome::Applied);
    EXPECT_EQ(held()->state, IntentState::Failed);
    EXPECT_EQ(due(), 1) << "so that nobody pays it later";
}

TEST_F(PaymentAtThePlatformTest, MoneyThatShallGoBackIsDue)
{
    EXPECT_EQ(ask(), Outcome::Applied);
    becomes(IntentState::Paid);
    EXPECT_EQ(due(), 0);
    const body::PaymentSettle giveBack{IntentVerdict::GiveBack, u"The customer walked away"_s};
    EXPECT_EQ(push(operation::paymentSettle, body::toJson(giveBack)).outcome, Outcome::Applied);
    EXPECT_EQ(held()->refundAsked, euros(1'000));
    EXPECT_EQ(due(), 1);
    const Acknowledgement again = push(operation::paymentSettle, body::toJson(giveBack));
    EXPECT_EQ(again.outcome, Outcome::Refused);
    ASSERT_TRUE(again.problem);
    EXPECT_EQ(again.problem->code, u"payment.settled");
}

} // namespace
} // namespace crema::testing
