// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

using sync::ClientState;

/// This device and its place on the platform. The client outlives it.
class DevicePresenter
{
public:
    explicit DevicePresenter(sync::Client &client) : m_client(client) {}

    /// `platform` is an address like https://crema.example, `code` the one-time code ("K7QP-3M2X", in any case).
    /// Errors: `device.address`, `device.wrong_code`, `device.enrolled`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> enroll(QString platform, QString code, QString name) const;
    /// For a device that was shut out. Errors: those of sync::Client::readmit().
    [[nodiscard]] QCoro::Task<Result<void>> readmit(QString code) const;
    /// How the devices of this person's locations are. Errors: those of sync::Client::devices().
    [[nodiscard]] QCoro::Task<Result<sync::KnownDevices>> devices() const;
    /// The one with this register ("MAIN-2"), id or name. Errors: `device.unknown`, `device.several`, and as above.
    [[nodiscard]] QCoro::Task<Result<DeviceStanding>> byWords(QString words) const;
    /// For a new device of the location with this code or name; of the one where this device is when empty. Errors:
    /// `location.unknown`, those of sync::Client::makeEnrolCode().
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeEnrolCode(QString location) const;
    /// To the location with this code or name; where it is when empty. Errors: `location.unknown`, those of
    /// sync::Client::moveDevice().
    [[nodiscard]] QCoro::Task<Result<void>> moveDevice(DeviceStanding device, QString location, QString code) const;
    /// The three below: errors of the client's methods with these names.
    [[nodiscard]] QCoro::Task<Result<ShutOut>> shutDeviceOut(DeviceId device, ShutOutReason reason,
                                                             ThisDevice thisDevice) const;
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeReadmissionCode(DeviceId device) const;
    [[nodiscard]] QCoro::Task<Result<void>> renameDevice(DeviceId device, QString name) const;
    [[nodiscard]] const ClientState &state() const { return m_client.state(); }

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
