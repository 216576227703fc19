// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json_fields.h"
#include "models/base/utc_time.h"
#include "models/people/session_id.h"

namespace crema {

/// A session at the platform that goes on, as lists show it (ADR 032).
struct PersonSession {
    SessionId id;
    PersonId person;
    QString personName;
    DeviceId device;
    QString deviceName;
    QString registerText; ///< "MAIN-2"
    UtcTime begunAt;
    UtcTime usedAt;
    UtcTime endsAt;
    bool isThis = false; ///< the one that asked for the list

    friend bool operator==(const PersonSession &, const PersonSession &) = default;
};

namespace codec {

[[nodiscard]] QJsonObject toJson(const PersonSession &session);
/// Errors: `network.unreadable`.
[[nodiscard]] Result<QList<PersonSession>> readPersonSessions(const QJsonObject &json);

} // namespace codec
} // namespace crema
