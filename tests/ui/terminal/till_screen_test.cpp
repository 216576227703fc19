// SPDX-License-Identifier: GPL-3.0-or-later
// The till through its keys: what a cashier at a terminal does and sees.
#include "tests/testing/fixed_clock.h"
#include "tests/ui/terminal/counter_desk.h"
#include "tests/ui/terminal/pane_check.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/till/till_screen.h"

#include <QCoreApplication>

using namespace crema::terminal;
using namespace crema::terminal::testing;
using crema::TillMode;
using crema::TillPresenter;
using crema::testing::FixedClock;

namespace {

enum class Shift { Open, Closed };
enum class Device { Enrolled, New };

class TillScreenTest : public ::testing::Test
{
protected:
    void start(Device device = Device::Enrolled, Shift shift = Shift::Open)
    {
        if (device == Device::Enrolled)
            desk.enrolDevice();
        if (shift == Shift::Open)
            desk.beginShift();
        presenter.start();
        settle();
        application.open(std::make_unique<TillScreen>(application, clock, MenuEnter::AfterPause, presenter));
        settle();
    }

    // Lets answers arrive and drawing happen.
    void settle()
    {
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents();
        }
    }

    void scan(QStringView code)
    {
        clock.advance(500);
        terminal.sendAtOnce(QString(code.toString() + QLatin1Char('\n')));
        settle();
    }

    void type(QStringView text)
    {
        for (const KeyEvent &key : keysOf(text)) {
            clock.advance(150);
            terminal.send({key});
        }
        clock.advance(150);
        settle();
    }

    void press(Key key)
    {
        terminal.send(key);
        settle();
    }

    [[nodiscard]] QString pane() const { return paneText(terminal.canvas()); }

    void expectPanes(const QString &name)
    {
        for (const Size size : paneSizes) {
            terminal.resize(size);
            expectPane(terminal.canvas(), name);
        }
        terminal.resize({20, 16});
    }

    FixedClock clock;
    CounterDesk desk;
    TillPresenter presenter{desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
    MemoryScreen terminal{{20, 16}};
    TerminalApplication application{terminal, clock, {}};
};

} // namespace

TEST_F(TillScreenTest, ADeviceWithoutARegisterNamesTheCommandToRun)
{
    start(Device::New, Shift::Closed);
    expectPanes(QStringLiteral("till-not-enrolled"));
    EXPECT_FALSE(terminal.canvas().cursor().has_value()) << "there is nothing to type here";
}

TEST_F(TillScreenTest, AClosedDrawerAsksForTheFloatAndOpens)
{
    start(Device::Enrolled, Shift::Closed);
    expectPanes(QStringLiteral("till-no-shift"));
    scan(u"4006381333931");
    EXPECT_TRUE(presenter.lines().isEmpty());
    EXPECT_EQ(presenter.mode(), TillMode::NoShift) << "a scan is never taken for an amount";
    press(Key::Enter);
    type(u"10000\n");
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_TRUE(pane().contains(QStringLiteral("100.00"))) << pane().toStdString();
}

TEST_F(TillScreenTest, ScansFillTheCart)
{
    start();
    scan(u"4006381333931");
    scan(u"96385074");
    type(u"2*");
    scan(u"5901234123457");
    ASSERT_EQ(presenter.lines().size(), 3) << pane().toStdString();
    EXPECT_EQ(presenter.lines().at(2).quantityText, QStringLiteral("2"));
    EXPECT_EQ(presenter.totals().totalMinor, 380 + 340 + 2 * 1450);
    EXPECT_EQ(terminal.bells(), 3) << "one for each item";
    expectPanes(QStringLiteral("till-cart"));
}

TEST_F(TillScreenTest, TwoHundredScansInOneReadAreTwoHundredItems)
{
    start();
    terminal.sendAtOnce(QStringLiteral("4006381333931\n").repeated(200));
    for (int turn = 0; turn < 50; ++turn)
        settle();
    EXPECT_EQ(presenter.totals().itemCount, 200);
}

TEST_F(TillScreenTest, ATypedNumberIsTheQuantityOfTheLastLine)
{
    start();
    scan(u"4006381333931");
    type(u"3\n");
    EXPECT_EQ(presenter.lines().at(0).quantityText, QStringLiteral("3"));
    type(u"+");
    EXPECT_EQ(presenter.lines().at(0).quantityText, QStringLiteral("4"));
}

TEST_F(TillScreenTest, AnUnknownCodeStopsUntilEnter)
{
    start();
    scan(u"4006381333931");
    scan(u"9999999999994");
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("!! NOT SOLD"))) << pane().toStdString();
    scan(u"96385074");
    EXPECT_EQ(presenter.lines().size(), 1) << "nobody scans past an error";
    clock.advance(1'000);
    press(Key::Enter);
    scan(u"96385074");
    EXPECT_EQ(presenter.lines().size(), 2);
}

TEST_F(TillScreenTest, ALineIsTakenOutByItsNumberAndComesBack)
{
    start();
    scan(u"4006381333931");
    scan(u"96385074");
    type(u"1");
    press(Key::F7);
    ASSERT_EQ(presenter.lines().size(), 1);
    EXPECT_EQ(presenter.lines().at(0).name, QStringLiteral("Café crème"));
    press(Key::F8);
    EXPECT_EQ(presenter.lines().size(), 2);
    type(u"7");
    press(Key::F7);
    EXPECT_TRUE(pane().contains(QStringLiteral("\nline 7\n"))) << pane().toStdString();
}

TEST_F(TillScreenTest, ASaleIsPaidInCash)
{
    start();
    scan(u"4006381333931");
    press(Key::F4);
    expectPanes(QStringLiteral("till-tender"));
    type(u"1");
    type(u"500");
    expectPanes(QStringLiteral("till-payment"));
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

TEST_F(TillScreenTest, AProductIsFoundByWordAndChosenByDigit)
{
    start();
    press(Key::F2);
    type(u"guji\n");
    settle();
    expectPanes(QStringLiteral("till-find"));
    type(u"1");
    ASSERT_EQ(presenter.lines().size(), 1) << pane().toStdString();
    EXPECT_EQ(presenter.lines().at(0).name, QStringLiteral("Guji Natural 250 g"));
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("TILL")));
}

TEST_F(TillScreenTest, AnEmptyCartCannotBePaid)
{
    start();
    press(Key::F4);
    EXPECT_EQ(presenter.mode(), TillMode::Selling);
    EXPECT_TRUE(pane().contains(QStringLiteral("WARN"))) << pane().toStdString();
}
