// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stock/count.h"

#include <optional>

namespace crema {

/// What a count of one variant at one location comes to. It is derived from lines and movements each time and never
/// stored: a movement that arrives late moves to its side, and then changes the variance or what is on hand, never
/// both (sync.md rule 20).
struct CountResult {
    Quantity counted;
    Quantity expected;         ///< sum of the movements before the count
    Quantity moved;            ///< sum of those after it
    QList<MovementId> unclear; ///< sorted; in what is on hand as if they came after, until a person has decided
    Quantity unclearSum;

    /// Found more than expected when above zero.
    [[nodiscard]] Quantity variance() const { return counted + -expected; }
    /// What lies there now.
    [[nodiscard]] Quantity onHand() const { return counted + moved + unclearSum; }

    friend bool operator==(const CountResult &, const CountResult &) = default;
};

/// On which side of one scan a movement lies: inside its mark before; of the counting device beyond the mark after;
/// else by the two clocks where they differ by more than both are uncertain, and unclear between.
[[nodiscard]] CountSide sideOf(const NumberedMovement &movement, const CountLine &line);

/// Judges all movements of the variant at the location, in any order. Nothing when no line in force names the variant
/// or a sum does not fit 64 bits.
///
/// The order within a stream is certain while clocks are not: what comes before a movement that is before the count is
/// before it too, and what comes after one that is after is after. Where zones were scanned one after the other,
/// only a movement that lies on the same side of all scans of the variant is clear.
[[nodiscard]] std::optional<CountResult> countResult(const QList<CountLine> &lines, const VariantId &variant,
                                                     const QList<NumberedMovement> &movements,
                                                     const CountDecisions &decisions = {});

} // namespace crema
