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
    [[nodiscard]] const ClientState &state() const { return m_client.state(); }

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
