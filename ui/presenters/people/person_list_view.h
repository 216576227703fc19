// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of people draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "models/people/person.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/table/data_column.h"

#include <QList>
#include <QString>

namespace crema {

/// One person in a list.
struct PersonRow {
    QString id; ///< what a row is known by
    QString name;
    QString roleText;  ///< "Barista"
    QString placeText; ///< "Harbour Street", "2 places", "everywhere"
    QString emailText; ///< empty without an address
    QString pinText;   ///< "set"; empty without a PIN
    CellBadge state;   ///< no text for a person who may sign in
    bool isThis = false;

    bool operator==(const PersonRow &) const = default;
};

/// What a person types about somebody. The places are those that are marked; everywhere counts more.
struct PersonDraft {
    QString name;
    QString email;
    RoleRef role;
    bool everywhere = false;
    QList<LocationId> places;

    bool operator==(const PersonDraft &) const = default;
};

struct RoleChoice {
    RoleRef role;
    QString name;
    QString meaning;

    bool operator==(const RoleChoice &) const = default;
};

struct PlaceChoice {
    LocationId id;
    QString name;

    bool operator==(const PlaceChoice &) const = default;
};

/// A badge that was made just now, to be printed: it is shown this once.
struct MadeBadge {
    QString name; ///< whose it is
    QString code;

    bool operator==(const MadeBadge &) const = default;
};

/// The person who is open, or the new one.
struct PersonDetail {
    PersonRow row; ///< empty for a new one
    bool isNew = false;
    bool isActive = true;
    bool isErased = false;
    bool hasPin = false;
    bool hasBadge = false;
    bool mayBeEverywhere = false; ///< whoever looks at it works everywhere
    QList<RoleChoice> roles;      ///< those that may be given, and the present one
    QList<PlaceChoice> places;
    QString lockedText; ///< why nothing of it can be changed; empty where it can

    bool operator==(const PersonDetail &) const = default;
};

} // namespace crema
