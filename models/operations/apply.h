// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/acknowledgement.h"
#include "models/operations/aggregates.h"
#include "models/operations/edit.h"
#include "models/operations/operation.h"

#include <QStringList>

namespace crema {

/// What an operation did. `reviews` holds stable codes of what a manager should look at ("shift.already_open"):
/// facts are recorded as they happened and never refused.
struct Effect {
    Outcome outcome = Outcome::Applied;
    std::optional<Problem> problem; ///< of Refused and DeadLetter
    QList<FieldConflict> conflicts; ///< of Conflict; the other fields of the edit took effect
    QStringList reviews;

    friend bool operator==(const Effect &, const Effect &) = default;
};

/// The one rule of every operation, for device and platform alike: loads what the operation is about, decides, saves.
/// Pure but for `aggregates`: no clock, no randomness, no new ids, so a replay gives the same (sync.md rule 16).
/// Refused and DeadLetter change nothing. Who may do it, what must come first and whether it came before are the
/// caller's questions.
[[nodiscard]] Effect applyOperation(const Operation &operation, Aggregates &aggregates, MergeMode mode);

} // namespace crema
