// SPDX-License-Identifier: GPL-3.0-or-later
// Online payments at the till and on their page: asked for once, awaited, taken when they are paid (product.md,
// failure 5).
#include "tests/ui/testing/till_fixture.h"
#include "ui/presenters/selling/payment_words.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace crema {

namespace {

using namespace Qt::StringLiterals;
using testing::Restarted;
using testing::Till;

const QString guji = u"5901234123457"_s; // €14.50

const ProviderAnswer isOpen{ProviderOutcome::Open, u"https://pay.example/c/1"_s, {}, {}, u"pi_1"_s, {}};
const ProviderAnswer isUnknown{ProviderOutcome::Unknown, {}, {}, {}, {}, u"no_answer"_s};
const ProviderAnswer isPaid{ProviderOutcome::Paid, {}, u"visa"_s, u"4242"_s, u"pi_1"_s, {}};
const ProviderAnswer isDeclined{ProviderOutcome::Failed, {}, {}, {}, u"pi_1"_s, u"card_declined"_s};
const ProviderAnswer isCancelled{ProviderOutcome::Cancelled, {}, {}, {}, u"pi_1"_s, {}};

class OnlinePayment : public ::testing::Test
{
protected:
    void pay()
    {
        presenter.enterCode(guji);
        presenter.startPaying();
        till.clock.advance(1000);
        ASSERT_EQ(presenter.mode(), TillMode::Paying);
    }

    /// Asks for all of it by link.
    void ask()
    {
        pay();
        presenter.chooseOnline(IntentChannel::Link);
        presenter.takeTender();
        till.clock.advance(1000);
        ASSERT_EQ(till.desk.paymentsHere().size(), 1);
    }

    void answer(const ProviderAnswer &said) { till.desk.answerPayment(till.desk.paymentsHere().last().id, said); }

    [[nodiscard]] const Sale &sold() const { return till.desk.soldHere().last().sale; }
    [[nodiscard]] bool may(QStringView id) { return presenter.actions().find(id)->isEnabled(); }

    Till till;
    TillPresenter &presenter = till.presenter;
    const PaymentView &payment = till.presenter.payment();
};

} // namespace

TEST_F(OnlinePayment, IsAskedForWaitedForAndEndsTheSaleWhenItIsPaid)
{
    pay();
    presenter.chooseOnline(IntentChannel::Link);
    EXPECT_EQ(presenter.actions().find(u"till.pay")->text(), u"Ask for €14.50 by link"_s);
    presenter.takeTender();
    ASSERT_TRUE(payment.online);
    EXPECT_EQ(payment.online->stateText, u"Waiting for the platform"_s);
    EXPECT_TRUE(payment.online->codeText.isEmpty());
    answer(isOpen);
    ASSERT_TRUE(payment.online);
    EXPECT_EQ(payment.online->stateText, u"The customer pays"_s);
    EXPECT_EQ(payment.online->codeText, isOpen.url);
    EXPECT_EQ(till.shop.display.view().codeText, isOpen.url) << "the customer scans it at the display";
    EXPECT_TRUE(till.desk.soldHere().isEmpty());
    answer(isPaid);
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    ASSERT_EQ(sold().payments.size(), 1);
    EXPECT_EQ(sold().payments.first().method, PaymentMethod::Online);
    EXPECT_EQ(sold().payments.first().intent, till.desk.paymentsHere().last().id);
    EXPECT_EQ(till.desk.paymentsHere().last().sale, sold().id);
    EXPECT_FALSE(presenter.awaitedPayment());
    EXPECT_EQ(till.desk.paymentsHere().size(), 1) << "the customer was asked once";
}

TEST_F(OnlinePayment, NothingElseIsTakenWhileItsOutcomeIsUnknown)
{
    ask();
    answer(isUnknown);
    ASSERT_TRUE(payment.online);
    EXPECT_EQ(payment.online->stateText, u"Outcome unknown"_s);
    EXPECT_TRUE(payment.online->sentenceText.contains(u"Do not charge again"_s));
    EXPECT_FALSE(may(u"till.pay"));
    EXPECT_FALSE(may(u"till.cash"));
    presenter.completeCash();
    presenter.takeTender();
    presenter.chooseOnline(IntentChannel::Reader);
    EXPECT_TRUE(till.desk.soldHere().isEmpty());
    EXPECT_EQ(till.desk.paymentsHere().size(), 1);
    answer(isPaid);
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << "the money came later";
    EXPECT_EQ(till.desk.soldHere().size(), 1);
}

TEST_F(OnlinePayment, ADeclinedOneSaysWhyAndIsOfferedAgain)
{
    ask();
    answer(isDeclined);
    EXPECT_FALSE(payment.online);
    ASSERT_TRUE(presenter.message());
    EXPECT_EQ(presenter.message()->text, u"The card was declined."_s);
    EXPECT_EQ(payment.method, PaymentMethod::Online);
    till.clock.advance(1000);
    presenter.takeTender();
    EXPECT_EQ(till.desk.paymentsHere().size(), 2);
    EXPECT_TRUE(payment.online);
}

