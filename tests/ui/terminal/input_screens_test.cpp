// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and scanner of this device, set through the terminal itself.
#include "tests/ui/terminal/pane_check.h"
#include "tests/ui/terminal/till_screen_fixture.h"
#include "tests/ui/testing/told_serial_line.h"
#include "ui/presenters/scanner/serial_scanner.h"

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

class SerialScreenTest : public InputScreensTest
{
protected:
    SerialScreenTest()
    {
        screens.followSerial(serial, [this](const QString &code) { application.takeCode(code); });
        serial.start();
    }

    void scanSerial(const QByteArray &bytes)
    {
        line.send(bytes);
        clock.advance(500);
        settle();
    }

    crema::testing::ToldSerialLine line;
    crema::SerialScanner serial{line, clock, preferences};
};

TEST_F(SerialScreenTest, ASerialScannerIsSetByItsNumberAndWhatItSendsIsShown)
{
    open(u"2");
    press(Key::F9);
    ASSERT_TRUE(shows("SERIAL SCANNER")) << screen();
    EXPECT_TRUE(shows("No serial scanner is set.")) << screen();
    type(u"1 115200 crlf\n");
    EXPECT_EQ(line.path, QStringLiteral("/dev/serial/by-id/usb-Scanner-if00")) << screen();
    EXPECT_EQ(serial.setup().baud, 115'200);
    EXPECT_TRUE(shows("The serial scanner is connected.")) << screen();
    scanSerial("4006381333931\r\n");
    EXPECT_TRUE(shows("4006381333931")) << screen();
    EXPECT_TRUE(presenter.lines().isEmpty());
    type(u"-\n");
    EXPECT_FALSE(line.isOpen()) << screen();
}

TEST_F(SerialScreenTest, ASerialCodeIsSoldInTheQuantityThatIsTypedAndHalfACodeIsSaid)
{
    terminal.resize({80, 24});
    start();
    crema::SerialSetup setup;
    setup.path = QStringLiteral("/dev/ttyACM0");
    ASSERT_TRUE(serial.set(setup));
    type(u"2*");
    scanSerial("4006381333931\r");
    ASSERT_EQ(presenter.lines().size(), 1) << screen();
    EXPECT_EQ(presenter.lines().first().quantityText, QStringLiteral("2"));
    scanSerial("40063");
    EXPECT_TRUE(shows("Only a part of a code came: 40063.")) << screen();
    EXPECT_EQ(presenter.lines().size(), 1);
    shop.lock.lock();
    settle();
    scanSerial("96385074\r");
    EXPECT_EQ(presenter.lines().size(), 1) << "a locked till takes no code";
}

} // namespace
