// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/presenters/settings/preferences.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace crema {

/// What a scanner sends behind each code.
enum class SerialEnding {
    CarriageReturn,
    LineFeed,
    Both,
    Nothing, ///< the pause ends the code
};

/// "cr", "lf", "crlf", "none"; stable, as it is kept and typed.
[[nodiscard]] QString serialEndingText(SerialEnding ending);
/// Nothing for any other word.
[[nodiscard]] std::optional<SerialEnding> serialEndingOf(QStringView text);

/// The speeds and frames that can be set: data bits, parity, stop bits ("8N1").
[[nodiscard]] QList<int> serialBauds();
[[nodiscard]] QStringList serialFrames();

/// The scanner at a serial port of this device and how it sends, kept on the device (ADR 066).
struct SerialSetup {
    static constexpr std::int64_t usualGapMs = 200;
    static constexpr std::int64_t shortestGapMs = 20;
    static constexpr std::int64_t longestGapMs = 2'000;
    static constexpr qsizetype longestAround = 20;

    QString path; ///< of the port; empty: there is no such scanner
    int baud = 9600;
    QString frame = QStringLiteral("8N1");
    SerialEnding ending = SerialEnding::CarriageReturn;
    QString prefix;                  ///< before each code; empty for none
    QString suffix;                  ///< behind each code, besides the ending; empty for none
    std::int64_t gapMs = usualGapMs; ///< no pause within a code is longer

    [[nodiscard]] bool isSet() const { return !path.isEmpty(); }
    bool operator==(const SerialSetup &) const = default;

    /// What does not fit is as usual.
    [[nodiscard]] static SerialSetup of(const Preferences &preferences);
    void keepIn(Preferences &preferences) const;

    /// Errors: `serial.path` (not one that begins with a slash), `serial.value`.
    [[nodiscard]] Result<void> checked() const;

    /// "/dev/ttyACM0 9600 8N1 cr gap=200 prefix=~": what is left out stays as it is here. Errors: those of checked().
    [[nodiscard]] Result<SerialSetup> changedBy(const QString &words) const;
};

} // namespace crema
