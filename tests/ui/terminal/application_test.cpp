// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/fixed_clock.h"
#include "tests/ui/terminal/pane_check.h"
#include "ui/terminal/application/error_screen.h"
#include "ui/terminal/application/keys_screen.h"
#include "ui/terminal/application/menu_screen.h"
#include "ui/terminal/application/terminal_application.h"

#include <QCoreApplication>
#include <QSignalSpy>

using namespace crema::terminal;
using namespace crema::terminal::testing;
using crema::testing::FixedClock;

namespace {

// A screen that counts scans and keeps what was entered.
class CountScreen final : public TerminalScreen
{
public:
    CountScreen(Navigator &navigator, crema::Clock &clock) : TerminalScreen(navigator), m_clock(clock) {}

    [[nodiscard]] Page page() const override
    {
        Page page{.title = QStringLiteral("COUNT A-03"), .progress = QString::number(count)};
        page.prompt = Prompt{QStringLiteral("Scan item"), m_field};
        return page;
    }
    [[nodiscard]] QList<TerminalAction> actions() override
    {
        return {{Verb::Done, QStringLiteral("end"), QStringLiteral("End bin"), [this] { ++ended; }},
                {Verb::Undo, QStringLiteral("un"), QStringLiteral("Undo"), [] {}, QStringLiteral("Nothing to undo")}};
    }
    [[nodiscard]] QString helpText() const override { return QStringLiteral("Scan every item in the bin."); }
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override { entered.append(text); }
    void scan(const QString &code) override
    {
        if (code == QLatin1String("WRONG")) {
            navigator().open(std::make_unique<ErrorScreen>(
                navigator(), m_clock, QStringLiteral("WRONG ITEM"),
                QList<TextLine>{{.left = QStringLiteral("You scanned")}, {.left = code}}));
            return;
        }
        ++count;
        navigator().say(MessageKind::Ok, QStringLiteral("+1"));
    }

    int count = 0;
    int ended = 0;
    QStringList entered;

private:
    crema::Clock &m_clock;
    LineEdit m_field;
};

class ApplicationTest : public ::testing::Test
{
protected:
    ApplicationTest()
    {
        QList<MenuChoice> choices{{{u'5', QStringLiteral("Count")}, [this] { openCount(); }},
                                  {{u'6', QStringLiteral("More")}, [this] { openMenu({}); }},
                                  {{u'9', QStringLiteral("Sync")}, [] {}, QStringLiteral("Not signed in")}};
        openMenu(choices);
        application.draw();
    }

    void openMenu(const QList<MenuChoice> &choices)
    {
        QList<MenuChoice> all = choices;
        if (all.isEmpty())
            all = {{{u'1', QStringLiteral("Count")}, [this] { openCount(); }}};
        application.open(
            std::make_unique<MenuScreen>(application, clock, MenuEnter::AfterPause, QStringLiteral("MAIN"), all));
    }

    void openCount()
    {
        auto screen = std::make_unique<CountScreen>(application, clock);
        count = screen.get();
        application.open(std::move(screen));
    }

