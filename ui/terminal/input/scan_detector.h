// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/terminal/input/key.h"

#include <QList>

#include <variant>

namespace crema::terminal {

/// A key that a person pressed.
struct TypedKey {
    KeyEvent event;

    bool operator==(const TypedKey &) const = default;
};

/// A code that a scanner sent, without its prefix and its Enter. `retract` characters of it were already handed
/// out as typed keys, because they came in an earlier read, and have to be taken back.
struct Scan {
    QString code;
    int retract = 0;

    bool operator==(const Scan &) const = default;
};

using Input = std::variant<TypedKey, Scan>;

/// Whether the spacing of characters tells a scanner from a person. It does not where the terminal hands over
/// whole lines, as in linear mode.
enum class ScanTiming { Used, Ignored };

struct ScanSettings {
    QString prefix; ///< what the scanner sends first, when it is set up so; empty for none
    QString suffix; ///< what it sends last before Enter, when it is set up so; empty for none
    int minimumCharacters = 4;
    std::int64_t maximumGapMs = 30;
    ScanTiming timing = ScanTiming::Used;
};

/// Tells scans from typing (ux.md 3.1): a scan begins with the configured prefix, or is at least four characters
/// that came in one read or at most 30 ms apart, and ends with Enter. Typed keys are handed out at once, so that
/// typing is shown without delay. Pasted text of one line is one scan.
class ScanDetector
{
public:
    static constexpr qsizetype maximumCharacters = 512; ///< a longer run is typing or noise
    static constexpr std::int64_t prefixGapMs = 1'000;  ///< a prefix followed by silence was typed

    ScanDetector(const Clock &clock, ScanSettings settings) : m_clock(clock), m_settings(std::move(settings)) {}

    /// From now on scans are told from typing by these.
    void setSettings(ScanSettings settings) { m_settings = std::move(settings); }

    /// What the keys of one read mean, in their order.
    [[nodiscard]] QList<Input> read(const QList<KeyEvent> &keys);

private:
    void take(const KeyEvent &event, QList<Input> &inputs);
    void takeCharacter(const KeyEvent &event, QList<Input> &inputs);
    void takeEnter(QList<Input> &inputs);
    void takePasted(const KeyEvent &event, QList<Input> &inputs);
    void endPaste(QList<Input> &inputs);
    void release(QList<Input> &inputs);
    void startAfresh(QList<Input> &inputs);
    [[nodiscard]] bool hasPrefix() const;
    [[nodiscard]] bool isScan() const;

    const Clock &m_clock;
    ScanSettings m_settings;
    QList<KeyEvent> m_run;    ///< the characters that may become a scan
    qsizetype m_released = 0; ///< how many of them are handed out already
    std::int64_t m_lastMs = 0;
    QList<KeyEvent> m_pasted;
    bool m_pasting = false;
};

} // namespace crema::terminal
