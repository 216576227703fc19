// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/scanner/scanner_setup.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScannerSetup)
};

std::int64_t numberOf(const Preferences &preferences, const QString &key, std::int64_t usual, std::int64_t most)
{
    bool isNumber = false;
    const std::int64_t number = preferences.value(key).toLongLong(&isNumber);
    return isNumber ? std::clamp(number, usual, most) : usual;
}

QString kept(std::int64_t number, std::int64_t usual)
{
    return number == usual ? QString() : QString::number(number);
}

} // namespace

QString scanSoundsText(ScanSounds sounds)
{
    switch (sounds) {
    case ScanSounds::Automatic: return u"automatic"_s;
    case ScanSounds::On: return u"on"_s;
    case ScanSounds::Off: return u"off"_s;
    }
    Q_UNREACHABLE();
}

ScanSounds scanSoundsOf(QStringView text)
{
    return text == "on"_L1 ? ScanSounds::On : text == "off"_L1 ? ScanSounds::Off : ScanSounds::Automatic;
}

ScannerSetup ScannerSetup::of(const Preferences &preferences)
{
    return {.prefix = preferences.value(u"scanner.prefix"_s).left(longestPrefix),
            .suffix = preferences.value(u"scanner.suffix"_s).left(1),
            .meanGapMs = numberOf(preferences, u"scanner.mean_gap_ms"_s, usualMeanGapMs, longestMeanGapMs),
            .gapMs = numberOf(preferences, u"scanner.gap_ms"_s, usualGapMs, longestGapMs),
            .sounds = scanSoundsOf(preferences.value(u"scanner.sounds"_s))};
}

void ScannerSetup::keepIn(Preferences &preferences) const
{
    preferences.setValue(u"scanner.prefix"_s, prefix);
    preferences.setValue(u"scanner.suffix"_s, suffix);
    preferences.setValue(u"scanner.mean_gap_ms"_s, kept(meanGapMs, usualMeanGapMs));
    preferences.setValue(u"scanner.gap_ms"_s, kept(gapMs, usualGapMs));
    preferences.setValue(u"scanner.sounds"_s, sounds == ScanSounds::Automatic ? QString() : scanSoundsText(sounds));
}

Result<ScannerSetup> ScannerSetup::learned(const QList<SampleReading> &readings)
{
    const auto refuse = [](const QString &message) {
        return failure(ProblemKind::Invalid, u"scanner.samples"_s, message,
                       Texts::tr("Scan the code of an article, or the test code shown here, three times."));
    };
    ScannerSetup setup;
    for (const SampleReading &reading : readings) {
        if (!reading.isSure)
            return refuse(
                Texts::tr("Nobody can tell where the code “%1” begins and ends.").arg(visibleText(reading.code)));
        if (reading.prefix != readings.first().prefix || reading.suffix != readings.first().suffix)
            return refuse(Texts::tr("The scans begin or end differently."));
        setup.meanGapMs = std::max(setup.meanGapMs, 2 * reading.meanGapMs);
        setup.gapMs = std::max(setup.gapMs, 3 * reading.longestGapMs);
    }
    if (readings.isEmpty())
        return refuse(Texts::tr("Nothing was scanned."));
    setup.prefix = readings.first().prefix.left(longestPrefix);
    const QString suffix = readings.first().suffix;
    // A letter that ends codes would cut those that hold it.
    if (suffix.size() == 1 && !suffix.front().isLetterOrNumber())
        setup.suffix = suffix;
    setup.meanGapMs = std::min(setup.meanGapMs, longestMeanGapMs);
    setup.gapMs = std::min(setup.gapMs, longestGapMs);
    return setup;
}

} // namespace crema
