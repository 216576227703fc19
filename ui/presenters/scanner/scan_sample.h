// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace crema {

/// One character of a scan and when it came, in ms of a clock that never goes back.
struct ScanStroke {
    QChar letter; ///< printable, or a control character
    std::int64_t atMs = 0;

    bool operator==(const ScanStroke &) const = default;
};

enum class ScanEnd { Enter, Tab, Nothing };

/// Everything that a scanner sent for one code.
struct ScanSample {
    QList<ScanStroke> strokes;
    ScanEnd end = ScanEnd::Nothing;

    [[nodiscard]] QString text() const;
};

/// A fact about a sample, for people: "Lot", "A12".
struct SampleFact {
    QString name;
    QString value;

    bool operator==(const SampleFact &) const = default;
};

/// What was made of a sample.
struct SampleReading {
    QString prefix; ///< what stands before the code each time
    QString code;
    QString suffix; ///< what stands behind it, besides Enter or Tab
    ScanEnd end = ScanEnd::Nothing;
    std::int64_t meanGapMs = 0;
    std::int64_t longestGapMs = 0;
    QList<SampleFact> facts; ///< how it came and how it is read, element by element
    QStringList warnings;    ///< what is set up wrongly, and what to do about it

    /// Whether prefix and suffix are known for sure: the code is an article number, a GS1 code or the test code.
    bool isSure = false;
};

/// The text of the test code: its letters and signs stand elsewhere on keyboards of other countries.
inline const QString scannerTestCode = QStringLiteral("Crema-YZ/1");

/// Slower than this on average and a scanner is hard to tell from a person.
inline constexpr std::int64_t slowestMeanGapMs = 60;

[[nodiscard]] SampleReading readSample(const ScanSample &sample);

/// Control characters by their names: "<GS>".
[[nodiscard]] QString visibleText(const QString &text);

} // namespace crema
