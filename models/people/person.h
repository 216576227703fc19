// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/people/permission.h"

#include <QList>

namespace crema {

/// A member of staff as devices know them. The password never leaves the platform; the hash of the PIN does, to the
/// devices of the person's locations, so that switching works offline.
struct Person {
    PersonId id;
    QString name;
    QString email; ///< may be empty
    Role role = Role::Barista;
    QList<Permission> permissions;
    QList<LocationId> locations; ///< where this person works; empty means everywhere
    QString pinHash;             ///< Argon2id in its text encoding; empty: no PIN
    bool active = true;

    [[nodiscard]] bool may(Permission permission) const { return active && permissions.contains(permission); }

    friend bool operator==(const Person &, const Person &) = default;
};

} // namespace crema
