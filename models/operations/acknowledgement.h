// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/feed/cursor.h"
#include "models/operations/field_conflict.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace crema {

/// What became of an operation on the platform (design.md section 4).
enum class Outcome {
    Applied,    ///< took effect; visibleAt says from which feed position on it can be seen
    Conflict,   ///< a field or a state was changed by somebody else; the rest, if any, took effect
    Refused,    ///< the rules or the rights do not allow it; the problem says why
    Waiting,    ///< an operation it depends on has not taken effect yet
    DeadLetter, ///< could not be read; the platform keeps it whole
};

/// The platform's stored answer to one operation; the same for every replay of it.
struct Acknowledgement {
    std::int64_t sequence = 0;
    OperationId operation; ///< null for a dead letter whose id could not be read
    Outcome outcome = Outcome::Applied;
    std::optional<Cursor> visibleAt;
    std::optional<Problem> problem;
    QList<FieldConflict> conflicts;
    QList<OperationId> waitingFor;

    friend bool operator==(const Acknowledgement &, const Acknowledgement &) = default;
};

[[nodiscard]] QString outcomeText(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromText(QStringView text);

[[nodiscard]] QJsonObject acknowledgementToJson(const Acknowledgement &acknowledgement);
/// Errors: `acknowledgement.malformed`.
[[nodiscard]] Result<Acknowledgement> acknowledgementFromJson(const QJsonObject &object);

} // namespace crema
