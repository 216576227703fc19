// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

/// One setting as it is in force.
struct SettingView {
    QString key;
    QString value;
    QString origin; ///< stable: "platform", "config", "environment", "default"
    bool changeable = false;
};

/// What is in force on this device, and where it came from. The client outlives it.
class SettingsPresenter
{
public:
    /// `storeFromEnvironment` says that CREMA_STORE chose the store.
    SettingsPresenter(sync::Client &client, bool storeFromEnvironment)
        : m_client(client), m_storeFromEnvironment(storeFromEnvironment)
    {}

    [[nodiscard]] QCoro::Task<Result<QList<SettingView>>> list() const;
    /// Errors: `config.unknown_key`.
    [[nodiscard]] QCoro::Task<Result<SettingView>> get(QString key) const;
    /// Errors: `config.unknown_key`, `config.fixed`, `config.value`.
    [[nodiscard]] QCoro::Task<Result<SettingView>> set(QString key, QString value) const;

private:
    sync::Client &m_client;
    bool m_storeFromEnvironment;
};

} // namespace crema::presenters
