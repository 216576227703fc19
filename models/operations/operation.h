// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace crema {

/// What an operation is about: effects on one subject keep their order.
struct SubjectRef {
    QString type; ///< entity type in snake_case, see models/feed/entity_types.h
    QUuid id;

    friend bool operator==(const SubjectRef &, const SubjectRef &) = default;
};

/// The clocks of the device at the moment of the operation (sync.md rule 23).
struct ClockReading {
    QUuid boot; ///< changes with each start of the machine
    std::int64_t monotonicMs = 0;
    std::int64_t offsetMs = 0; ///< platform time − device time as last measured; 0 when never measured

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

/// One thing a person did, as a record: who, where, when, what. The only way that local data changes.
/// `body` is kept as it came, with members this version does not know (sync.md rule 24); the typed views
/// of it are in models/operations/bodies.
struct Operation {
    OperationId id;
    QString type;   ///< "sale.complete"
    int schema = 1; ///< version of the body, at least 1
    SubjectRef subject;
    std::optional<LocationId> location;   ///< nothing before enrolment
    std::optional<RegisterId> registerId; ///< nothing before enrolment and for devices that do not sell
    std::optional<PersonId> actor;        ///< nothing is "owner": the person who set up an unenrolled device
    std::optional<PersonId> approvedBy;   ///< who typed their PIN for what the actor may not do (ADR 033)
    UtcTime occurredAt;
    ClockReading clock;
    QList<OperationId> after; ///< operations that must take effect before this one
    QJsonObject body;
    /// Members beside these that a later version wrote, also those inside `subject` and `clock`: written again where
    /// they stood (sync.md rule 24).
    QJsonObject unknown = {};

    friend bool operator==(const Operation &, const Operation &) = default;
};

} // namespace crema
