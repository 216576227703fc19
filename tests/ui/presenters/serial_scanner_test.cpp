// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/memory_preferences.h"
#include "tests/testing/fixed_clock.h"
#include "tests/ui/testing/told_serial_line.h"
#include "ui/presenters/scanner/serial_scanner.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;
using testing::absentPort;
using testing::FixedClock;
using testing::ToldSerialLine;
using Kind = SerialReading::Kind;

SerialSetup setupOf(SerialEnding ending)
{
    return {.path = u"/dev/ttyACM0"_s, .ending = ending};
}

TEST(SerialSetup, IsKeptAndReadAgainAndWhatDoesNotFitIsAsUsual)
{
    desktop::MemoryPreferences preferences;
    const auto words = SerialSetup{}.changedBy(u"/dev/ttyUSB0 115200 7e1 CRLF gap=400 prefix=~ suffix=#"_s);
    ASSERT_TRUE(words);
    words->keepIn(preferences);
    EXPECT_EQ(SerialSetup::of(preferences), *words);
    EXPECT_EQ(words->frame, u"7E1"_s);
    EXPECT_EQ(words->ending, SerialEnding::Both);
    EXPECT_EQ(words->gapMs, 400);
    preferences.setValue(u"scanner.serial_baud"_s, u"12"_s);
    preferences.setValue(u"scanner.serial_frame"_s, u"9X9"_s);
    preferences.setValue(u"scanner.serial_gap_ms"_s, u"1000000"_s);
    EXPECT_EQ(SerialSetup::of(preferences).baud, 9600);
    EXPECT_EQ(SerialSetup::of(preferences).frame, u"8N1"_s);
    EXPECT_EQ(SerialSetup::of(preferences).gapMs, SerialSetup::longestGapMs);
}

TEST(SerialSetup, RefusesWhatNoPortHas)
{
    EXPECT_EQ(SerialSetup{}.changedBy(u"ttyACM0"_s).error().code, u"serial.path"_s);
    EXPECT_EQ(SerialSetup{}.changedBy(u"/dev/ttyACM0 9601"_s).error().code, u"serial.value"_s);
    EXPECT_EQ(SerialSetup{}.changedBy(u"/dev/ttyACM0 gap=0"_s).error().code, u"serial.value"_s);
}

TEST(SerialReader, CutsAtItsEndingHoweverTheBytesCome)
{
    const QList<SerialReading> both{{Kind::Code, u"4006381333931"_s}, {Kind::Code, u"96385074"_s}};
    const std::pair<SerialEnding, QByteArray> endings[] = {
        {SerialEnding::CarriageReturn, "\r"}, {SerialEnding::LineFeed, "\n"}, {SerialEnding::Both, "\r\n"}};
    for (const auto &[ending, bytes] : endings) {
        const QByteArray sent = "4006381333931" + bytes + "96385074" + bytes;
        SerialReader atOnce(setupOf(ending));
        EXPECT_EQ(atOnce.take(sent), both) << bytes.toHex().constData();
        SerialReader inPieces(setupOf(ending));
        QList<SerialReading> readings;
        for (const char byte : sent)
            readings += inPieces.take(QByteArrayView(&byte, 1));
        EXPECT_EQ(readings, both) << bytes.toHex().constData();
        EXPECT_FALSE(inPieces.isWaiting());
    }
}

TEST(SerialReader, APauseEndsACodeOnlyWhereNothingElseDoes)
{
    SerialReader silent(setupOf(SerialEnding::Nothing));
    EXPECT_TRUE(silent.take("96385074").isEmpty());
    EXPECT_EQ(silent.pause(), (SerialReading{Kind::Code, u"96385074"_s}));
    EXPECT_TRUE(silent.take("9638").isEmpty());
    EXPECT_EQ(silent.cutOff(), (SerialReading{Kind::Part, u"9638"_s})) << "it was pulled out";
    SerialReader ended(setupOf(SerialEnding::CarriageReturn));
    EXPECT_TRUE(ended.take("9638").isEmpty());
    EXPECT_EQ(ended.pause(), (SerialReading{Kind::Part, u"9638"_s}));
    // The line feed behind a carriage return is no code.
    EXPECT_EQ(ended.take("96385074\r\n").size(), 1);
    EXPECT_EQ(ended.pause(), std::nullopt);
}

TEST(SerialReader, KeepsSeparatorsAndLeavesOutWhatStandsAround)
{
    SerialSetup setup = setupOf(SerialEnding::CarriageReturn);
    setup.prefix = u"~"_s;
    setup.suffix = u"#"_s;
    SerialReader reader(setup);
    const QList<SerialReading> readings = reader.take("\x02~]C1010400638133393110A12\x1d"
                                                      "17261201#\x03\r");
    ASSERT_EQ(readings.size(), 1);
    EXPECT_EQ(readings.first().text, u"010400638133393110A12\u001d17261201"_s);
}