TEST_F(OnlinePayment, GivingItUpWaitsForTheProvider)
{
    ask();
    answer(isOpen);
    ASSERT_TRUE(may(u"till.online-cancel"));
    presenter.cancelOnline();
    ASSERT_TRUE(payment.online);
    EXPECT_EQ(payment.online->stateText, u"Being cancelled"_s);
    EXPECT_TRUE(payment.online->codeText.isEmpty()) << "nobody shall pay any more";
    EXPECT_FALSE(may(u"till.online-cancel"));
    answer(isCancelled);
    EXPECT_FALSE(payment.online);
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    presenter.completeCash();
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
}

TEST_F(OnlinePayment, TheCustomerMayBeFasterThanTheCancelling)
{
    ask();
    answer(isOpen);
    presenter.cancelOnline();
    answer(isPaid);
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(sold().payments.first().method, PaymentMethod::Online);
}

TEST_F(OnlinePayment, PaysAPartAndCashTheRest)
{
    pay();
    presenter.chooseOnline(IntentChannel::Link);
    presenter.setReceived(1000);
    EXPECT_TRUE(payment.mayTakePart);
    presenter.takePart();
    ASSERT_EQ(till.desk.paymentsHere().size(), 1);
    EXPECT_EQ(till.desk.paymentsHere().last().amount.minor(), 1000);
    answer(isPaid);
    ASSERT_EQ(payment.taken.size(), 1);
    EXPECT_EQ(payment.dueText, u"€4.50"_s);
    till.clock.advance(1000);
    presenter.completeCash();
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(sold().payments.size(), 2);
}

TEST_F(OnlinePayment, IsLeftForLaterWithItsSaleAndFoundAgain)
{
    ask();
    answer(isOpen);
    presenter.backToSale();
    ASSERT_EQ(presenter.mode(), TillMode::Selling);
    presenter.enterCode(guji);
    EXPECT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().first().quantityText, u"1"_s) << "what is asked for is for this sale as it is";
    presenter.actions().find(u"till.clear")->trigger();
    EXPECT_EQ(presenter.lines().size(), 1);
    ASSERT_TRUE(till.shop.openCart.hold(u"Table 4"_s));
    EXPECT_FALSE(presenter.awaitedPayment());
    till.clock.advance(1000);
    till.shop.openCart.recall(0);
    ASSERT_TRUE(presenter.awaitedPayment());
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    answer(isPaid);
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
}

TEST_F(OnlinePayment, OutlivesTheProgramAndIsTakenByTheNextOne)
{
    ask();
    answer(isOpen);
    Restarted again(till);
    ASSERT_TRUE(again.shop.openCart.offer());
    again.shop.openCart.resume();
    ASSERT_EQ(again.shop.till.mode(), TillMode::Paying);
    ASSERT_TRUE(again.shop.till.payment().online);
    EXPECT_EQ(again.shop.till.payment().online->codeText, isOpen.url);
}

TEST_F(OnlinePayment, WhatWasPaidWhileNoProgramRanIsTakenWhenTheSaleGoesOn)
{
    ask();
    Till &before = till;
    // The program is killed: nothing of it hears the answer.
    before.desk.disconnect();
    before.desk.answerPayment(before.desk.paymentsHere().last().id, isPaid);
    Restarted again(before);
    ASSERT_TRUE(again.shop.openCart.offer());
    again.shop.openCart.resume();
    EXPECT_EQ(again.shop.till.mode(), TillMode::ChangeDue);
    ASSERT_EQ(before.desk.soldHere().size(), 1);
    EXPECT_EQ(before.desk.soldHere().last().sale.payments.first().method, PaymentMethod::Online);
}

TEST_F(OnlinePayment, ASaleThatIsDiscardedSaysWhatHappensToTheMoney)
{
    ask();
    answer(isOpen);
    Restarted again(till);
    again.shop.openCart.discard();
    ASSERT_TRUE(again.shop.till.message());
    EXPECT_TRUE(again.shop.till.message()->hint.contains(u"Payments"_s))
        << again.shop.till.message()->hint.toStdString();
}

TEST_F(OnlinePayment, NobodyIsAskedInTraining)
{
    till.desk.beginTraining().then([](const Result<void> &) {});
    QCoreApplication::processEvents();
    ASSERT_TRUE(presenter.isTraining());
    pay();
    EXPECT_FALSE(may(u"till.online"));
    presenter.chooseOnline(IntentChannel::Link);
    EXPECT_NE(payment.method, PaymentMethod::Online);
    EXPECT_TRUE(till.desk.paymentsHere().isEmpty());
}

