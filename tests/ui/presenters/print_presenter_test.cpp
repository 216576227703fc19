// SPDX-License-Identifier: GPL-3.0-or-later
// What the till tells of its receipts: only what came out is called printed.
#include "tests/ui/testing/till_fixture.h"

#include <gtest/gtest.h>

namespace crema {

using namespace testing;
using namespace Qt::StringLiterals;

namespace {

using State = PrintView::State;

class PrintPresenterTest : public ::testing::Test
{
protected:
    PrintPresenterTest() { EXPECT_TRUE(till.shop.printer.set(u"192.168.1.50"_s, u"epson-tm-t88"_s, {})); }

    void sell()
    {
        till.presenter.newSale();
        till.presenter.enterCode(u"FW"_s);
        till.presenter.startPaying();
        till.presenter.completeCash();
        ASSERT_EQ(till.presenter.mode(), TillMode::ChangeDue);
    }

    /// The printer takes the next receipts and does not say what became of them.
    void beUnclear() { till.printer.answer = failure(ProblemKind::Device, u"printer.unclear"_s, u"No word."_s); }

    Till till;
    PrintPresenter &printing = till.shop.printing;
    const PrintView &view = till.shop.printing.view();
};

TEST_F(PrintPresenterTest, TellsOfTheReceiptOfEachSaleWhetherItIsOnPaper)
{
    EXPECT_FALSE(view.isPrinted);
    sell();
    EXPECT_EQ(view.state, State::Quiet);
    EXPECT_TRUE(view.isPrinted);
    till.printer.answer = failure(desktop::exampleNoPaper());
    sell();
    EXPECT_EQ(view.state, State::Waiting);
    EXPECT_FALSE(view.isPrinted) << "that was the one before";
    till.printer.answer = {};
    till.clock.advance(60'000);
    EXPECT_TRUE(view.isPrinted);
}

TEST_F(PrintPresenterTest, AReceiptThatTheStoreCouldNotKeepIsNotPrinted)
{
    till.printDesk.failAdd =
        Problem{ProblemKind::Device, u"store.disk_full"_s, u"The disk is full."_s, u"Make room on it."_s, {}};
    sell();
    EXPECT_EQ(view.state, State::Quiet);
    EXPECT_FALSE(view.isPrinted);
    EXPECT_TRUE(view.text.contains(till.presenter.lastSale()->number)) << qPrintable(view.text);
    EXPECT_EQ(view.hint, u"The disk is full. Make room on it."_s);
    EXPECT_TRUE(till.printer.orders.isEmpty());
    printing.printLastAgain();
    EXPECT_TRUE(view.isPrinted);
    EXPECT_EQ(view.text, QString());
    EXPECT_EQ(till.printer.orders.size(), 1);
}

TEST_F(PrintPresenterTest, WhatSomebodyLetGoOfIsNotPrintedAndWhatTheyFoundIs)
{
    till.printer.answer = failure(desktop::exampleNoPaper());
    sell();
    printing.discard();
    EXPECT_EQ(view.state, State::Quiet);
    EXPECT_FALSE(view.isPrinted);
    beUnclear();
    sell();
    ASSERT_EQ(view.state, State::Unclear);
    till.clock.advance(1'000);
    printing.settleUnclear();
    EXPECT_EQ(view.state, State::Quiet);
    EXPECT_TRUE(view.isPrinted);
}

/// The numbers of the copies are on them; here it counts that each is marked and counted.
TEST_F(PrintPresenterTest, WhatIsPrintedFromTheListOfSalesIsACopy)
{
    ASSERT_TRUE(till.shop.printer.set({}, {}, {}));
    sell();
    till.shop.sales.openSale(till.presenter.lastSale()->number);
    Action &print = *till.shop.sales.actions().find(u"sales.print");
    EXPECT_FALSE(print.isEnabled()) << "no printer is set";
    ASSERT_TRUE(till.shop.printer.set(u"192.168.1.50"_s, u"epson-tm-t88"_s, {}));
    ASSERT_TRUE(print.trigger());
    EXPECT_FALSE(print.trigger() && till.printer.orders.size() > 1) << "one press, one copy";
    till.clock.advance(1'000);
    ASSERT_TRUE(print.trigger());
    ASSERT_EQ(till.printer.orders.size(), 2);
    EXPECT_TRUE(till.printer.orders.at(0).bytes.contains("*** COPY ***"));
    EXPECT_TRUE(till.printer.orders.at(1).bytes.contains("*** COPY 2 ***"));
}

TEST_F(PrintPresenterTest, OnePressAnswersOneQuestion)
{
    beUnclear();
    for (int i = 0; i < 3; ++i)
        sell();
    till.clock.advance(60'000);
    ASSERT_EQ(view.jobs, 3);
    ASSERT_EQ(view.state, State::Unclear);
    printing.settleUnclear();
    printing.settleUnclear();
    EXPECT_EQ(view.jobs, 2) << "nobody has looked for the next one yet";
    till.clock.advance(1'000);
    till.printer.answer = {};
    const qsizetype before = till.printer.orders.size();
    printing.tryAgain();
    printing.tryAgain();
    EXPECT_EQ(till.printer.orders.size(), before + 1);
    EXPECT_EQ(view.jobs, 1);
}

TEST_F(PrintPresenterTest, WhatIsLetGoOfIsGoneAtOnceAndOnlyOnce)
{
    till.printer.answer = failure(desktop::exampleNoPaper());
    sell();
    till.printDesk.removing.close();
    printing.discard();
    EXPECT_EQ(view.state, State::Quiet) << "the store has not answered yet";
    EXPECT_EQ(view.jobs, 0);
    till.clock.advance(1'000);
    printing.discard();
    EXPECT_EQ(till.printDesk.removals, 1);
    till.printDesk.removing.open();
    EXPECT_EQ(view.jobs, 0);
    till.clock.advance(60'000);
    EXPECT_EQ(till.printer.orders.size(), 1);
}

TEST_F(PrintPresenterTest, WhatTheStoreCouldNotLetGoOfIsStillThereAndSaid)
{
    till.printer.answer = failure(desktop::exampleNoPaper());
    sell();
    till.printDesk.failRemove = Problem{ProblemKind::Device, u"store.disk_full"_s, u"The disk is full."_s, {}, {}};
    printing.discard();
    EXPECT_EQ(view.jobs, 1);
    ASSERT_TRUE(till.presenter.message());
    EXPECT_EQ(till.presenter.message()->text, u"The disk is full."_s);
}

} // namespace
} // namespace crema
