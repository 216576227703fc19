// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/keychain.h"
#include "models/base/randomness.h"
#include "sync/seams/forwarding_disk.h"

namespace crema {

/// A disk whose secrets lie in the keychain of the operating system (ADR 039). The file of a secret then only names the
/// entry, so that it goes along when a store is moved. Without an open keychain the secret itself is in the file, which
/// only its owner may read; it moves into a keychain that is open later, once, and after it was read back from there.
class KeychainDisk final : public sync::ForwardingDisk
{
public:
    /// All of them outlive this.
    KeychainDisk(sync::Disk &base, Keychain &keychain, Randomness &randomness)
        : ForwardingDisk(base), m_keychain(keychain), m_randomness(randomness)
    {}

    /// Errors: `store.read`; `keychain.closed` where the keychain that has it is not open; those of Keychain::read().
    [[nodiscard]] Result<QByteArray> readSecret(const QString &path) const override;
    /// Errors: `store.write`, also when there is one already; `store.disk_full`.
    [[nodiscard]] Result<void> writeSecret(const QString &path, QByteArrayView bytes) override;
    void removeSecret(const QString &path) override;

private:
    /// Puts a secret into the keychain and answers what its file is to hold; empty when it shall hold the secret.
    [[nodiscard]] QByteArray keep(QByteArrayView secret) const;
    void moveOver(const QString &path, const QByteArray &secret) const;

    Keychain &m_keychain;
    Randomness &m_randomness;
};

} // namespace crema
