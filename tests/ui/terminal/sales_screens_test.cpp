// SPDX-License-Identifier: GPL-3.0-or-later
// Sales and sync through the keys of a terminal.
#include "app/desktop/example/example_sales.h"
#include "app/desktop/example/example_shop.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/testing/memory_desk.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/selling/sales_screen.h"
#include "ui/terminal/syncing/sync_screen.h"

#include <QCoreApplication>

using namespace crema::terminal;
using namespace crema::terminal::testing;
using crema::Problem;
using crema::ProblemKind;
using crema::SaleListPresenter;
using crema::SyncPanelPresenter;
using crema::UtcTime;
using crema::testing::FixedClock;
using crema::testing::MemoryDesk;

namespace {

class SalesScreensTest : public ::testing::Test
{
protected:
    SalesScreensTest()
    {
        crema::desktop::fillExampleShop(desk);
        desk.openStore(true, true);
    }

    void fill() { crema::desktop::addExampleSales(desk, clock.now()); }

    void openSales()
    {
        application.open(std::make_unique<SalesScreen>(application, clock, MenuEnter::AfterPause, sales, returns));
        settle();
    }

    void openSync()
    {
        application.open(std::make_unique<SyncScreen>(application, clock, MenuEnter::AfterPause, sync, attention,
                                                      SyncScreen::Ways{}));
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

    void press(Key key)
    {
        terminal.send(key);
        settle();
    }

    void scan(QStringView code)
    {
        clock.advance(500);
        terminal.sendAtOnce(QString(code.toString() + QLatin1Char('\n')));
        settle();
    }

    [[nodiscard]] std::string pane() const { return paneText(terminal.canvas()).toStdString(); }
    [[nodiscard]] bool shows(const char *text) const
    {
        return paneText(terminal.canvas()).contains(QString::fromUtf8(text));
    }

    void expectPanes(const QString &name)
    {
        for (const Size size : paneSizes) {
            terminal.resize(size);
            settle();
            expectPane(terminal.canvas(), name);
        }
        terminal.resize({20, 16});
        settle();
    }

    MemoryDesk desk;
    FixedClock clock{*UtcTime::fromString(u"2026-11-20T10:42:00.000Z")};
    const QLocale locale{QLocale::English, QLocale::Ireland};
    SaleListPresenter sales{desk, clock, locale};
    crema::ReturnPresenter returns{desk, locale};
    SyncPanelPresenter sync{desk, clock, locale};
    crema::Notices notices{clock};
    crema::AttentionPresenter attention{desk, clock, notices, locale};
    MemoryScreen terminal{{20, 16}};
    TerminalApplication application{terminal, clock, {}};
};

} // namespace

TEST_F(SalesScreensTest, ListsTheSalesNewestFirst)
{
    fill();
    openSales();
    expectPanes(QStringLiteral("sales-list"));
}

TEST_F(SalesScreensTest, ADigitOpensASaleAndEnterGoesBack)
{
    fill();
    openSales();
    type(u"2");
    EXPECT_TRUE(shows("HARBOUR-1-000053")) << pane();
    expectPanes(QStringLiteral("sale-open"));
    press(Key::Enter);
    EXPECT_TRUE(shows("SALES")) << pane();
    EXPECT_TRUE(sales.openNumber().isEmpty());
}

TEST_F(SalesScreensTest, PagesGoThroughTheReceiptAndSkipToTheOlderSale)
{
    fill();
    openSales();
    type(u"1");
    const std::string first = pane();
    press(Key::F8);
    EXPECT_NE(pane(), first);
    press(Key::F6);
    EXPECT_TRUE(shows("HARBOUR-1-0000")) << pane();
    EXPECT_EQ(sales.openNumber(), QStringLiteral("HARBOUR-1-000053"));
}

TEST_F(SalesScreensTest, SlashFiltersAndBackTakesTheFilterAway)
{
    fill();
    openSales();
    type(u"/state:attention\n");
    EXPECT_EQ(sales.rows().size(), 1) << pane();
    EXPECT_TRUE(shows("000051")) << pane();
    press(Key::F3);
    EXPECT_EQ(sales.rows().size(), 54);
    type(u"/day:2020-01-01\n");
    expectPanes(QStringLiteral("sales-no-match"));
}

TEST_F(SalesScreensTest, AScannedReceiptOpensItsSaleAndAProductDoesNot)
{
    fill();
    openSales();
    scan(u"HARBOUR-1-000007");
    EXPECT_EQ(sales.openNumber(), QStringLiteral("HARBOUR-1-000007"));
    press(Key::Enter);
    scan(u"4006381333931");
    EXPECT_TRUE(sales.openNumber().isEmpty());
    EXPECT_TRUE(shows("WARN")) << pane();
}

TEST_F(SalesScreensTest, NoSaleAtAllSaysSo)
{
    openSales();
    expectPanes(QStringLiteral("sales-none"));
}

TEST_F(SalesScreensTest, TheLastPageReadsOlderSales)
{
    for (int sale = 0; sale < 130; ++sale)
        crema::desktop::addWaitingSales(desk, 1, clock.now());
    openSales();
    EXPECT_EQ(sales.rows().size(), 100);
    for (int page = 0; page < 40; ++page) // five sales a page
        press(Key::F8);
    EXPECT_EQ(sales.rows().size(), 130);
}

TEST_F(SalesScreensTest, SyncShowsWhatNeedsAPersonFirst)
{
    fill();
    openSync();
    expectPanes(QStringLiteral("sync-attention"));
    type(u"3");
    expectPanes(QStringLiteral("sync-entry"));
    press(Key::Enter);
    EXPECT_TRUE(shows("SYNC")) << pane();
}

TEST_F(SalesScreensTest, AConflictIsDecidedByDigits)
{
    fill();
    openSync();
    type(u"2");
    expectPanes(QStringLiteral("card-conflict"));
    type(u"3");
    expectPanes(QStringLiteral("card-field"));
    type(u"3");
    expectPanes(QStringLiteral("card-value"));
    type(u"12,x");
    press(Key::Enter);
    EXPECT_TRUE(shows("ERR")) << pane();
    EXPECT_TRUE(shows("12,x")) << "what was typed stays: " << pane();
    for (int i = 0; i < 4; ++i)
        press(Key::Backspace);
    type(u"13,60");
    press(Key::Enter);
    EXPECT_TRUE(shows("13.60")) << pane();
    EXPECT_FALSE(desk.lastAnswer()) << "nothing is saved before F4";
    press(Key::F4);
    ASSERT_TRUE(desk.lastAnswer());
    const crema::sync::CardAnswer answer = desk.lastAnswer()->second;
    EXPECT_EQ(answer.fields.value(QStringLiteral("price")).keep, crema::Keep::Typed);
    EXPECT_EQ(answer.fields.value(QStringLiteral("sku")).keep, crema::Keep::Theirs);
    EXPECT_EQ(desk.state().queue.needsAttention, 1);
    expectPanes(QStringLiteral("card-letter"));
    press(Key::F7);
    EXPECT_EQ(desk.lastAnswer()->second.decision, crema::Decision::Reopen);
    EXPECT_EQ(desk.state().queue.needsAttention, 2);
    type(u"1");
    EXPECT_TRUE(shows("Keep theirs")) << "the one that was taken back: " << pane();
    type(u"1");
    EXPECT_TRUE(shows("Nothing")) << pane();
    EXPECT_EQ(desk.state().queue.needsAttention, 0);
    press(Key::F3);
    EXPECT_TRUE(shows("SYNC")) << pane();
}

TEST_F(SalesScreensTest, ARefusalIsDoneAgainWithAnotherValue)
{
    crema::desktop::addExampleRefusal(desk, clock.now());
    openSync();
    expectPanes(QStringLiteral("sync-waits"));
    type(u"1");
    expectPanes(QStringLiteral("card-refused"));
    type(u"3");
    type(u"LC-031");
    press(Key::Enter);
    EXPECT_TRUE(shows("LC-031")) << pane();
    type(u"2");
    ASSERT_TRUE(desk.lastAnswer());
    EXPECT_EQ(desk.lastAnswer()->second.decision, crema::Decision::Retry);
    EXPECT_EQ(desk.lastAnswer()->second.fields.value(QStringLiteral("sku")).typed,
              crema::FieldValue(QStringLiteral("LC-031")));
}

TEST_F(SalesScreensTest, SyncTriesNowAndSaysHowItWent)
{
    openSync();
    EXPECT_TRUE(shows("Nothing waits")) << pane();
    desk.changeState().linkProblem = Problem{ProblemKind::Unavailable,
                                             QStringLiteral("network.unreachable"),
                                             QStringLiteral("The platform does not answer."),
                                             {},
                                             {}};
    press(Key::F4);
    EXPECT_TRUE(shows("WARN")) << pane();
}

TEST_F(SalesScreensTest, OfflineIsCalmAndSaysTheNextTry)
{
    crema::desktop::addWaitingSales(desk, 14, clock.now());
    desk.changeState().link = crema::sync::Link::Offline;
    desk.setNextTryAt(clock.now().plusMs(120'000));
    Q_EMIT desk.changed();
    openSync();
    expectPanes(QStringLiteral("sync-offline"));
}

TEST_F(SalesScreensTest, WhoMayNotSeeSalesIsToldWhoCanHelp)
{
    fill();
    desk.changeState().person->permissions = crema::permissionsOf(crema::Role::Warehouse);
    openSales();
    EXPECT_TRUE(shows("Sales are seen by")) << pane();
    EXPECT_TRUE(shows("right.")) << "the sentence has the room that it needs" << pane();
    EXPECT_FALSE(shows("HARBOUR")) << pane();
}
