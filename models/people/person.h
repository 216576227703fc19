// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/utc_time.h"
#include "models/people/own_role.h"

#include <QList>

namespace crema {

/// What an own role gives beside what it allows, see Rights.
struct RoleLimits {
    QList<Permission> withApproval;
    std::int32_t discountLimit = 0;
    std::optional<std::int64_t> refundLimit = std::nullopt;

    friend bool operator==(const RoleLimits &, const RoleLimits &) = default;
};

/// A member of staff as devices know them. The password never leaves the platform; the hashes of PIN and badge do,
/// to the devices of the person's locations, so that switching works offline.
struct Person {
    PersonId id;
    QString name;
    QString email; ///< may be empty
    RoleRef role;
    /// Of an own role they are nowhere kept with the person: whoever reads a person lays them on (withRole()), and a
    /// role that is not known gives none.
    QList<Permission> permissions;
    QList<LocationId> locations; ///< where this person works; empty means everywhere
    QString pinHash;             ///< Argon2id in its text encoding; empty: no PIN
    bool active = true;
    /// What an own role says beside the permissions; nothing: as the built-in one.
    std::optional<RoleLimits> limits = std::nullopt;
    QString badgeHash = {}; ///< as badgeHash() of models/people/badge.h makes it; empty: no badge
    std::optional<UtcTime> erasedAt = std::nullopt; ///< nothing is known of them since (ADR 044)

    [[nodiscard]] bool isErased() const { return erasedAt.has_value(); }
    [[nodiscard]] bool may(Permission permission) const { return active && permissions.contains(permission); }

    friend bool operator==(const Person &, const Person &) = default;
};

} // namespace crema
