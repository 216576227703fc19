// SPDX-License-Identifier: GPL-3.0-or-later
// Stripe's side of card payments, over real HTTP against a server that answers as Stripe's reference says.
#include "platform/payments/stripe_amount.h"
#include "platform/payments/stripe_provider.h"
#include "tests/platform/payments/stripe_server.h"
#include "tests/testing/seeded_randomness.h"

#include "models/base/uuid7.h"

#include <gtest/gtest.h>

namespace crema::testing {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t hourMs = 3'600'000;

class StripeProviderTest : public ::testing::Test
{
protected:
    StripeProviderTest()
    {
        question.intent.id = makeId<PaymentIntentId>(clock.now(), randomness);
        question.intent.amount = Money(1'250, *Currency::fromCode(u"EUR"));
        question.intent.refundAsked = question.intent.refunded = Money(0, question.intent.amount.currency());
        question.intent.description = u"Garden Square & Söhne"_s;
        question.firstAskedAt = clock.now();
    }
    ~StripeProviderTest() override { EXPECT_TRUE(server.complaints().isEmpty()) << qPrintable(server.complaints()[0]); }

    platform::StripeProvider providerWith(const QString &key) const
    {
        return {server.address(), key, u"https://crema.example/pay/done"_s, clock};
    }
    /// The desk's part: what is known of it is told with the next question.
    ProviderAnswer keep(const ProviderAnswer &answer)
    {
        question.isRepeated = true;
        if (!answer.reference.isEmpty())
            question.intent.reference = answer.reference;
        return answer;
    }
    ProviderAnswer ask() { return keep(provider.ask(question)); }
    ProviderAnswer status() { return keep(provider.status(question)); }
    ProviderAnswer cancel() { return keep(provider.cancel(question)); }
    void goToReader()
    {
        question.intent.channel = IntentChannel::Reader;
        question.reader = u"tmr_1"_s;
    }

    FixedClock clock;
    SeededRandomness randomness;
    StripeServer server{clock};
    platform::StripeProvider provider{server.address(), StripeServer::secretKey, u"https://crema.example/pay/done"_s,
                                      clock};
    platform::PaymentQuestion question;
};

TEST_F(StripeProviderTest, ALinkIsOpenUntilItIsPaid)
{
    const ProviderAnswer asked = ask();
    EXPECT_EQ(asked.outcome, ProviderOutcome::Open) << qPrintable(asked.problem);
    EXPECT_EQ(asked.url, u"https://checkout.example/cs_test_1"_s);
    EXPECT_EQ(asked.reference, u"cs_test_1"_s);
    EXPECT_EQ(status().outcome, ProviderOutcome::Open);
    server.payLink();
    const ProviderAnswer paid = status();
    EXPECT_EQ(paid.outcome, ProviderOutcome::Paid);
    EXPECT_EQ(paid.reference, u"pi_test_1"_s);
    EXPECT_EQ(paid.brand, u"visa"_s);
    EXPECT_EQ(paid.lastDigits, u"4242"_s);
    EXPECT_EQ(status().outcome, ProviderOutcome::Paid) << "also by its other name";
}

TEST_F(StripeProviderTest, ALostReplyIsUnknownAndTheSameKeyFindsWhatWasMade)
{
    server.loseReplies(1);
    EXPECT_EQ(ask().outcome, ProviderOutcome::Unknown);
    // The customer pays by the page that nobody here knows of; what the key answers is the session as it was made.
    server.payLink();
    EXPECT_EQ(status().outcome, ProviderOutcome::Paid);
    EXPECT_EQ(server.sessions(), 1);
    EXPECT_EQ(server.captures(), 1);
}

TEST_F(StripeProviderTest, AskedAgainAfterTheEndOfThePlatformItIsTheSamePayment)
{
    ask();
    question.intent.reference.clear();
    EXPECT_EQ(ask().reference, u"cs_test_1"_s);
    server.payLink();
    question.intent.reference.clear();
    EXPECT_EQ(ask().outcome, ProviderOutcome::Paid);
    EXPECT_EQ(server.sessions(), 1);
    EXPECT_EQ(server.captures(), 1);
}

TEST_F(StripeProviderTest, WhenTheKeyIsForgottenItIsLookedForAndNeverMadeAnew)
{
    server.loseReplies(1);
    ask();
    server.payLink();
    server.forgetKeys();
    clock.advance(25 * hourMs);
    EXPECT_EQ(status().outcome, ProviderOutcome::Paid);
    EXPECT_EQ(server.sessions(), 1);
}

TEST_F(StripeProviderTest, AForgottenOneThatNobodyPaidHasEndedAndOneThatWasNeverMadeHasFailed)
{
    server.loseReplies(1);
    ask();
    clock.advance(25 * hourMs);
    EXPECT_EQ(status().outcome, ProviderOutcome::Cancelled);

    question.intent.id = makeId<PaymentIntentId>(clock.now(), randomness);
    question.intent.reference.clear();
    const ProviderAnswer never = status();
    EXPECT_EQ(never.outcome, ProviderOutcome::Failed);
    EXPECT_EQ(never.problem, u"not_found"_s);
    EXPECT_EQ(server.sessions(), 1);
}

TEST_F(StripeProviderTest, OtherParametersUnderOneKeyAreLookedForAsWell)
{
    ask();
    question.intent.reference.clear();
    question.intent.description = u"another text"_s;
    EXPECT_EQ(status().outcome, ProviderOutcome::Open);
    EXPECT_EQ(question.intent.reference, u"cs_test_1"_s);
}

TEST_F(StripeProviderTest, GivenUpItCannotBePaidAndPaidItIsPaid)
{
    ask();
    EXPECT_EQ(cancel().outcome, ProviderOutcome::Cancelled);
    server.payLink();
    EXPECT_EQ(server.captures(), 0);

    question.intent.id = makeId<PaymentIntentId>(clock.now(), randomness);
    question.intent.reference.clear();
    question.isRepeated = false;
    ask();
    server.payLink();
    EXPECT_EQ(cancel().outcome, ProviderOutcome::Paid);
    EXPECT_EQ(server.captures(), 1);
}

TEST_F(StripeProviderTest, AReaderIsDrivenAndItsCardIsToldOnce)
{
    goToReader();
    const ProviderAnswer asked = ask();
    EXPECT_EQ(asked.outcome, ProviderOutcome::Open) << qPrintable(asked.problem);
    EXPECT_TRUE(asked.url.isEmpty());
    EXPECT_EQ(status().outcome, ProviderOutcome::Open);
    server.tapCard();
    const ProviderAnswer paid = status();
    EXPECT_EQ(paid.outcome, ProviderOutcome::Paid);
    EXPECT_EQ(paid.lastDigits, u"4242"_s);
    EXPECT_EQ(server.captures(), 1);
}

TEST_F(StripeProviderTest, ADeclinedCardEndsThePaymentForGood)
{
    goToReader();
    ask();
    server.declineCard();
    const ProviderAnswer declined = status();
    EXPECT_EQ(declined.outcome, ProviderOutcome::Failed);
    EXPECT_EQ(declined.problem, u"insufficient_funds"_s);
    EXPECT_EQ(server.stateOfIntent(), u"canceled"_s) << "nothing may be taken by it later";
}

TEST_F(StripeProviderTest, ALostReplyOfTheReaderIsAskedAboutAndNotTriedAnew)
{
    goToReader();
    // That of the intent comes, that of the reader does not.
    EXPECT_EQ(ask().outcome, ProviderOutcome::Open);
    question.intent.reference.clear();
    question.isRepeated = true;
    server.loseReplies(1);
    EXPECT_EQ(ask().outcome, ProviderOutcome::Open) << "the same key answers";
    server.tapCard();
    EXPECT_EQ(status().outcome, ProviderOutcome::Paid);
    EXPECT_EQ(server.captures(), 1);
}

TEST_F(StripeProviderTest, AReaderThatLetItGoEndsIt)
{
    goToReader();
    ask();
    server.forgetReaderAction();
    const ProviderAnswer gone = status();
    EXPECT_EQ(gone.outcome, ProviderOutcome::Failed);
    EXPECT_EQ(gone.problem, u"reader_idle"_s);
    EXPECT_EQ(server.stateOfIntent(), u"canceled"_s);
}

TEST_F(StripeProviderTest, AReaderIsToldToGiveUp)
{
    goToReader();
    ask();
    EXPECT_EQ(cancel().outcome, ProviderOutcome::Cancelled);
    server.tapCard();
    EXPECT_EQ(server.captures(), 0);
}

TEST_F(StripeProviderTest, WhatStripeIsTooBusyForIsUnknownAndWhatItRefusesHasFailed)
{
    server.failNext(429, "rate_limit");
    EXPECT_EQ(ask().outcome, ProviderOutcome::Unknown);
    EXPECT_EQ(status().outcome, ProviderOutcome::Open) << "asked again";

    question.intent.id = makeId<PaymentIntentId>(clock.now(), randomness);
    question.intent.reference.clear();
    question.isRepeated = false;
    server.failNext(400, "amount_too_small");
    const ProviderAnswer refused = ask();
    EXPECT_EQ(refused.outcome, ProviderOutcome::Failed);
    EXPECT_EQ(refused.problem, u"amount_too_small"_s);
}

TEST_F(StripeProviderTest, AWrongKeySaysNothingOfWhatWasAskedBefore)
{
    platform::StripeProvider locked = providerWith(u"sk_test_Wrong"_s);
    const ProviderAnswer first = locked.ask(question);
    EXPECT_EQ(first.outcome, ProviderOutcome::Failed);
    EXPECT_EQ(first.problem, u"invalid_api_key"_s);
    question.isRepeated = true;
    EXPECT_EQ(locked.status(question).outcome, ProviderOutcome::Unknown);
    EXPECT_EQ(locked.cancel(question).outcome, ProviderOutcome::Unknown);
}

TEST_F(StripeProviderTest, NobodyThereIsUnknown)
{
    platform::StripeProvider away(u"http://127.0.0.1:1"_s, StripeServer::secretKey, u"https://crema.example/"_s, clock);
    EXPECT_EQ(away.ask(question).outcome, ProviderOutcome::Unknown);
    EXPECT_EQ(away.refund(question.intent, question.intent.amount, u"key"_s).outcome, platform::RefundOutcome::Unknown);
}

TEST_F(StripeProviderTest, MoneyGoesBackOncePerKeyAndNotBeyondWhatWasPaid)
{
    ask();
    server.payLink();
    status();
    const Money part(1'000, question.intent.amount.currency());
    server.loseReplies(1);
    EXPECT_EQ(provider.refund(question.intent, part, u"a"_s).outcome, platform::RefundOutcome::Unknown);
    EXPECT_EQ(provider.refund(question.intent, part, u"a"_s).outcome, platform::RefundOutcome::Done);
    EXPECT_EQ(server.refunded(), 1'000);
    const platform::RefundAnswer more = provider.refund(question.intent, part, u"b"_s);
    EXPECT_EQ(more.outcome, platform::RefundOutcome::Refused);
    EXPECT_EQ(more.problem, u"charge_already_refunded"_s);
}

TEST(StripeAmountTest, IsInTheUnitsThatStripeCounts)
{
    const auto amount = [](std::int64_t minor, QStringView code) {
        return platform::stripeAmount(Money(minor, *Currency::fromCode(code)));
    };
    EXPECT_EQ(amount(1'250, u"EUR"), 1'250);
    EXPECT_EQ(amount(500, u"JPY"), 500);
    EXPECT_EQ(amount(5, u"ISK"), 500) << "in hundredths that are whole";
    EXPECT_EQ(amount(5, u"UGX"), 500);
    EXPECT_EQ(amount(5'120, u"KWD"), 5'120);
    EXPECT_FALSE(amount(5'124, u"KWD")) << "only to the tenth";
    EXPECT_EQ(amount(1, u"HUF"), 1);
    EXPECT_FALSE(amount(0, u"EUR"));
    EXPECT_FALSE(amount(100'000'000, u"EUR")) << "eight digits";
}

} // namespace
} // namespace crema::testing
