// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/match_range.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace crema {

/// How well a typed text names an entry; the smaller the better (ux.md 2.4).
enum class MatchRank { ExactAlias, WordStarts, Substring, Subsequence };

/// Where and how well a text was found.
struct PaletteMatch {
    MatchRank rank = MatchRank::Subsequence;
    QList<MatchRange> ranges; ///< in the title; empty when only another name of the entry matched

    bool operator==(const PaletteMatch &) const = default;
};

/// Matches what was typed against the title and the other names of an entry, whatever case, accents and order of
/// words. An empty text matches everything as a substring. Nothing: it does not match.
[[nodiscard]] std::optional<PaletteMatch> matchPalette(const QString &typed, const QString &title,
                                                       const QStringList &otherNames);

} // namespace crema
