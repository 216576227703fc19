// SPDX-License-Identifier: GPL-3.0-or-later
// The first start through its keys.
#include "app/desktop/example/example_start.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/terminal/pane_check.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/first_run/first_run_screen.h"

#include <QCoreApplication>

using namespace crema::terminal;
using namespace crema::terminal::testing;
using namespace Qt::StringLiterals;
using crema::Business;
using crema::FirstRunPresenter;
using crema::FirstRunStep;
using crema::Problem;
using crema::ProblemKind;

namespace {

class FirstRunScreenTest : public ::testing::Test
{
protected:
    FirstRunScreenTest()
    {
        QObject::connect(&presenter, &FirstRunPresenter::finished, &presenter,
                         [this](Business business) { opened.append(business); });
        application.open(std::make_unique<FirstRunScreen>(application, clock, MenuEnter::AfterPause, presenter));
        settle();
    }

    void settle()
    {
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents();
        }
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

    void expectPanes(const QString &name)
    {
        for (const Size size : paneSizes) {
            terminal.resize(size);
            expectPane(terminal.canvas(), name);
        }
        terminal.resize({20, 16});
    }

    [[nodiscard]] bool shows(const QString &text) const { return paneText(terminal.canvas()).contains(text); }

    crema::testing::FixedClock clock;
    crema::desktop::ExamplePlatform child;
    crema::desktop::ExampleStart desk;
    FirstRunPresenter presenter{child, desk, clock, QLocale(QLocale::English, QLocale::Ireland)};
    MemoryScreen terminal{{20, 16}};
    TerminalApplication application{terminal, clock, {}};
    QList<Business> opened;
};

} // namespace

TEST_F(FirstRunScreenTest, OneDigitOpensTheSampleShop)
{
    expectPanes(u"first-run"_s);
    child.hold(true);
    type(u"1");
    expectPanes(u"first-run-starting"_s);
    child.hold(false);
    settle();
    child.hold(false);
    settle();
    EXPECT_EQ(opened, QList<Business>{Business::Sample});
}

TEST_F(FirstRunScreenTest, AsksForAddressAndCodeAndSaysWhatIsWrong)
{
    type(u"3");
    EXPECT_TRUE(shows(u"Address"_s));
    type(u"https://shop.example\n");
    EXPECT_TRUE(shows(u"One-time code"_s));
    desk.fails = Problem{ProblemKind::NotAllowed,
                         u"device.wrong_code"_s,
                         u"This code does not enrol a device."_s,
                         u"Ask for a new one."_s,
                         {}};
    desk.failsAt = u"enrol"_s;
    type(u"AAAA-BBBB\n");
    EXPECT_EQ(presenter.step(), FirstRunStep::Connect);
    expectPanes(u"first-run-wrong-code"_s);
    type(u"K7QP-3M2X\n");
    EXPECT_EQ(opened, QList<Business>{Business::Connected});
    EXPECT_EQ(desk.calls.filter(u"K7QP"_s).size(), 1);
}

TEST_F(FirstRunScreenTest, SetsUpAShopWithWhatIsProposed)
{
    type(u"2");
    type(u"Larkmoor\nHarbour\n");
    expectPanes(u"first-run-new-shop"_s);
    type(u"\n\n\n\nMina\nmina@larkmoor.example\nshort\n");
    EXPECT_FALSE(shows(u"short"_s)) << "a password is never shown";
    type(u"\n");
    EXPECT_TRUE(opened.isEmpty()) << "the password is too short";
    EXPECT_TRUE(shows(u"Password"_s));
    type(u"harbour walks at seven\n4711\n");
    EXPECT_EQ(opened, QList<Business>{Business::Shop});
    EXPECT_EQ(child.made.country, u"IE"_s);
    EXPECT_EQ(child.made.currency, u"EUR"_s);
    EXPECT_EQ(child.made.pin, u"4711"_s);
}

TEST_F(FirstRunScreenTest, EveryStateHasAWayBack)
{
    child.fails = Problem{ProblemKind::Failed,
                          u"platform.no_database"_s,
                          u"PostgreSQL is not installed."_s,
                          u"Install it with “sudo apt install postgresql”."_s,
                          {}};
    type(u"1");
    EXPECT_EQ(presenter.step(), FirstRunStep::Stuck);
    expectPanes(u"first-run-no-postgres"_s);
    type(u"2");
    EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
    type(u"2Larkmoor\n");
    terminal.send(Key::F3);
    settle();
    EXPECT_TRUE(shows(u"Name of business"_s)) << "one question back";
    terminal.send(Key::F3);
    settle();
    EXPECT_EQ(presenter.step(), FirstRunStep::Choices);
}
