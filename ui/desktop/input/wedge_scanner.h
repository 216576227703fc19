// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace crema::desktop {

/// When a row of key presses is a scan (ux.md 2.5); times in ms.
struct WedgeLimits {
    qsizetype minLength = 4;
    std::int64_t maxMeanGapMs = 30;
    std::int64_t maxGapMs = 100;
    std::int64_t sameCodeMs = 300;  ///< the same code again within this time is one read
    std::int64_t typistMs = 35;     ///< after so long without the next key a short row is taken for typing
    std::int64_t stallMs = 1000;    ///< a busy machine may stand still for so long in the middle of a code
    std::int64_t articleGapMs = 60; ///< most gaps within an article number; nobody types 13 digits so fast
    QString prefix;                 ///< what this scanner sends before each code; with it a row is certain
    QChar suffix;                   ///< ends a code besides Enter and Tab; null: none
};

/// Tells a keyboard-wedge scanner from a person by the time between the keys, and certain of it by the prefix that is
/// set or by an AIM identifier (ISO/IEC 15424: "]E0"). A machine that stands still for a moment tears a code apart:
/// what began as a scan goes on as one, and an article number with its check digit is one even when its beginning was
/// taken for typing. Pure: the caller gives the times.
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
    void reset();

    /// Whether a scan is under way at this time: its other keys belong to it, whatever they are.
    [[nodiscard]] bool isScanning(std::int64_t nowMs) const;
    /// Whether the row so far is a code rather than words that a program typed: most of it digits.
    [[nodiscard]] bool looksLikeCode() const;
    [[nodiscard]] bool isSuffix(QChar letter) const { return !m_limits.suffix.isNull() && letter == m_limits.suffix; }
    /// How long to hold the keys back while waiting for the next one.
    [[nodiscard]] std::int64_t patienceMs() const;
    /// Whether this code is the last one again, too soon to be a second read.
    [[nodiscard]] bool isRepeat(const QString &code, std::int64_t nowMs);
    /// The keys since the last pause that a scanner would not make.
    [[nodiscard]] QString row() const { return m_keys.mid(m_begin); }
    /// Whether the last key began a row.
    [[nodiscard]] bool hasBegun() const { return m_keys.size() == m_begin + 1; }
    /// Whether what was typed before the row may still turn out to belong to it.
    [[nodiscard]] bool mayReachBack() const { return m_begin > 0; }
    /// After end(): the code began before the row.
    [[nodiscard]] bool tookEarlierKeys() const { return m_tookEarlierKeys; }
    [[nodiscard]] std::int64_t maxGapMs() const { return m_limits.maxGapMs; }

private:
    [[nodiscard]] bool isScan() const;
    [[nodiscard]] bool isFast() const;
    [[nodiscard]] bool isCertain() const { return introductionOf(row()) > 0; }
    [[nodiscard]] bool isTornArticle(std::int64_t nowMs) const;
    /// The length of the prefix or AIM identifier that these keys begin with.
    [[nodiscard]] qsizetype introductionOf(const QString &keys) const;
    [[nodiscard]] std::int64_t lastMs() const { return m_times.isEmpty() ? 0 : m_times.last(); }

    WedgeLimits m_limits;
    QString m_keys;              ///< all that came without a pause longer than stallMs
    QList<std::int64_t> m_times; ///< of each of them
    qsizetype m_begin = 0;       ///< of the row
    qsizetype m_afterStall = 0;  ///< of what came after the last stall
    bool m_isTorn = false;       ///< the row was a scan before a stall
    bool m_tookEarlierKeys = false;
    QString m_lastCode;
    std::int64_t m_lastCodeMs = 0;
};

} // namespace crema::desktop