TEST_F(OnlinePayment, WhatCannotBeAskedForIsSaidAndNothingWaits)
{
    pay();
    presenter.chooseOnline(IntentChannel::Link);
    till.desk.failPayment =
        Problem{ProblemKind::Unavailable, u"payment.offline"_s, u"The platform does not answer."_s, {}, {}};
    presenter.takeTender();
    EXPECT_FALSE(payment.online);
    EXPECT_EQ(presenter.message()->text, u"The platform does not answer."_s);
    presenter.completeCash();
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue);
}

TEST_F(OnlinePayment, IsListedWithWhatHoldsTheShiftFirstAndSettledByAManager)
{
    ask();
    answer(isUnknown);
    PaymentListPresenter &list = till.shop.payments;
    EXPECT_EQ(list.holdingCount(), 1);
    EXPECT_EQ(list.holdingHere(), 1);
    list.arrive();
    ASSERT_EQ(list.rows().size(), 1);
    EXPECT_EQ(list.rows().first().state.text, u"Outcome unknown"_s);
    list.open(list.rows().first().id);
    ASSERT_TRUE(list.detail());
    EXPECT_FALSE(list.actions().find(u"payments.give-back")->isEnabled());
    ASSERT_TRUE(list.actions().find(u"payments.paid")->trigger());
    ASSERT_TRUE(list.question());
    list.settle({});
    EXPECT_FALSE(list.reasonProblem().isEmpty()) << "a reason is needed";
    ASSERT_TRUE(list.question());
    list.settle(u"Seen at the provider"_s);
    EXPECT_FALSE(list.question());
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << "the till that waits for it takes it";
    EXPECT_EQ(list.holdingCount(), 0);
    QSignalSpy wanted(&list, &PaymentListPresenter::saleWanted);
    ASSERT_TRUE(list.actions().find(u"payments.sale")->trigger());
    EXPECT_EQ(wanted.first().first().toString(), sold().number);
}

TEST_F(OnlinePayment, OneThatALinkOpenedStaysOpenBeforeTheListWasLookedAt)
{
    ask();
    answer(isUnknown);
    PaymentListPresenter &list = till.shop.payments;
    const QString id = till.desk.paymentsHere().last().id.toString();
    list.showPlace(id);
    Q_EMIT till.desk.changed();
    EXPECT_EQ(list.openId(), id);
    EXPECT_EQ(list.holdingCount(), 1);
    list.arrive();
    EXPECT_TRUE(list.detail());
}

TEST_F(OnlinePayment, WhatCouldNotBeAskedStaysToldUntilSomebodyGoesOn)
{
    ask();
    answer(isUnknown);
    PaymentListPresenter &list = till.shop.payments;
    list.arrive();
    till.desk.changeState().linkProblem =
        Problem{ProblemKind::Unavailable, u"payment.offline"_s, u"The platform does not answer."_s, {}, {}};
    ASSERT_TRUE(list.actions().find(u"payments.check")->trigger());
    ASSERT_TRUE(list.complaint());
    EXPECT_EQ(list.complaint()->text, u"The platform does not answer."_s);
    list.refresh();
    EXPECT_TRUE(list.complaint()) << "that the list is read says nothing about it";
    list.open(list.rows().first().id);
    EXPECT_FALSE(list.complaint());
}

TEST_F(OnlinePayment, PaidForNoSaleIsGivenBack)
{
    PaymentIntent paid;
    paid.id = PaymentIntentId(QUuid::createUuidV5(QUuid(), u"paid"_s));
    paid.shift = till.desk.state().openShift->id;
    paid.amount = Money(900, till.desk.state().currency());
    paid.refundAsked = paid.refunded = Money(0, paid.amount.currency());
    paid.state = IntentState::Paid;
    till.desk.addPayment(paid);
    PaymentListPresenter &list = till.shop.payments;
    EXPECT_EQ(list.holdingHere(), 1);
    list.arrive();
    list.open(paid.id.toString());
    EXPECT_EQ(list.detail()->row.state.text, u"Paid, for no sale"_s);
    ASSERT_TRUE(list.actions().find(u"payments.give-back")->trigger());
    list.settle(u"Paid in cash"_s);
    EXPECT_EQ(list.holdingCount(), 0);
    EXPECT_EQ(list.rows().first().state.text, u"Being given back"_s);
}

TEST(PaymentWords, ACardIsNamedByItsBrandAndLastDigits)
{
    PaymentIntent intent;
    EXPECT_TRUE(intentCardText(intent).isEmpty());
    intent.brand = u"visa"_s;
    intent.lastDigits = u"4242"_s;
    EXPECT_EQ(intentCardText(intent), u"Visa …4242"_s);
    intent.problem = u"card_declined"_s;
    EXPECT_EQ(intentProblemText(intent), u"The card was declined."_s);
}

} // namespace crema