TEST(SerialReader, RefusesWhatIsNoTextAndHoldsNoMoreThanACode)
{
    SerialReader reader(setupOf(SerialEnding::CarriageReturn));
    EXPECT_EQ(reader.take("\xff\xfe\x80\r").value(0).kind, Kind::Garbled);
    EXPECT_EQ(reader
                  .take(QByteArray("12\0"
                                   "34\r",
                                   6))
                  .value(0)
                  .kind,
              Kind::Garbled);
    const QByteArray endless = QByteArray(100'000, '7') + "\r96385074\r";
    const QList<SerialReading> flood = reader.take(endless);
    ASSERT_EQ(flood.size(), 2);
    EXPECT_EQ(flood.first().kind, Kind::TooLong);
    EXPECT_EQ(flood.last(), (SerialReading{Kind::Code, u"96385074"_s}));
}

class SerialScannerTest : public ::testing::Test
{
protected:
    SerialScannerTest()
    {
        QObject::connect(&scanner, &SerialScanner::scanned, &scanner,
                         [this](const QString &code) { codes.append(code); });
        QObject::connect(&scanner, &SerialScanner::refused, &scanner,
                         [this](const Problem &problem) { refusals.append(problem.code); });
        QObject::connect(&scanner, &SerialScanner::lost, &scanner, [this] { ++losses; });
        QObject::connect(&scanner, &SerialScanner::back, &scanner, [this] { ++returns; });
    }

    void begin()
    {
        scanner.start();
        ASSERT_TRUE(scanner.set(setupOf(SerialEnding::CarriageReturn)));
    }

    ToldSerialLine line;
    FixedClock clock;
    desktop::MemoryPreferences preferences;
    SerialScanner scanner{line, clock, preferences};
    QStringList codes;
    QStringList refusals;
    int losses = 0;
    int returns = 0;
};

TEST_F(SerialScannerTest, HoldsNoPortUntilItIsStartedAndOneIsSet)
{
    EXPECT_TRUE(scanner.set(setupOf(SerialEnding::CarriageReturn)));
    EXPECT_EQ(line.tries, 0);
    scanner.start();
    EXPECT_TRUE(line.isOpen());
    EXPECT_TRUE(scanner.set({}));
    EXPECT_FALSE(line.isOpen());
    clock.advance(60'000);
    EXPECT_EQ(line.tries, 1);
}

TEST_F(SerialScannerTest, WaitsForWhatIsNotThereAndSaysItOnce)
{
    line.refusal = absentPort();
    begin();
    clock.advance(10 * SerialScanner::againMs);
    EXPECT_EQ(losses, 1);
    EXPECT_EQ(scanner.stateText(), absentPort().message);
    EXPECT_EQ(scanner.stateHint(), absentPort().hint);
    line.refusal.reset();
    clock.advance(SerialScanner::againMs);
    EXPECT_TRUE(scanner.isOpen());
    EXPECT_EQ(returns, 1);
    line.send("96385074\r");
    EXPECT_EQ(codes, QStringList{u"96385074"_s});
}

TEST_F(SerialScannerTest, ALineThatBreaksForAMomentIsNothingToTell)
{
    begin();
    line.send("9638");
    line.breakOff();
    EXPECT_FALSE(scanner.isOpen());
    EXPECT_EQ(refusals, QStringList{u"serial.part"_s});
    clock.advance(SerialScanner::momentMs);
    EXPECT_TRUE(scanner.isOpen());
    EXPECT_EQ(losses + returns, 0);
    line.send("5074\r");
    EXPECT_EQ(codes, QStringList{u"5074"_s}) << "halves of two codes are none";
}

TEST_F(SerialScannerTest, HalfACodeIsRefusedWhenItsPauseIsOver)
{
    begin();
    line.send("40063");
    clock.advance(SerialSetup::usualGapMs - 1);
    line.send("81333931\r");
    EXPECT_EQ(codes, QStringList{u"4006381333931"_s});
    line.send("40063");
    clock.advance(SerialSetup::usualGapMs);
    EXPECT_EQ(refusals, QStringList{u"serial.part"_s});
}

TEST_F(SerialScannerTest, AFloodIsLeftOutAndSaidOnce)
{
    begin();
    line.send(QByteArray("96385074\r").repeated(500));
    EXPECT_EQ(codes.size(), SerialScanner::mostInAWindow);
    EXPECT_EQ(refusals, QStringList{u"serial.flood"_s});
    clock.advance(5 * SerialScanner::windowMs);
    line.send("4006381333931\r");
    EXPECT_EQ(codes.last(), u"4006381333931"_s);
}

TEST_F(SerialScannerTest, FollowsWhatAnotherProgramSets)
{
    begin();
    SerialSetup other = setupOf(SerialEnding::LineFeed);
    other.path = u"/dev/ttyUSB1"_s;
    other.keepIn(preferences);
    scanner.lookAgain();
    EXPECT_EQ(line.path, u"/dev/ttyUSB1"_s);
    line.send("96385074\n");
    EXPECT_EQ(codes, QStringList{u"96385074"_s});
    scanner.lookAgain();
    EXPECT_EQ(line.tries, 2) << "nothing new";
}

} // namespace
} // namespace crema
