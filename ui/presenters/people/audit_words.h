// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/audit_record.h"
#include "models/selling/location.h"
#include "ui/presenters/people/audit_view.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/syncing/attention_words.h"

namespace crema {

/// What was done, as one line: "Role of Bea Brandt changed", "Signed in". An action that this version does not know
/// stands with its name.
[[nodiscard]] QString auditActionText(const AuditRecord &record);
/// Who did it: "Ada Lindqvist", "The platform itself".
[[nodiscard]] QString auditActorText(const AuditRecord &record);
/// Where: "Counter", "At the platform itself".
[[nodiscard]] QString auditPlaceText(const AuditRecord &record);
/// How it ended; no text where the trail keeps nothing of it.
[[nodiscard]] CellBadge auditOutcome(const AuditRecord &record);
/// What a row and its detail are known by.
[[nodiscard]] QString auditId(const AuditRecord &record);

/// The kinds of actions that a filter offers, as their names begin; first the empty one, for all. `ofPlatform`: also
/// what is done at the platform itself only.
[[nodiscard]] QList<AuditChoice> auditKinds(bool ofPlatform);
[[nodiscard]] QString auditPeriodName(AuditPeriod period);

/// Entries of the trail as people of one place read them, as of one moment.
class AuditWords
{
public:
    /// `locations` are those that values are named by.
    AuditWords(const TimeWords &times, UtcTime now, const FieldTexts &values, const QList<Location> &locations)
        : m_times(times), m_now(now), m_values(values), m_locations(locations)
    {}

    [[nodiscard]] AuditRow row(const AuditRecord &record) const;
    [[nodiscard]] AuditDetail detail(const AuditRecord &record) const;

private:
    [[nodiscard]] QList<AuditChangeRow> changes(const AuditRecord &record) const;
    [[nodiscard]] QString value(const QString &field, const QJsonValue &json) const;
    [[nodiscard]] QString placeNames(const QList<LocationId> &places) const;

    TimeWords m_times;
    UtcTime m_now;
    FieldTexts m_values;
    QList<Location> m_locations;
};

} // namespace crema
