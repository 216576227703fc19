// SPDX-License-Identifier: GPL-3.0-or-later
// Looking products up at a terminal: by scan, by words, in the list.
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/testing/till_fixture.h"
#include "ui/terminal/application/terminal_application.h"
#include "ui/terminal/catalog/lookup_screen.h"

#include <QCoreApplication>

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class LookupScreenTest : public ::testing::Test
{
protected:
    LookupScreenTest()
    {
        shop.desk.nameOption(QStringLiteral("small"));
        shop.desk.describe(QStringLiteral("Larkmoor"), QStringLiteral("Stoneware with a lid, dishwasher safe."));
        shop.desk.addVariant(QStringLiteral("Mystery jar"), QStringLiteral("large"), QStringLiteral("JAR-L"),
                             QStringLiteral("5901234123464"), 990, -1, 7);
        application.open(std::make_unique<LookupScreen>(application, shop.clock, MenuEnter::AfterPause,
                                                        shop.shop.lookup, shop.shop.catalog));
        settle();
    }

    void settle()
    {
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents();
        }
    }

    void scan(QStringView code)
    {
        shop.clock.advance(500);
        terminal.sendAtOnce(QString(code.toString() + QLatin1Char('\n')));
        settle();
    }

    void type(QStringView text)
    {
        for (const KeyEvent &key : keysOf(text)) {
            shop.clock.advance(150);
            terminal.send({key});
        }
        shop.clock.advance(150);
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

    crema::testing::Till shop;
    MemoryScreen terminal{{20, 16}};
    TerminalApplication application{terminal, shop.clock, {}};
};

} // namespace

TEST_F(LookupScreenTest, AsksForAnything)
{
    expectPanes(QStringLiteral("lookup-empty"));
}

TEST_F(LookupScreenTest, AScanShowsPriceStockAndCodes)
{
    scan(u"5901234123457");
    EXPECT_TRUE(pane().contains(QStringLiteral("€14.50"))) << pane().toStdString();
    expectPanes(QStringLiteral("lookup-found"));
    scan(u"4006381333931");
    EXPECT_TRUE(pane().contains(QStringLiteral("Flat white"))) << "the next scan shows the next item";
}

TEST_F(LookupScreenTest, WordsThatSeveralHaveAreChosenFromByDigit)
{
    type(u"jar\n");
    EXPECT_TRUE(pane().contains(QStringLiteral("Choose 1-9"))) << pane().toStdString();
    expectPanes(QStringLiteral("lookup-hits"));
    type(u"2");
    EXPECT_TRUE(pane().contains(QStringLiteral("€9.90"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("Scan or type")));
}

TEST_F(LookupScreenTest, AnUnknownCodeIsSaidWithABell)
{
    scan(u"9999999999994");
    EXPECT_EQ(terminal.bells(), 1);
    EXPECT_TRUE(pane().contains(QStringLiteral("ERR"))) << pane().toStdString();
    scan(u"96385074");
    EXPECT_TRUE(pane().contains(QStringLiteral("3.40"))) << pane().toStdString();
}

TEST_F(LookupScreenTest, F9TellsEverything)
{
    scan(u"5901234123464");
    press(Key::F9);
    expectPanes(QStringLiteral("lookup-details"));
    EXPECT_TRUE(pane().contains(QStringLiteral("dishwasher"))) << pane().toStdString();
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("LOOK UP")));
}

TEST_F(LookupScreenTest, TheListIsFilteredWithTheGrammarOfTheDesktopAndOpensALine)
{
    press(Key::F2);
    expectPanes(QStringLiteral("product-list"));
    type(u"/category:beans\n");
    EXPECT_FALSE(pane().contains(QStringLiteral("Flat white"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("1 Guji"))) << pane().toStdString();
    expectPanes(QStringLiteral("product-list-filtered"));
    type(u"2");
    EXPECT_TRUE(pane().contains(QStringLiteral("€24.90"))) << pane().toStdString();
    press(Key::F3);
    press(Key::F3);
    EXPECT_TRUE(pane().contains(QStringLiteral("Flat white"))) << "back takes the filter off first";
}

TEST_F(LookupScreenTest, AScanInTheListLooksItUp)
{
    press(Key::F2);
    scan(u"4012345678901");
    EXPECT_TRUE(pane().contains(QStringLiteral("LOOK UP"))) << pane().toStdString();
    EXPECT_TRUE(pane().contains(QStringLiteral("House blend"))) << pane().toStdString();
}
