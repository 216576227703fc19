// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/example/memory_preferences.h"
#include "ui/presenters/scanner/scanner_presenter.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using namespace Qt::StringLiterals;

ScanSample sampleOf(const QString &text, std::int64_t gapMs = 5, ScanEnd end = ScanEnd::Enter)
{
    ScanSample sample{.end = end};
    for (const QChar letter : text)
        sample.strokes.append({letter, sample.strokes.size() * gapMs});
    return sample;
}

QString valueOf(const SampleReading &reading, const QString &name)
{
    for (const SampleFact &fact : reading.facts) {
        if (fact.name == name)
            return fact.value;
    }
    return {};
}

TEST(ScanSample, TellsWhatStandsAroundACode)
{
    const SampleReading plain = readSample(sampleOf(u"4006381333931"_s));
    EXPECT_EQ(plain.code, u"4006381333931"_s);
    EXPECT_TRUE(plain.prefix.isEmpty() && plain.suffix.isEmpty() && plain.isSure);
    EXPECT_EQ(plain.meanGapMs, 5);
    const SampleReading framed = readSample(sampleOf(u"Q4006381333931#"_s));
    EXPECT_EQ(framed.prefix, u"Q"_s);
    EXPECT_EQ(framed.suffix, u"#"_s);
    const SampleReading aim = readSample(sampleOf(u"~]E04006381333931"_s));
    EXPECT_EQ(aim.prefix, u"~"_s);
    EXPECT_EQ(aim.code, u"4006381333931"_s);
    EXPECT_FALSE(readSample(sampleOf(u"SHELF-12"_s)).isSure) << "nobody knows where it begins";
}

TEST(ScanSample, NamesTheElementsOfAGs1Code)
{
    const SampleReading reading = readSample(sampleOf(u"]C1010400638133393110A12\u001d17261201\u001d3103001250"_s));
    EXPECT_EQ(valueOf(reading, u"Item"_s), u"04006381333931"_s);
    EXPECT_EQ(valueOf(reading, u"Lot"_s), u"A12"_s);
    EXPECT_EQ(valueOf(reading, u"Best before"_s), u"2026-12-01"_s);
    EXPECT_EQ(valueOf(reading, u"Weight"_s), u"1.250 kg"_s);
    EXPECT_TRUE(valueOf(reading, u"Came in"_s).contains(u"<GS>"_s));
}

TEST(ScanSample, WarnsOfWhatIsSetUpWrongly)
{
    const auto warning = [](const ScanSample &sample) { return readSample(sample).warnings.join(u' '); };
    EXPECT_EQ(warning(sampleOf(scannerTestCode)), QString());
    EXPECT_TRUE(warning(sampleOf(u"cREMA-yz/1"_s)).contains(u"Caps Lock"_s));
    EXPECT_TRUE(warning(sampleOf(u"CremaßZY-1"_s)).contains(u"German"_s));
    EXPECT_TRUE(warning(sampleOf(u"+E04006381333931"_s)).contains(u"German"_s));
    EXPECT_TRUE(warning(sampleOf(u"'àà-\"_&\"\"\"ç\"&"_s)).contains(u"French"_s));
    EXPECT_TRUE(warning(sampleOf(u"4006381333931"_s, 5, ScanEnd::Nothing)).contains(u"Enter"_s));
    EXPECT_TRUE(warning(sampleOf(u"4006381333931X"_s)).contains(u"“X”"_s));
    EXPECT_TRUE(warning(sampleOf(u"4006381333931"_s, 70)).contains(u"slowly"_s));
}

TEST(Scanner, ThreeScansTeachPrefixSuffixAndSpeed)
{
    desktop::MemoryPreferences preferences;
    ScannerPresenter scanner(preferences);
    int changes = 0;
    QObject::connect(&scanner, &ScannerPresenter::setupChanged, &scanner, [&changes] { ++changes; });
    scanner.begin();
    for (int scan = 0; scan < 3; ++scan) {
        EXPECT_TRUE(scanner.isListening());
        scanner.take(sampleOf(u"~4006381333931#"_s, 25));
    }
    EXPECT_FALSE(scanner.isListening());
    EXPECT_FALSE(scanner.isFailure()) << qPrintable(scanner.message());
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(scanner.setup(), (ScannerSetup{.prefix = u"~"_s, .suffix = u"#"_s, .meanGapMs = 50, .gapMs = 100}));
    EXPECT_EQ(ScannerSetup::of(preferences), scanner.setup()) << "kept";
    scanner.reset();
    EXPECT_TRUE(ScannerSetup::of(preferences).isUsual());
}

TEST(Scanner, LearnsNothingFromScansThatDifferOrSayNothing)
{
    desktop::MemoryPreferences preferences;
    ScannerPresenter scanner(preferences);
    const auto teach = [&scanner](const QStringList &texts) {
        scanner.begin();
        for (const QString &text : texts)
            scanner.take(sampleOf(text));
    };
    teach({u"A4006381333931"_s, u"B4006381333931"_s, u"A4006381333931"_s});
    EXPECT_TRUE(scanner.isFailure());
    teach({u"SHELF-12"_s, u"SHELF-12"_s, u"SHELF-12"_s});
    EXPECT_TRUE(scanner.isFailure());
    EXPECT_TRUE(scanner.setup().isUsual());
    teach({u"2996385074"_s, u"2996385074"_s, u"2996385074"_s});
    EXPECT_TRUE(scanner.isFailure()) << "a number of the shop that holds one of an article by chance";
    EXPECT_TRUE(scanner.setup().isUsual());
    scanner.begin();
    scanner.take(sampleOf(u"7"_s));
    EXPECT_EQ(scanner.sampleCount(), 0) << "a key is no scan";
    teach({u"4006381333931X"_s, u"4006381333931X"_s, u"4006381333931X"_s});
    EXPECT_TRUE(scanner.setup().suffix.isEmpty()) << "codes hold letters";
}

TEST(Scanner, KeepsSoundsAndIsNeverStricterThanUsual)
{
    desktop::MemoryPreferences preferences;
    ScannerPresenter scanner(preferences);
    scanner.setSounds(ScanSounds::Off);
    preferences.setValue(u"scanner.mean_gap_ms"_s, u"1"_s);
    preferences.setValue(u"scanner.gap_ms"_s, u"99999"_s);
    scanner.lookAgain();
    EXPECT_EQ(scanner.setup().sounds, ScanSounds::Off);
    EXPECT_EQ(scanner.setup().meanGapMs, ScannerSetup::usualMeanGapMs);
    EXPECT_EQ(scanner.setup().gapMs, ScannerSetup::longestGapMs);
}

} // namespace
} // namespace crema
