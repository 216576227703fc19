// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace crema::bench {

/// A program to start, and the bytes in its output that mean "usable now". It runs in a pseudo-terminal of 80×24, so
/// that the terminal app draws; programs with windows write their mark to the same place.
struct MeasuredProgram {
    QString name;
    QString path;
    QStringList arguments;
    QByteArray readyMark;
};

/// What one start showed.
struct Start {
    double readyMs = 0;          ///< from exec to the mark
    double pssMib = 0;           ///< proportional set size one second later, from smaps_rollup
    double wakeUpsPerSecond = 0; ///< voluntary context switches of all threads while idle for `idleSeconds`
};

/// Starts the program, waits for the mark, looks at it and ends it. Nothing when the mark did not come in 30 s.
[[nodiscard]] std::optional<Start> measureStart(const MeasuredProgram &program, double idleSeconds);

} // namespace crema::bench
