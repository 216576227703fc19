// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace crema::http {

/// Who sends a request and what they may do, as authentication found it.
struct Caller {
    std::optional<DeviceId> deviceId;
    std::optional<PersonId> personId;
    std::optional<QUuid> sessionId; ///< with which the person signed in
    QSet<QString> permissions;
    QList<LocationId> locations; ///< where the permissions hold; empty with `everywhere`
    bool everywhere = false;     ///< the permissions hold at every location

    [[nodiscard]] bool may(const QString &permission) const { return permissions.contains(permission); }
    [[nodiscard]] bool mayAt(const QString &permission, const LocationId &location) const
    {
        return may(permission) && (everywhere || locations.contains(location));
    }
};

} // namespace crema::http
