// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::terminal {

/// How many terminal columns a code point takes: 0 for combining marks and format characters, 2 for East Asian
/// wide characters and emoji, else 1. Control characters and those that turn the direction of a text count 0; they are
/// never drawn.
[[nodiscard]] int codePointWidth(char32_t codePoint);

/// The characters of a text as a terminal shows them: a base and the marks on it, at most four. What is never
/// drawn is left out, marks without a base stand on a space.
[[nodiscard]] QStringList clustersOf(QStringView text);

/// Columns of one cluster of clustersOf().
[[nodiscard]] int clusterWidth(QStringView cluster);

/// Columns of a whole text.
[[nodiscard]] int textWidth(QStringView text);

} // namespace crema::terminal
