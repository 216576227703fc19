// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/presenters/scanner/scan_sample.h"
#include "ui/presenters/settings/preferences.h"

namespace crema {

enum class ScanSounds {
    Automatic, ///< where there is a device for sound
    On,
    Off,
};

/// "automatic", "on", "off"; stable, as it is kept and typed.
[[nodiscard]] QString scanSoundsText(ScanSounds sounds);
/// Automatic for any other word.
[[nodiscard]] ScanSounds scanSoundsOf(QStringView text);

/// How the scanner of this device sends its codes, kept on the device (ADR 057).
struct ScannerSetup {
    static constexpr std::int64_t usualMeanGapMs = 30;
    static constexpr std::int64_t usualGapMs = 100;
    static constexpr std::int64_t longestMeanGapMs = 80;
    static constexpr std::int64_t longestGapMs = 300;
    static constexpr qsizetype longestPrefix = 20;

    QString prefix;                          ///< before each code; empty for none
    QString suffix;                          ///< one character behind it, besides Enter or Tab; empty for none
    std::int64_t meanGapMs = usualMeanGapMs; ///< characters that come faster on average are a scan
    std::int64_t gapMs = usualGapMs;         ///< no pause within a code is longer
    ScanSounds sounds = ScanSounds::Automatic;

    [[nodiscard]] bool isUsual() const { return *this == ScannerSetup{.sounds = sounds}; }
    bool operator==(const ScannerSetup &) const = default;

    [[nodiscard]] static ScannerSetup of(const Preferences &preferences);
    void keepIn(Preferences &preferences) const;

    /// What three samples teach. Errors: `scanner.samples` (they differ, or hold no code whose ends are known).
    [[nodiscard]] static Result<ScannerSetup> learned(const QList<SampleReading> &readings);
};

} // namespace crema
