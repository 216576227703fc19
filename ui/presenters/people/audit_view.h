// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of the audit trail draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "models/people/person.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/table/data_column.h"

#include <QList>
#include <QString>

#include <optional>

namespace crema {

/// One entry in a list.
struct AuditRow {
    QString id;        ///< what a row is known by: "<chain>/<number>"
    QString timeText;  ///< "11 min ago", "yesterday, 14:02"
    QString exactText; ///< "Friday, 20 November 2026, 10:42:08"
    QString plainTime; ///< "2026-11-20 10:42:08", of the shop's zone, for spreadsheets
    QString who;       ///< "Ada Lindqvist", "The platform itself"
    QString what;      ///< "Role of Bea Brandt changed"
    QString where;     ///< "Counter"
    CellBadge outcome; ///< no text where it was done as it was meant

    bool operator==(const AuditRow &) const = default;
};

/// One value that became another one.
struct AuditChangeRow {
    QString field;  ///< "Role"
    QString before; ///< "–" for nothing; empty where nobody is told
    QString after;

    bool operator==(const AuditChangeRow &) const = default;
};

/// An entry in full.
struct AuditDetail {
    AuditRow row;
    CellBadge outcome;    ///< also where it was done as it was meant; no text where the trail keeps none
    QString approvedBy;   ///< empty: nobody
    QString number;       ///< within its chain, to quote: "12"
    QString chain;        ///< to quote
    QString action;       ///< as the trail keeps it: "person.edit"
    QString requestId;    ///< to quote, as the log has it; empty: no call caused it
    QString changesAside; ///< why there are no rows of changes; empty with rows
    QList<AuditChangeRow> changes;

    bool operator==(const AuditDetail &) const = default;
};

enum class AuditPeriod { Today, Week, Month, All };

/// Which entries a person wants to see; what is not said is no limit.
struct AuditQuery {
    std::optional<PersonId> person; ///< who did it, or approved it
    QString kind;                   ///< how the actions begin: "person."; empty: all of them
    AuditPeriod period = AuditPeriod::Week;
    std::optional<QUuid> subject; ///< what it was done to
    QString subjectName;

    bool operator==(const AuditQuery &) const = default;
};

/// One value of a filter.
struct AuditChoice {
    QString id; ///< of a person, or how the actions begin; empty: no limit
    QString name;

    bool operator==(const AuditChoice &) const = default;
};

} // namespace crema
