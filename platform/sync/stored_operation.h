// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/attention_card.h"
#include "models/operations/operation.h"
#include "models/selling/register.h"

#include <QByteArray>

namespace crema::platform {

/// An operation as the platform keeps it, for ever: its bytes and what became of it.
struct StoredOperation {
    OperationId id;
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    QByteArray payload;     ///< canonical bytes
    QByteArray payloadHash; ///< SHA-256 of them
    QString type;
    SubjectRef subject;
    Acknowledgement acknowledgement;
    /// Refused or dead, and nobody waits for it any more: a later operation on the same subject took effect, its card
    /// was settled, or what it depends on was set aside.
    bool settled = false;
};

/// A sequence number that a device has used.
struct Receipt {
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    OperationId operation; ///< null for what could not be read
    QByteArray payloadHash;
    std::optional<Acknowledgement> acknowledgement; ///< nothing: the operation's own one is the answer
};

/// What the platform expects next of a device's store.
struct Stream {
    std::int64_t expected = 1;
    std::int64_t term = 0;      ///< highest seen of the syncers of a shared store
    bool isShutOut = false;     ///< the device was revoked; only read
    std::int64_t feedEpoch = 0; ///< the present one of the feed; only read
};

/// A place that a store of a device was given beside the one of its enrolment (sync.md rule 29).
struct DeviceEpoch {
    DeviceId device;
    std::int64_t epoch = 1;
    QUuid claim;
    Register registerEntry;
    UtcTime givenAt;
    bool isMove = false; ///< the device is at the place of this register from then on (ADR 046)
};

/// A one-time code that lets a device in again that was shut out (ADR 027).
struct Readmission {
    QByteArray codeHash; ///< SHA-256
    DeviceId device;
    UtcTime expiresAt;
    std::optional<UtcTime> usedAt;
    bool isShutOut = false; ///< the device, at present; only read
};

struct DeadLetter {
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    QByteArray payload;
    Problem problem;
};

/// Something about a fact that a manager should look at.
struct Review {
    OperationId operation;
    QString code; ///< "sale.total_mismatch"
    std::optional<LocationId> location;
    SubjectRef subject;
};

/// Who gave a field of an entity the value that it has.
struct FieldChange {
    QUuid subject;
    QString field;
    ChangeOrigin origin;
};

/// What an entry of the audit trail says about a person. It stands beside the entry, which holds a commitment to it, so
/// that it can be erased while the chain stays whole (ADR 044).
struct AuditDetails {
    PersonId person;
    QJsonObject words; ///< members of the entry's document
};

/// One step of the audit trail.
struct AuditEntry {
    QUuid chain; ///< the device, or the null id for what happened without one
    UtcTime at;
    std::optional<PersonId> actor;
    QString action; ///< "product.edit", "device.enroll"
    SubjectRef subject;
    std::optional<OperationId> operation;
    QJsonObject document;
    std::optional<QUuid> requestId = {}; ///< the X-Request-Id of the call that caused it; nothing: none did
    QString systemUser = {};             ///< who ran the verb that did it, by the operating system; empty: no verb
    std::optional<AuditDetails> details = {};
};

/// Somebody's mail address became another one; either may be empty.
struct AddressChange {
    PersonId person;
    QString before;
    QString after;
    std::optional<PersonId> actor; ///< who did it, as the device says
    DeviceId device;
    UtcTime at;
};

} // namespace crema::platform