    void typeSlowly(QStringView text)
    {
        for (const KeyEvent &key : keysOf(text)) {
            clock.advance(150);
            terminal.send({key});
        }
        clock.advance(150);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QString title() const { return terminal.canvas().rowText(0); }
    [[nodiscard]] QString message() const
    {
        QStringList rows;
        for (int row = 0; row < terminal.size().height; ++row) {
            if (terminal.canvas().role(row) == RowRole::Message)
                rows.append(terminal.canvas().rowText(row));
        }
        return rows.join(QLatin1Char(' '));
    }

    FixedClock clock;
    MemoryScreen terminal{{20, 16}};
    TerminalApplication application{terminal, clock, {}};
    CountScreen *count = nullptr;
};

} // namespace

TEST_F(ApplicationTest, ALineOfDigitsGoesThroughOneMenuAfterAnotherWhereEnterIsRequired)
{
    const auto openLineMenu = [this](const QList<MenuChoice> &choices) {
        application.open(
            std::make_unique<MenuScreen>(application, clock, MenuEnter::Required, QStringLiteral("MAIN"), choices));
    };
    openLineMenu({{{u'8', QStringLiteral("Stock")}, [&] {
                       openLineMenu({{{u'1', QStringLiteral("Count")}, [this] { openCount(); }}});
                   }}});
    terminal.type(u"81\n");
    ASSERT_NE(count, nullptr);
    terminal.type(u"12\n");
    EXPECT_EQ(count->entered, QStringList{QStringLiteral("12")}) << "nothing of the line before is left in the field";
}

TEST_F(ApplicationTest, ADigitCountsWhenNothingFollowsForSixtyMilliseconds)
{
    terminal.type(u"5");
    clock.advance(59);
    EXPECT_EQ(count, nullptr);
    clock.advance(1);
    ASSERT_NE(count, nullptr);
    QCoreApplication::processEvents();
    EXPECT_TRUE(title().startsWith(QStringLiteral("COUNT A-03")));
}

TEST_F(ApplicationTest, AScanAtAMenuOpensNothing)
{
    terminal.sendAtOnce(u"5006381333931\n");
    clock.advance(1'000);
    EXPECT_EQ(count, nullptr);
    EXPECT_EQ(application.depth(), 1U);
    EXPECT_EQ(message(), QStringLiteral("WARN Choose by number before scanning"));
}

TEST_F(ApplicationTest, ASlowScanAtAMenuOpensNothingEither)
{
    for (const KeyEvent &key : keysOf(u"5006381333931\n")) {
        clock.advance(25);
        terminal.send({key});
    }
    clock.advance(1'000);
    EXPECT_EQ(application.depth(), 1U);
}

TEST_F(ApplicationTest, DigitsTypedAheadAreKept)
{
    terminal.sendAtOnce(u"61");
    clock.advance(60);
    clock.advance(60);
    EXPECT_NE(count, nullptr) << "6 opened the second menu and 1 its entry";
    EXPECT_EQ(application.depth(), 3U);
}

TEST_F(ApplicationTest, ADigitWithEnterCountsAtOnce)
{
    terminal.sendAtOnce(u"5\n");
    EXPECT_NE(count, nullptr);
}

TEST_F(ApplicationTest, AnEntryThatCannotBeOpenedSaysWhy)
{
    typeSlowly(u"9");
    EXPECT_EQ(message(), QStringLiteral("WARN Not signed in"));
    typeSlowly(u"4");
    EXPECT_EQ(message(), QStringLiteral("WARN 4 is not in this menu"));
}

TEST_F(ApplicationTest, TwoHundredScansInOneReadAreCountedAndDrawnOnce)
{
    openCount();
    QCoreApplication::processEvents();
    const int before = terminal.shows();
    terminal.sendAtOnce(QStringLiteral("4006381333931\n").repeated(200));
    QCoreApplication::processEvents();
    EXPECT_EQ(count->count, 200);
    EXPECT_EQ(terminal.shows(), before + 1);
    EXPECT_TRUE(title().endsWith(QStringLiteral("200")));
}

TEST_F(ApplicationTest, ASlowScanLeavesNothingInTheField)
{
    openCount();
    for (const KeyEvent &key : keysOf(u"4006381333931\n")) {
        clock.advance(10);
        terminal.send({key});
    }
    EXPECT_EQ(count->count, 1);
    EXPECT_TRUE(count->field()->isEmpty());
    EXPECT_TRUE(count->entered.isEmpty());
}

TEST_F(ApplicationTest, TypedCodesArriveWithEnter)
{
    openCount();
    typeSlowly(u"4006\n");
    EXPECT_EQ(count->entered, QStringList{QStringLiteral("4006")});
    EXPECT_EQ(count->count, 0);
}

TEST_F(ApplicationTest, EveryWayToPressAVerbDoesTheSame)
{
    openCount();
    terminal.send(Key::F4);
    terminal.send({KeyEvent::control(u'D')});
    typeSlowly(u".4\n");
    EXPECT_EQ(count->ended, 3);
    EXPECT_TRUE(count->entered.isEmpty()) << "a twin is no entry";
}

TEST_F(ApplicationTest, ADisabledActionSaysWhyAndHasNoHint)
{
    openCount();
    terminal.send(Key::F7);
    EXPECT_EQ(message(), QStringLiteral("WARN Nothing to undo"));
    EXPECT_EQ(terminal.canvas().rowText(15), QStringLiteral("F1? F3< F4end F10^"));
    terminal.send(Key::F8);
    EXPECT_EQ(message(), QStringLiteral("WARN F8 does nothing here"));
}

TEST_F(ApplicationTest, EscapeClearsFirstAndThenGoesBack)
{
    openCount();
    typeSlowly(u"40");
    terminal.send(Key::Escape);
    EXPECT_TRUE(count->field()->isEmpty());
    EXPECT_EQ(application.depth(), 2U);
    terminal.send(Key::Escape);
    EXPECT_EQ(application.depth(), 1U);
}

TEST_F(ApplicationTest, MainMenuClosesEverythingAndF3ThereEnds)
{
    QSignalSpy finished(&application, &TerminalApplication::finished);
    typeSlowly(u"61");
    terminal.send(Key::F10);
    EXPECT_EQ(application.depth(), 1U);
    EXPECT_TRUE(finished.isEmpty());
    terminal.send(Key::F3);
    EXPECT_EQ(finished.size(), 1);
}

TEST_F(ApplicationTest, AClosedTerminalEndsTheProgram)
{
    QSignalSpy finished(&application, &TerminalApplication::finished);
    terminal.close();
    EXPECT_EQ(finished.size(), 1);
}

TEST_F(ApplicationTest, HelpIsDrawnFromTheActions)
{
    openCount();
    QCoreApplication::processEvents();
    for (const Size size : paneSizes) {
        terminal.resize(size);
        terminal.send(Key::F1);
        expectPane(terminal.canvas(), QStringLiteral("help"));
        terminal.send(Key::F3);
    }
    EXPECT_EQ(application.depth(), 2U);
}

TEST_F(ApplicationTest, ResizingKeepsWhatIsTyped)
{
    openCount();
    typeSlowly(u"A-0");
    for (const Size size : {Size{80, 24}, Size{20, 16}, Size{40, 12}}) {
        terminal.resize(size);
        EXPECT_TRUE(paneText(terminal.canvas()).contains(QStringLiteral("> A-0")));
    }
    terminal.resize({14, 6});
    EXPECT_TRUE(terminal.canvas().rowText(0).startsWith(QStringLiteral("Screen too")));
    typeSlowly(u"x\n");
    terminal.resize({16, 8});
    EXPECT_EQ(count->field()->text(), QStringLiteral("A-0")) << "nothing counts that cannot be seen";
}

TEST_F(ApplicationTest, AWrongScanStopsTheFlow)
{
    openCount();
    QCoreApplication::processEvents();
    terminal.sendAtOnce(u"WRONG\n4006381333931\n4006381333931\n");
    const int atOnce = terminal.bells();
    EXPECT_EQ(atOnce, 3) << "one for the error, one for each scan dropped";
    clock.advance(1'000);
    QCoreApplication::processEvents();
    EXPECT_EQ(terminal.bells(), atOnce + 2) << "three bells for the error in all";
    EXPECT_EQ(count->count, 0);
    for (const Size size : paneSizes) {
        terminal.resize(size);
        expectPane(terminal.canvas(), QStringLiteral("error"));
    }
    terminal.sendAtOnce(u"40\n");
    EXPECT_EQ(application.depth(), 3U) << "the Enter of a short code acknowledges nothing";
    clock.advance(1'000);
    terminal.send(Key::Enter);
    EXPECT_EQ(application.depth(), 2U);
    terminal.sendAtOnce(u"4006381333931\n");
    EXPECT_EQ(count->count, 1);
}

TEST_F(ApplicationTest, NothingIsDrawnWhenNothingHappens)
{
    QCoreApplication::processEvents();
    const int before = terminal.shows();
    clock.advance(3'600'000);
    QCoreApplication::processEvents();
    EXPECT_EQ(terminal.shows(), before);
}

TEST_F(ApplicationTest, LettersInAMenuWaitForEnter)
{
    QString scanned;
    auto menu = std::make_unique<MenuScreen>(application, clock, MenuEnter::AfterPause, QStringLiteral("MAIN"),
                                             QList<MenuChoice>{{{u'5', QStringLiteral("Count")}, [] {}}});
    menu->setScanAction([&scanned](const QString &code) { scanned = code; });
    application.open(std::move(menu));
    typeSlowly(u"keys");
    EXPECT_EQ(message(), QString()) << "a letter is no wrong choice";
    typeSlowly(u"\n");
    EXPECT_EQ(scanned, QStringLiteral("keys"));
}

TEST_F(ApplicationTest, AKeyThatNobodyKnowsIsLearned)
{
    QList<std::pair<QByteArray, Key>> kept;
    application.open(std::make_unique<KeysScreen>(application, [&kept](const QByteArray &bytes, Key key) {
        kept.append({bytes, key});
        return crema::Result<void>();
    }));
    terminal.send(QList<KeyEvent>{KeyEvent::of(Key::Escape)} + keysOf(u"[29~"));
    EXPECT_EQ(application.depth(), 2U) << "the escape of a key does not leave";
    typeSlowly(u"66\n");
    EXPECT_TRUE(kept.isEmpty()) << "there is no F66";
    typeSlowly(u"6\n");
    EXPECT_EQ(kept, (QList<std::pair<QByteArray, Key>>{{"\033[29~", Key::F6}}));
    EXPECT_EQ(terminal.learned().value("\033[29~"), Key::F6);
    terminal.send(Key::Escape);
    EXPECT_EQ(application.depth(), 1U) << "Escape alone goes back";
}

TEST_F(ApplicationTest, AnErrorFlushesInputAndRingsThreeTimesWithATurningTitle)
{
    openCount();
    terminal.sendAtOnce(u"WRONG\n");
    QCoreApplication::processEvents();
    EXPECT_EQ(terminal.drops(), 1);
    EXPECT_EQ(terminal.bells(), 1);
    const auto reversed = [this] { return terminal.canvas().cell({0, 0}).style.reverse; };
    EXPECT_TRUE(reversed());
    clock.advance(150);
    QCoreApplication::processEvents();
    EXPECT_FALSE(reversed());
    clock.advance(150);
    QCoreApplication::processEvents();
    EXPECT_TRUE(reversed());
    EXPECT_EQ(terminal.bells(), 3);
    clock.advance(1'000);
    terminal.sendAtOnce(u"4006381333931\n");
    EXPECT_EQ(terminal.bells(), 4) << "a scan is dropped with another bell";
    EXPECT_EQ(count->count, 0);
    terminal.send(Key::F10);
    EXPECT_TRUE(title().contains(QStringLiteral("WRONG"))) << "only Enter and F3 get past it";
    clock.advance(1'000);
    terminal.send(Key::Enter);
    EXPECT_TRUE(title().startsWith(QStringLiteral("COUNT"))) << title().toStdString();
}
