// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// A part of a text that a search matched, in UTF-16 code units.
struct MatchRange {
    int start = 0;
    int length = 0;

    bool operator==(const MatchRange &) const = default;
};

/// The text without accents and case, one letter per letter, so that places found in it are places of the text itself.
[[nodiscard]] QString foldedLetters(const QString &text);

} // namespace crema
