// SPDX-License-Identifier: GPL-3.0-or-later
// The desk between intents and a provider: whatever is lost or ended in between, the customer pays once (sync.md rule
// 8).
#include "tests/platform/payments/desk_fixture.h"

namespace crema::testing {
namespace {

constexpr std::int64_t minuteMs = 60'000;

TEST_F(DeskTest, AsksOnceAndThenLooksUntilItIsPaid)
{
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Open);
    EXPECT_EQ(intent().url, QStringLiteral("https://pay.example/1"));
    EXPECT_EQ(work(), 0) << "not at once";
    provider.pay(id);
    clock.advance(2'000);
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_EQ(intent().reference, QStringLiteral("ref_1"));
    clock.advance(60 * minuteMs);
    EXPECT_EQ(work(), 0) << "what is decided is asked about no more";
    EXPECT_EQ(provider.calls, (QStringList{QStringLiteral("ask"), QStringLiteral("status")}));
    EXPECT_EQ(watcher.told, (QStringList{QStringLiteral("open"), QStringLiteral("paid")}));
}

TEST_F(DeskTest, EndedBetweenQuestionAndAnswerItGoesOnAndTheCustomerPaysOnce)
{
    provider.onAsk = [this](const platform::PaymentQuestion &question) {
        EXPECT_EQ(store.rows.at(id).firstAskedAt, question.firstAskedAt) << "noted before it is asked";
        EXPECT_EQ(question.isRepeated, provider.calls.size() > 1);
    };
    provider.paysAtOnce = true;
    provider.isKilling = true;
    const UtcTime first = clock.now();
    EXPECT_THROW(work(), Killed);
    EXPECT_EQ(intent().state, IntentState::Asked);
    EXPECT_EQ(work(), 0) << "another desk leaves it to whoever took it";
    clock.advance(platform::PaymentDesk::claimMs);
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_EQ(provider.payments.at(id).captures, 1);
    EXPECT_EQ(store.rows.at(id).firstAskedAt, first);
}

TEST_F(DeskTest, LostAnswersAreUnknownAtOnceAndAskedForUntilTheyCome)
{
    provider.paysAtOnce = true;
    provider.lost = 5;
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Unknown);
    for (int minute = 0; minute < 5 && intent().state == IntentState::Unknown; ++minute) {
        clock.advance(minuteMs);
        work();
    }
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_EQ(provider.payments.at(id).captures, 1);
    EXPECT_EQ(provider.calls.count(QStringLiteral("ask")), 1) << "nothing is tried anew";
    EXPECT_EQ(watcher.silent, 5);
}

TEST_F(DeskTest, ASilentProviderIsAskedLessAndLessAndNeverNever)
{
    constexpr int hours = 30;
    provider.lost = 1'000'000;
    QList<qsizetype> calls;
    for (int minute = 0; minute < hours * 60; ++minute) {
        work();
        clock.advance(minuteMs);
        if (minute % 60 == 59)
            calls.append(provider.calls.size());
    }
    EXPECT_LE(calls.first(), 61);
    EXPECT_GT(calls.last(), calls[hours - 2]) << "also after a day";
    EXPECT_LE(calls.last() - calls[hours - 2], 5);
    EXPECT_EQ(intent().state, IntentState::Unknown);
}

TEST_F(DeskTest, WhoPaysWhileItIsGivenUpHasPaid)
{
    work();
    provider.pay(id);
    wish([](PaymentIntent &each) { each.isCancelAsked = true; });
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(provider.calls.last(), QStringLiteral("cancel"));
    EXPECT_EQ(intent().state, IntentState::Paid);
    EXPECT_TRUE(intent().isUnclaimed()) << "somebody has to see it";
}

TEST_F(DeskTest, WhatAPersonSaysFailedIsClosedAndToldAllTheSameWhenItWasPaid)
{
    const auto saysFailed = [](PaymentIntent &each) {
        each.state = IntentState::Failed;
        each.reason = QStringLiteral("Nothing on the provider's pages");
    };
    work();
    wish(saysFailed);
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(provider.calls.last(), QStringLiteral("cancel"));
    EXPECT_EQ(intent().state, IntentState::Failed);
    provider.pay(id);
    EXPECT_EQ(provider.payments.at(id).captures, 0);

    provider.payments.at(id) = {ProviderOutcome::Paid, 1};
    wish(saysFailed);
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Paid);
}

TEST_F(DeskTest, WhatIsGivenUpInTimeIsNeverAsked)
{
    wish([](PaymentIntent &each) { each.isCancelAsked = true; });
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Cancelled);
    EXPECT_TRUE(provider.calls.isEmpty());
}

TEST_F(DeskTest, ALostRefundIsTriedUnderItsKeyAndWithItsAmount)
{
    provider.paysAtOnce = true;
    work();
    wish([](PaymentIntent &each) { each.refundAsked = euros(400); });
    provider.lost = 1;
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().refunded, euros(0));
    // More is wanted before anybody knows what became of the first.
    wish([](PaymentIntent &each) { each.refundAsked = euros(1'000); });
    EXPECT_EQ(work(), 2);
    EXPECT_EQ(intent().refunded, euros(1'000));
    EXPECT_EQ(provider.refunded, 1'000);
    EXPECT_EQ(provider.calls.mid(1), (QStringList{QStringLiteral("refund 0 400"), QStringLiteral("refund 0 400"),
                                                  QStringLiteral("refund 400 600")}));
}

TEST_F(DeskTest, ARefusedRefundIsToldAndTriedAgainWhenAPersonSaysSo)
{
    provider.paysAtOnce = true;
    work();
    provider.refusesRefunds = true;
    wish([](PaymentIntent &each) { each.refundAsked = each.amount; });
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(watcher.refused, 1);
    EXPECT_EQ(intent().problem, QStringLiteral("insufficient_funds"));
    EXPECT_EQ(intent().refunded, euros(0));
    EXPECT_TRUE(intent().isRefundRefused());
    provider.refusesRefunds = false;
    clock.advance(24 * 60 * minuteMs);
    EXPECT_EQ(work(), 0) << "somebody may have paid it otherwise";
    wish([](PaymentIntent &each) {
        each = *afterVerdict(each, IntentVerdict::GiveBack, QStringLiteral("The balance is there now"));
    });
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().refunded, euros(1'000));
    EXPECT_TRUE(intent().problem.isEmpty());
}

TEST_F(DeskTest, WithoutAProviderItFailsAndWhatWasAskedBeforeStaysUnknown)
{
    EXPECT_EQ(work(nullptr), 1);
    EXPECT_EQ(intent().state, IntentState::Failed);
    EXPECT_EQ(intent().problem, QStringLiteral("no_provider"));

    intent().state = IntentState::Open;
    store.rows.at(id).firstAskedAt = clock.now();
    wish([](PaymentIntent &) {});
    EXPECT_EQ(work(nullptr), 1);
    EXPECT_EQ(intent().state, IntentState::Unknown);
    EXPECT_EQ(intent().problem, QStringLiteral("no_provider"));
}

TEST_F(DeskTest, AReaderThatIsNotThereIsToldAndNobodyIsAsked)
{
    intent().channel = IntentChannel::Reader;
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(intent().state, IntentState::Failed);
    EXPECT_EQ(intent().problem, QStringLiteral("no_reader"));
    EXPECT_TRUE(provider.calls.isEmpty());
}

} // namespace
} // namespace crema::testing
