// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/json_fields.h"
#include "models/base/utc_time.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QList>

#include <optional>

namespace crema {

/// Who gave a field the value that stands on the platform, when and where (sync.md rule 18).
struct ChangeOrigin {
    OperationId operation;
    std::optional<PersonId> person;
    QString personName; ///< as of the change: the devices of another location do not know the person
    DeviceId device;
    std::optional<LocationId> location;
    UtcTime at;

    friend bool operator==(const ChangeOrigin &, const ChangeOrigin &) = default;
};

/// One field of an edit that somebody else changed meanwhile.
struct FieldConflict {
    QString field;
    QJsonValue from;                                   ///< what the editor saw
    QJsonValue to;                                     ///< what the editor wanted
    QJsonValue current;                                ///< what stands on the platform
    std::optional<ChangeOrigin> theirs = std::nullopt; ///< nothing: it stands since the entity was made

    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

[[nodiscard]] QJsonObject changeOriginToJson(const ChangeOrigin &origin);
/// Problems are left in `fields`.
[[nodiscard]] ChangeOrigin readChangeOrigin(JsonFields &fields);

[[nodiscard]] QJsonObject fieldConflictToJson(const FieldConflict &conflict);
/// Problems are left in `fields`.
[[nodiscard]] FieldConflict readFieldConflict(JsonFields &fields);

} // namespace crema
