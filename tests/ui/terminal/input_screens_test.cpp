// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and scanner of this device, set through the terminal itself.
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"

using namespace crema::terminal;
using namespace crema::terminal::testing;

namespace {

class InputScreensTest : public TillScreenTest
{
protected:
    void open(QStringView digits)
    {
        terminal.resize({80, 24});
        start();
        press(Key::F3);
        type(QStringLiteral("80") + digits.toString());
    }

    [[nodiscard]] bool shows(const char *text) const { return pane().contains(QString::fromUtf8(text)); }
    [[nodiscard]] std::string screen() const { return pane().toStdString(); }
};

TEST_F(InputScreensTest, AKeyThatIsPressedCountsAtOnceAndHintsShowIt)
{
    open(u"1");
    EXPECT_TRUE(shows("KEYS")) << screen();
    type(u"3");
    EXPECT_TRUE(shows("Done, go on")) << screen();
    press(Key::F5);
    EXPECT_EQ(shop.keys.keys(actionIdOf(Verb::Done)), QStringList({QStringLiteral("F5"), QStringLiteral("^D")}));
    EXPECT_TRUE(shows("Kept for this device")) << screen();
    press(Key::Escape);
    press(Key::Escape);
    press(Key::Escape);
    type(u"1");
    scan(u"4006381333931");
    EXPECT_TRUE(shows("F5")) << screen();
    EXPECT_FALSE(shows("F4 ")) << screen();
    press(Key::F5);
    EXPECT_TRUE(shows("1 Cash")) << screen();
}

TEST_F(InputScreensTest, AKeyOfAnotherOneIsTakenOnlyWithEnter)
{
    open(u"13");
    press(Key::F8);
    EXPECT_TRUE(shows("F8 is used for “Next page”.")) << screen();
    EXPECT_FALSE(shop.keys.hasChanges(crema::KeyFace::Terminal));
    terminal.send({KeyEvent::control(u'S')});
    settle();
    EXPECT_TRUE(shows("stops or starts")) << screen();
    press(Key::F8);
    press(Key::Enter);
    EXPECT_EQ(shop.keys.keys(actionIdOf(Verb::Done))->first(), QStringLiteral("F8")) << screen();
    EXPECT_EQ(shop.keys.keys(actionIdOf(Verb::NextPage)), QStringList{QStringLiteral("^N")});
    type(u"F9\n");
    press(Key::Escape);
    press(Key::Escape);
    EXPECT_TRUE(shows("KEYS") || shows("DEVICE")) << screen();
}

TEST_F(InputScreensTest, ThreeScansTeachThePrefix)
{
    open(u"2");
    press(Key::Enter);
    for (int times = 0; times < 3; ++times)
        scan(u"~4006381333931");
    EXPECT_TRUE(shows("The scanner is known now.")) << screen();
    EXPECT_EQ(shop.scanner.setup().prefix, QStringLiteral("~"));
    EXPECT_TRUE(presenter.lines().isEmpty());
}

TEST_F(InputScreensTest, AScannerThatTypesSlowlyIsLearnedFromItsFirstCharacterOn)
{
    open(u"2");
    press(Key::Enter);
    for (int times = 0; times < 3; ++times) {
        clock.advance(500);
        for (const KeyEvent &key : keysOf(QStringLiteral("~4006381333931\n"))) {
            terminal.send({key});
            clock.advance(45);
        }
        settle();
    }
    EXPECT_TRUE(shows("The scanner is known now.")) << screen();
    EXPECT_EQ(shop.scanner.setup().prefix, QStringLiteral("~"));
    EXPECT_GE(shop.scanner.setup().meanGapMs, 45);
}

TEST_F(InputScreensTest, AScanIsShownElementByElement)
{
    open(u"2");
    scan(u"010400638133393110A12");
    EXPECT_TRUE(shows("Lot")) << screen();
    EXPECT_TRUE(shows("A12")) << screen();
}

} // namespace
