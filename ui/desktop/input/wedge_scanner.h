// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace crema::desktop {

/// When a row of key presses is a scan (ux.md 2.5); times in ms.
struct WedgeLimits {
    qsizetype minLength = 4;
    std::int64_t maxMeanGapMs = 30;
    std::int64_t maxGapMs = 100;
    std::int64_t sameCodeMs = 300; ///< the same code again within this time is one read
    std::int64_t typistMs = 35;    ///< after so long without the next key a short row is taken for typing
    QString prefix;                ///< what this scanner sends before each code; with it a row is certain
    QChar suffix;                  ///< ends a code besides Enter and Tab; null: none
};

/// Tells a keyboard-wedge scanner from a person by the time between the keys, and certain of it by the prefix that is
/// set or by an AIM identifier (ISO/IEC 15424: "]E0"). Pure: the caller gives the times.
class WedgeScanner
{
public:
    explicit WedgeScanner(const WedgeLimits &limits = {}) : m_limits(limits) {}

    /// One printable key or control character at `nowMs` of a clock that never goes back.
    void key(QChar letter, std::int64_t nowMs);
    /// Enter, Tab or the suffix: the code, when the keys before it were a scan, without prefix, identifier and control
    /// characters at its ends. The row is over either way.
    [[nodiscard]] std::optional<QString> end(std::int64_t nowMs);
    /// Any other key: the row is over.
    void reset() { m_row.clear(); }

    /// Whether a scan is under way at this time: its other keys belong to it, whatever they are.
    [[nodiscard]] bool isScanning(std::int64_t nowMs) const;
    /// Whether the row so far is a code rather than words that a program typed: most of it digits.
    [[nodiscard]] bool looksLikeCode() const;
    [[nodiscard]] bool isSuffix(QChar letter) const { return !m_limits.suffix.isNull() && letter == m_limits.suffix; }
    /// How long to hold the keys back while waiting for the next one.
    [[nodiscard]] std::int64_t patienceMs() const;
    /// Whether this code is the last one again, too soon to be a second read.
    [[nodiscard]] bool isRepeat(const QString &code, std::int64_t nowMs);
    [[nodiscard]] const QString &row() const { return m_row; }
    [[nodiscard]] std::int64_t maxGapMs() const { return m_limits.maxGapMs; }

private:
    [[nodiscard]] bool isFast() const;
    [[nodiscard]] bool isCertain() const { return introduction() > 0; }
    /// The length of the prefix or AIM identifier that the row begins with.
    [[nodiscard]] qsizetype introduction() const;

    WedgeLimits m_limits;
    QString m_row;
    std::int64_t m_firstMs = 0;
    std::int64_t m_lastMs = 0;
    QString m_lastCode;
    std::int64_t m_lastCodeMs = 0;
};

} // namespace crema::desktop
