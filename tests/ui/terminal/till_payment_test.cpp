// SPDX-License-Identifier: GPL-3.0-or-later
// How a sale is paid at a terminal.
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;
using crema::TillMode;

TEST_F(TillScreenTest, ASaleIsPaidInCash)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"500");
    press(Key::Enter);
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_TRUE(presenter.change().changeText.contains(QStringLiteral("1.20")));
    EXPECT_TRUE(pane().contains(QStringLiteral("1.20"))) << pane().toStdString();
    press(Key::F9);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("RECEIPT"))) << pane().toStdString();
    press(Key::Enter);
    scan(u"96385074");
    EXPECT_EQ(presenter.mode(), TillMode::Selling) << "the next scan begins the next sale";
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, EnterAloneTakesTheExactAmount)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"\n");
    ASSERT_EQ(presenter.mode(), TillMode::ChangeDue);
    EXPECT_FALSE(presenter.change().hasChange);
}

TEST_F(TillScreenTest, TooLittleCashIsNotTaken)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"200\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, EnterAfterTooLittleBooksNothing)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"200\n");
    type(u"\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
    type(u"x\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "nor what is no amount: " << pane().toStdString();
    type(u"0\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "nothing is not the exact amount: " << pane().toStdString();
    press(Key::F4);
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "nor by its other key";
    type(u"380\n");
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
}

TEST_F(TillScreenTest, AZeroIsNotTheExactAmount)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"0\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << pane().toStdString();
}

TEST_F(TillScreenTest, MuchMoreThanIsDueIsTakenOnlyWhenAPersonSaysSo)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"50000\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("CHECK AMOUNT"))) << pane().toStdString();
    type(u"\n\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "Enter does not answer it";
    type(u"2");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    type(u"\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying) << "and what was not taken is not the exact amount";
    type(u"50000\n");
    type(u"1");
    EXPECT_EQ(presenter.mode(), TillMode::ChangeDue) << pane().toStdString();
    EXPECT_TRUE(presenter.change().changeText.contains(QStringLiteral("496.20")));
}

TEST_F(TillScreenTest, AnAmountThatNobodyHandsOverIsRefused)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    type(u"999999999\n");
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}

TEST_F(TillScreenTest, AScanWhilePayingIsRefusedAndIsNoAmount)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    type(u"1");
    scan(u"96385074");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("!! NOT SOLD"))) << pane().toStdString();
    clock.advance(1'000);
    press(Key::Enter);
    EXPECT_EQ(presenter.mode(), TillMode::Paying);
    EXPECT_FALSE(presenter.payment().entered);
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, LeavingTheTendersGoesBackToTheSale)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    press(Key::F4);
    type(u"1");
    press(Key::F3);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_EQ(presenter.lines().size(), 1);
}

TEST_F(TillScreenTest, AnEmptyCartCannotBePaid)
{
    start();
    press(Key::F4);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}
