// SPDX-License-Identifier: GPL-3.0-or-later
// Online payments at the terminal: asked for by digits, awaited, and looked after in their list.
#include "tests/ui/terminal/till_screen_fixture.h"

namespace crema::terminal {

using namespace testing;

namespace {

using namespace Qt::StringLiterals;

class OnlinePaymentScreenTest : public TillScreenTest
{
protected:
    void ask()
    {
        start();
        scan(u"4006381333931"_s); // €3.80
        clock.advance(1000);
        press(Key::F4);
        type(u"4\n"); // by link
        clock.advance(1000);
        type(u"\n");
        ASSERT_EQ(desk.paymentsHere().size(), 1) << pane().toStdString();
    }

    void answer(const crema::ProviderAnswer &said)
    {
        desk.answerPayment(desk.paymentsHere().last().id, said);
        settle();
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
};

} // namespace

TEST_F(OnlinePaymentScreenTest, IsAwaitedAndEndsTheSale)
{
    ask();
    EXPECT_TRUE(pane().contains(u"by link"_s)) << pane().toStdString();
    answer({crema::ProviderOutcome::Open, u"https://pay.example/1"_s, {}, {}, {}, {}});
    EXPECT_TRUE(pane().contains(u"customer pays"_s)) << pane().toStdString();
    EXPECT_TRUE(pane().contains(u"pay.example"_s)) << "it can be typed\n" << pane().toStdString();
    type(u"\n");
    EXPECT_TRUE(desk.soldHere().isEmpty());
    answer({crema::ProviderOutcome::Paid, {}, {}, {}, {}, {}});
    EXPECT_EQ(desk.soldHere().size(), 1) << pane().toStdString();
    EXPECT_EQ(presenter.mode(), crema::TillMode::ChangeDue);
}

TEST_F(OnlinePaymentScreenTest, IsCancelledAndPaidOtherwise)
{
    ask();
    answer({crema::ProviderOutcome::Open, {}, {}, {}, {}, {}});
    press(Key::F7);
    EXPECT_TRUE(desk.paymentsHere().last().isCancelAsked) << pane().toStdString();
    answer({crema::ProviderOutcome::Cancelled, {}, {}, {}, {}, {}});
    EXPECT_EQ(presenter.mode(), crema::TillMode::Paying);
    EXPECT_FALSE(presenter.payment().online);
}

TEST_F(OnlinePaymentScreenTest, AnUnknownOneIsTold)
{
    ask();
    answer({crema::ProviderOutcome::Unknown, {}, {}, {}, {}, {}});
    EXPECT_TRUE(pane().contains(u"Outcome unknown"_s)) << pane().toStdString();
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), crema::TillMode::Selling);
    press(Key::F10);
    type(u"830");
    ASSERT_TRUE(title().startsWith(u"PAYMENTS"_s)) << pane().toStdString();
    EXPECT_TRUE(pane().contains(u"! Outcome"_s)) << pane().toStdString();
    type(u"1");
    press(Key::F9);
    ASSERT_TRUE(title().startsWith(u"DECIDE"_s)) << pane().toStdString();
    type(u"2\n"); // it was paid
    type(u"Seen there\n");
    EXPECT_EQ(desk.paymentsHere().last().state, crema::IntentState::Paid) << pane().toStdString();
    EXPECT_TRUE(pane().contains(u"It is noted"_s)) << pane().toStdString();
    EXPECT_EQ(shop.payments.holdingCount(), 1) << "paid, for no sale yet";
}

} // namespace crema::terminal
