// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/keychain_disk.h"
#include "app/device/system_keychain.h"
#include "sync/client/client.h"
#include "sync/seams/system_clock.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_network.h"
#include "sync/seams/system_randomness.h"
#include "sync/seams/thread_executor.h"
#include "sync/store/vault_disk.h"
#include "ui/presenters/settings/store_choice.h"

namespace crema {

/// The real world of a program on a device: system clock, randomness, disk and network, a thread for the store, and
/// the client over them. What `CREMA_STORE` names is opened when the program asks for it.
class DeviceWorld
{
public:
    /// `program` is the name that others read when this one holds the store: "crema-desktop".
    explicit DeviceWorld(const QString &program);

    [[nodiscard]] const QString &program() const { return m_program; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] sync::Client &client() { return m_client; }
    [[nodiscard]] sync::ClientParts parts();

    /// What the environment names, else the store of the choice of the first start. Errors: those of
    /// presenters::chooseStore().
    [[nodiscard]] static Result<presenters::StoreChoice> storeChoice();
    [[nodiscard]] sync::OpenRequest openRequest(const presenters::StoreChoice &choice, sync::OpenMode mode) const;

private:
    QString m_program;
    sync::SystemClock m_clock;
    sync::SystemRandomness m_randomness;
    sync::SystemDisk m_systemDisk;
    SystemKeychain m_keychain;
    KeychainDisk m_keychainDisk{m_systemDisk, m_keychain, m_randomness};
    sync::VaultDisk m_disk{m_keychainDisk, m_randomness};
    sync::SystemNetwork m_network;
    sync::ThreadExecutor m_executor;
    sync::Client m_client;
};

} // namespace crema
