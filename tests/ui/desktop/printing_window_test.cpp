// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of the receipt beside the change.
#include "tests/ui/desktop/window_fixture.h"

#include <QLabel>
#include <QPushButton>

namespace crema {

using namespace Qt::StringLiterals;

namespace {

class PrintingWindow : public testing::WindowTest
{
protected:
    PrintingWindow() { EXPECT_TRUE(till.shop.printer.set(u"192.168.1.50"_s, u"epson-tm-t88"_s, {})); }

    void sell()
    {
        till.presenter.enterCode(u"FW"_s);
        till.presenter.startPaying();
        till.presenter.completeCash();
        settle();
    }

    [[nodiscard]] QString told() { return find<QLabel>("printText")->text(); }
};

TEST_F(PrintingWindow, OnlyAReceiptOnPaperIsCalledPrinted)
{
    sell();
    EXPECT_EQ(told(), u"The receipt is printed."_s);
    EXPECT_EQ(find<QPushButton>("printYes")->text(), u"Print a copy"_s);
    till.presenter.newSale();
    till.printDesk.failAdd = Problem{ProblemKind::Device, u"store.disk_full"_s, u"The disk is full."_s, {}, {}};
    sell();
    EXPECT_TRUE(told().contains(till.presenter.lastSale()->number)) << qPrintable(told());
    EXPECT_TRUE(told().contains(u"not printed"_s));
    EXPECT_EQ(find<QPushButton>("printYes")->text(), u"Print it"_s);
    click("printYes");
    settle();
    EXPECT_EQ(told(), u"The receipt is printed."_s);
    till.presenter.newSale();
    till.printer.answer = failure(desktop::exampleNoPaper());
    sell();
    till.clock.advance(1'000);
    till.shop.printing.discard();
    EXPECT_EQ(told(), u"The receipt is not printed."_s);
}

} // namespace
} // namespace crema
