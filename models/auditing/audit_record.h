// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/base/utc_time.h"
#include "models/operations/operation.h"

#include <QHash>
#include <QUrlQuery>

namespace crema {

/// One value that an entry of the audit trail says became another one.
struct AuditChange {
    QString field;
    QJsonValue from; ///< undefined where only is told that it is another one: a PIN, a cost that is "hidden"
    QJsonValue to;

    friend bool operator==(const AuditChange &, const AuditChange &) = default;
};

/// An entry of the platform's audit trail, as people read it: with the names of today for the ids that it keeps.
struct AuditRecord {
    QUuid chain;                   ///< the device, or the null id for what happened without one
    std::int64_t number = 0;       ///< within the chain
    QString deviceName;            ///< empty without a device
    UtcTime at;                    ///< by the platform's clock
    std::optional<PersonId> actor; ///< nothing: whoever has the platform in hand
    QString actorName;    ///< without an actor: who ran the verb, by the operating system; empty where no verb did it
    QString approverName; ///< who approved it in place (ADR 033); empty: nobody
    QString action;       ///< "person.edit", "device.revoke"
    SubjectRef subject;
    QString subjectName; ///< empty where the platform has none
    QString outcome;     ///< of an operation: "applied", "refused"
    QList<AuditChange> changes;
    std::optional<QUuid> requestId; ///< of the call that caused it, as in the log; nothing: none did, or not known

    friend bool operator==(const AuditRecord &, const AuditRecord &) = default;
};

/// Where a page of the trail ends: the next one goes on with what is older.
struct AuditPlace {
    UtcTime at;
    QUuid chain;
    std::int64_t number = 0;

    friend bool operator==(const AuditPlace &, const AuditPlace &) = default;
};

struct AuditPage {
    QList<AuditRecord> records;     ///< newest first
    std::optional<AuditPlace> next; ///< nothing: there is no older one
    bool isOfDevice = false;        ///< of the device's own place only: more is told to who signs in by password

    friend bool operator==(const AuditPage &, const AuditPage &) = default;
};

/// Which entries are asked for; what is not said is no limit.
struct AuditFilter {
    static constexpr int mostRecords = 500;

    std::optional<PersonId> actor; ///< who did it, or approved it
    std::optional<DeviceId> device;
    std::optional<QUuid> subject;
    QString action; ///< "person.edit", or "person." for all of that kind
    std::optional<UtcTime> from;
    std::optional<UtcTime> until; ///< before this moment
    std::optional<AuditPlace> before;
    int limit = 100; ///< 1 to mostRecords

    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

namespace codec {

[[nodiscard]] QUrlQuery toQuery(const AuditFilter &filter);
/// Errors: `request.malformed` with the fields.
[[nodiscard]] Result<AuditFilter> readAuditFilter(const QHash<QString, QString> &query);

[[nodiscard]] QJsonObject toJson(const AuditPage &page);
/// Errors: `network.unreadable`.
[[nodiscard]] Result<AuditPage> readAuditPage(const QJsonObject &json);

} // namespace codec
} // namespace crema
