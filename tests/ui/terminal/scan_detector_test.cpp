// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/fixed_clock.h"
#include "ui/terminal/input/scan_detector.h"

#include <gtest/gtest.h>

using namespace crema::terminal;
using crema::testing::FixedClock;

namespace {

// What a reader of the inputs would see: typed characters, [Enter], <scan-retract>.
QString story(const QList<Input> &inputs)
{
    QString text;
    for (const Input &input : inputs) {
        if (const auto *scan = std::get_if<Scan>(&input))
            text += QStringLiteral("<%1-%2>").arg(scan->code).arg(scan->retract);
        else if (const KeyEvent &event = std::get<TypedKey>(input).event; event.key == Key::Character)
            text += event.text;
        else
            text += event.key == Key::Enter ? QStringLiteral("[Enter]") : QStringLiteral("[key]");
    }
    return text;
}

class ScanDetectorTest : public ::testing::Test
{
protected:
    // Each character in a read of its own, `gapMs` after the one before it.
    QString spaced(QStringView text, std::int64_t gapMs)
    {
        QString result;
        for (const KeyEvent &key : keysOf(text)) {
            clock.advance(gapMs);
            result += story(detector.read({key}));
        }
        return result;
    }

    FixedClock clock;
    ScanDetector detector{clock, {}};
};

} // namespace

TEST_F(ScanDetectorTest, ACodeInOneReadIsAScan)
{
    EXPECT_EQ(story(detector.read(keysOf(u"4006381333931\n"))), QStringLiteral("<4006381333931-0>"));
}

TEST_F(ScanDetectorTest, FourCharactersAreTheLeast)
{
    EXPECT_EQ(story(detector.read(keysOf(u"1234\n"))), QStringLiteral("<1234-0>"));
    EXPECT_EQ(story(detector.read(keysOf(u"123\n"))), QStringLiteral("123[Enter]"));
}

TEST_F(ScanDetectorTest, ASlowScannerIsRecognisedAndItsCharactersAreTakenBack)
{
    EXPECT_EQ(spaced(u"4006\n", 30), QStringLiteral("4006<4006-4>"));
}

TEST_F(ScanDetectorTest, TypingIsNotAScan)
{
    EXPECT_EQ(spaced(u"4006\n", 31), QStringLiteral("4006[Enter]"));
}

TEST_F(ScanDetectorTest, AQuantityTypedBeforeAScanStaysTyped)
{
    EXPECT_EQ(spaced(u"2*", 120), QStringLiteral("2*"));
    clock.advance(400);
    EXPECT_EQ(story(detector.read(keysOf(u"4006381333931\n"))), QStringLiteral("<4006381333931-0>"));
}

TEST_F(ScanDetectorTest, EnterLongAfterACodeIsTyped)
{
    EXPECT_EQ(story(detector.read(keysOf(u"4006381333931"))), QStringLiteral("4006381333931"));
    clock.advance(31);
    EXPECT_EQ(story(detector.read(keysOf(u"\n"))), QStringLiteral("[Enter]"));
}

TEST_F(ScanDetectorTest, AScanSplitOverTwoReadsIsOneScan)
{
    EXPECT_EQ(story(detector.read(keysOf(u"40063"))), QStringLiteral("40063"));
    clock.advance(5);
    EXPECT_EQ(story(detector.read(keysOf(u"81333931\n"))), QStringLiteral("<4006381333931-5>"));
}

TEST_F(ScanDetectorTest, TwoHundredScansInOneReadAreTwoHundredScans)
{
    const QList<Input> inputs = detector.read(keysOf(QStringLiteral("4006381333931\n").repeated(200)));
    EXPECT_EQ(inputs.size(), 200);
    EXPECT_TRUE(std::ranges::all_of(inputs, [](const Input &input) { return std::holds_alternative<Scan>(input); }));
}

TEST_F(ScanDetectorTest, AnotherKeyEndsTheRun)
{
    QList<KeyEvent> keys = keysOf(u"400");
    keys.append(KeyEvent::of(Key::F3));
    keys.append(keysOf(u"6\n"));
    EXPECT_EQ(story(detector.read(keys)), QStringLiteral("400[key]6[Enter]"));
}

TEST_F(ScanDetectorTest, APrefixMakesAShortCodeAScanAtAnySpeed)
{
    ScanDetector prefixed(clock, {.prefix = QStringLiteral("~")});
    EXPECT_EQ(story(prefixed.read(keysOf(u"~7\n"))), QStringLiteral("<7-0>"));
    QString slow;
    for (const KeyEvent &key : keysOf(u"~42\n")) {
        clock.advance(200);
        slow += story(prefixed.read({key}));
    }
    EXPECT_EQ(slow, QStringLiteral("<42-0>")) << "nothing of a certain scan is shown as typing";
}

TEST_F(ScanDetectorTest, APrefixFollowedBySilenceWasTyped)
{
    ScanDetector prefixed(clock, {.prefix = QStringLiteral("~")});
    EXPECT_EQ(story(prefixed.read(keysOf(u"~"))), QString());
    clock.advance(ScanDetector::prefixGapMs + 1);
    EXPECT_EQ(story(prefixed.read(keysOf(u"a"))), QStringLiteral("~a"));
}

TEST_F(ScanDetectorTest, PastedTextOfOneLineIsOneScanAndOfSeveralLinesIsSeveral)
{
    const auto paste = [this](QStringView text) {
        QList<KeyEvent> keys{KeyEvent::of(Key::PasteBegin)};
        keys.append(keysOf(text));
        keys.append(KeyEvent::of(Key::PasteEnd));
        return story(detector.read(keys));
    };
    EXPECT_EQ(paste(u"ETH-250"), QStringLiteral("<ETH-250-0>"));
    EXPECT_EQ(paste(u"4006\n4007\n"), QStringLiteral("<4006-0><4007-0>"));
}

TEST_F(ScanDetectorTest, IgnoresTimingWhereTheTerminalSendsWholeLines)
{
    ScanDetector linear(clock, {.timing = ScanTiming::Ignored});
    EXPECT_EQ(story(linear.read(keysOf(u"4006381333931\n"))), QStringLiteral("4006381333931[Enter]"));
}

TEST_F(ScanDetectorTest, AnEndlessRunIsNoiseAndNotAScan)
{
    const QString noise(ScanDetector::maximumCharacters + 2, QLatin1Char('x'));
    EXPECT_EQ(story(detector.read(keysOf(noise + QLatin1Char('\n')))), noise + QStringLiteral("[Enter]"));
}
