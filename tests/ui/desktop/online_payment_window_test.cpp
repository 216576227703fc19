// SPDX-License-Identifier: GPL-3.0-or-later
// Online payments in the real window: asked for and awaited at the till, looked after on their page.
#include "tests/ui/desktop/window_fixture.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>

namespace crema::testing {

namespace {

using namespace Qt::StringLiterals;

class OnlinePaymentWindow : public WindowTest
{
protected:
    void startPaying()
    {
        scan(u"5901234123457"_s); // €14.50
        press(Qt::Key_F12);
        ASSERT_EQ(till.presenter.mode(), TillMode::Paying);
        till.clock.advance(1000);
    }

    void answer(const ProviderAnswer &said)
    {
        till.desk.answerPayment(till.desk.paymentsHere().last().id, said);
        settle();
    }
};

} // namespace

TEST_F(OnlinePaymentWindow, IsAskedForByTouchAndShowsTheCodeUntilItIsPaid)
{
    startPaying();
    click("till.online");
    EXPECT_EQ(find<QLabel>("receivedLabel")->text(), u"Amount online"_s);
    click("payButton");
    settle();
    ASSERT_TRUE(find("onlinePanel")->isVisible());
    EXPECT_EQ(find<QLabel>("onlineState")->text(), u"Waiting for the platform"_s);
    EXPECT_FALSE(find("onlineCode")->isVisible());
    answer({ProviderOutcome::Open, u"https://pay.example/c/1"_s, {}, {}, {}, {}});
    EXPECT_TRUE(find("onlineCode")->isVisible());
    EXPECT_FALSE(find("payButton")->isEnabled());
    answer({ProviderOutcome::Paid, {}, u"visa"_s, u"4242"_s, {}, {}});
    EXPECT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    EXPECT_EQ(till.desk.soldHere().size(), 1);
}

TEST_F(OnlinePaymentWindow, IsAskedForLeftAndCancelledByKeysAlone)
{
    startPaying();
    type(u"l"_s);
    till.clock.advance(1000);
    press(Qt::Key_Return);
    settle();
    answer({ProviderOutcome::Open, u"https://pay.example/c/1"_s, {}, {}, {}, {}});
    press(Qt::Key_Escape);
    settle();
    EXPECT_EQ(till.presenter.mode(), TillMode::Selling);
    press(Qt::Key_F12);
    settle();
    ASSERT_TRUE(find("onlinePanel")->isVisible()) << "the sale remembers it";
    type(u"x"_s);
    till.clock.advance(1000);
    settle();
    EXPECT_EQ(find<QLabel>("onlineState")->text(), u"Being cancelled"_s);
    answer({ProviderOutcome::Cancelled, {}, {}, {}, {}, {}});
    EXPECT_TRUE(find("paymentPanel")->isVisible());
    EXPECT_TRUE(find("amountField")->hasFocus());
}

TEST_F(OnlinePaymentWindow, AnUnknownOneHoldsTheShiftAndAManagerSettlesIt)
{
    startPaying();
    till.presenter.chooseOnline(IntentChannel::Link);
    till.presenter.takeTender();
    answer({ProviderOutcome::Unknown, {}, {}, {}, {}, u"no_answer"_s});
    EXPECT_EQ(find<QLabel>("onlineState")->text(), u"Outcome unknown"_s);
    till.shop.drawer.actions().find(u"shift.close")->trigger();
    settle();
    ASSERT_TRUE(find("shiftPayments")->isVisible()) << "whoever counts hears of it";
    click("shiftPayments");
    settle();
    comeBack();
    ASSERT_TRUE(find("paymentsPage")->isVisible());
    till.shop.payments.open(till.shop.payments.rows().first().id);
    settle();
    EXPECT_FALSE(find("payments.give-back.button")->isVisible());
    till.desk.changeState().linkProblem =
        Problem{ProblemKind::Unavailable, u"payment.offline"_s, u"The platform does not answer."_s, {}, {}};
    till.shop.payments.actions().find(u"payments.check")->trigger();
    settle();
    EXPECT_TRUE(find("paymentProblem")->isVisible()) << "what could not be asked is told at the payment";
    till.desk.changeState().linkProblem.reset();
    click("payments.nothing.button");
    settle();
    ASSERT_TRUE(find("paymentQuestion")->isVisible());
    click("paymentSettle");
    settle();
    ASSERT_TRUE(find("paymentQuestion")->isVisible()) << "a reason is needed";
    find<QLineEdit>("payment_reason")->setText(u"Not at the provider"_s);
    click("paymentSettle");
    settle();
    EXPECT_FALSE(find("paymentQuestion")->isVisible());
    EXPECT_EQ(till.desk.paymentsHere().last().state, IntentState::Failed);
    EXPECT_EQ(till.shop.payments.holdingCount(), 0);
    EXPECT_FALSE(till.presenter.payment().online) << "the till may ask again";
}

} // namespace crema::testing
