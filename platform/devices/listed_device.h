// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/base/result.h"
#include "models/devices/shut_out.h"
#include "models/selling/location.h"
#include "platform/database/connection.h"

#include <optional>

namespace crema::platform {

/// A device as the verbs of whoever runs the platform name it.
struct ListedDevice {
    DeviceId id;
    LocationId location;
    QString registerText; ///< "MAIN-2", as on its receipts
    QString name;
    UtcTime enrolledAt;
    std::optional<UtcTime> revokedAt;
    std::optional<ShutOutReason> reason; ///< why it is out; nothing: none was given
    std::int64_t epoch = 0;              ///< the newest; 0 when nothing came from it yet
    std::int64_t arrived = 0;            ///< up to which number of that epoch everything is here
};

/// Who manages devices: whoever runs the platform, unless a person who signed in on a device is named.
struct DeviceSteward {
    QUuid chain; ///< of the audit trail: the device that they sit at; null: the platform itself
    std::optional<PersonId> person;
    QList<LocationId> places;          ///< whose devices they manage; empty: of all
    std::optional<QUuid> request = {}; ///< the call by which they ask
    QString systemUser = {};           ///< who runs the platform's verb
};

/// By location and register.
[[nodiscard]] QList<ListedDevice> listDevicesOf(Connection &connection);

/// A device that is out, and what is here of its work.
struct ShutOutDevice {
    ListedDevice device; ///< how it was found: with `revokedAt` when it was out already
    QList<ArrivedStore> stores;
};

/// Shuts the device out that is let in under this register, or the one with this id. What was under way from it is
/// waited for, and counts among what arrived. One that is out already stays out since then, and the codes that would
/// let it in are taken back. Errors: `device.unknown`.
[[nodiscard]] Result<ShutOutDevice> shutDeviceOut(Connection &connection, const QString &name, UtcTime now,
                                                  const DeviceSteward &steward = {},
                                                  std::optional<ShutOutReason> reason = std::nullopt);

/// A device that is to come in again, and the code that it comes in with.
struct ReadmittedDevice {
    ListedDevice device;
    DeviceCode code;
};

/// A one-time code for the device that was shut out last under this register, or for the one with this id (ADR 027).
/// Until it is used, the device stays out. Errors: `device.unknown`, `device.let_in` for one that is not out.
[[nodiscard]] Result<ReadmittedDevice> giveReadmissionCode(Connection &connection, const QString &name, UtcTime now,
                                                           Randomness &randomness, const DeviceSteward &steward = {});

/// Where a device shall work from now on.
struct MoveWish {
    Location location;
    QString registerCode; ///< as typed, of the register there; empty: the first number that is free
};

/// Has a device go to another place, another register, or both (ADR 046): its store does it when it is in contact, has
/// sent everything and has no open shift, and stays what it was until then. To where it is already takes back what was
/// asked for before. Errors: `device.unknown`, `device.revoked`, `device.shift_open`, `device.register` and
/// `device.register_taken` with the field `register`.
[[nodiscard]] Result<ListedDevice> moveDevice(Connection &connection, DeviceId device, const MoveWish &wish,
                                              UtcTime now, Randomness &randomness, const DeviceSteward &steward);

/// Gives a device another name, and its register as well, which the devices of its place are told by the feed.
/// Errors: `device.unknown`, those of checkedDeviceName().
[[nodiscard]] Result<ListedDevice> renameDevice(Connection &connection, DeviceId device, const QString &name,
                                                UtcTime now, const DeviceSteward &steward);

} // namespace crema::platform
