// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of roles draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include "models/people/role_rules.h"
#include "ui/presenters/table/data_column.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace crema {

/// One role in a list, built-in or own.
struct RoleRow {
    QString id; ///< what a row is known by: the word of a built-in one, the id of an own one
    QString name;
    QString originText;  ///< "Built in", "From Barista"
    QString holdersText; ///< "3 people", "nobody"
    CellBadge state;     ///< no text for one that is given
    bool isBuiltIn = false;

    bool operator==(const RoleRow &) const = default;
};

/// What a role says about one thing to do.
struct RightRow {
    Permission permission = Permission::CatalogRead;
    QString name;
    Entitlement entitlement = Entitlement::Denied;
    QList<Entitlement> choices; ///< what whoever looks at it may make of it, and what it is

    bool operator==(const RightRow &) const = default;
};

/// What is typed and chosen about a role.
struct RoleDraft {
    QString name;
    Role base = Role::Barista; ///< of a new one: what it is made from
    Rights rights;

    bool operator==(const RoleDraft &) const = default;
};

/// The role that is open, or the new one.
struct RoleDetail {
    RoleRow row; ///< empty for a new one
    bool isNew = false;
    bool isRetired = false;
    QList<RightRow> rights; ///< as drafted
    QStringList holders;
    QString lockedText; ///< why nothing of it can be changed; empty where it can

    bool operator==(const RoleDetail &) const = default;
};

} // namespace crema
