// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "platform/database/connection.h"

#include <optional>

namespace crema::platform {

/// A device as the verbs of whoever runs the platform name it.
struct ListedDevice {
    DeviceId id;
    QString registerText; ///< "MAIN-2", as on its receipts
    QString name;
    UtcTime enrolledAt;
    std::optional<UtcTime> revokedAt;
    std::int64_t epoch = 0;   ///< the newest; 0 when nothing came from it yet
    std::int64_t arrived = 0; ///< up to which number of that epoch everything is here
};

/// By location and register.
[[nodiscard]] QList<ListedDevice> listDevicesOf(Connection &connection);

/// Shuts the device out that is let in under this register, or the one with this id. What was under way from it is
/// waited for, and counts among what arrived. Answers how it was found when it was out already. `systemUser` ran the
/// verb, and is told in the audit trail. Errors: `device.unknown`.
[[nodiscard]] Result<ListedDevice> shutDeviceOut(Connection &connection, const QString &name, UtcTime now,
                                                 const QString &systemUser = {});

/// A device that is to come in again, and the code that it comes in with.
struct ReadmittedDevice {
    ListedDevice device;
    QString code;
};

/// A one-time code for the device that was shut out last under this register, or for the one with this id (ADR 027).
/// Until it is used, the device stays out. Errors: `device.unknown`, `device.let_in` for one that is not out.
[[nodiscard]] Result<ReadmittedDevice> giveReadmissionCode(Connection &connection, const QString &name, UtcTime now,
                                                           Randomness &randomness, const QString &systemUser = {});

} // namespace crema::platform
