// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/keychain.h"

namespace crema {

/// The keychain of the session on this computer, by QtKeychain: the Secret Service (GNOME Keyring, KeePassXC and
/// others) or KWallet. There is none on servers, in terminals over ssh and where `CREMA_KEYCHAIN` is `off`. Blocks the
/// calling thread, some milliseconds as a rule and never longer than ten seconds.
class SystemKeychain final : public Keychain
{
public:
    [[nodiscard]] bool isOpen() override;
    [[nodiscard]] Result<QByteArray> read(const QString &entry) override;
    [[nodiscard]] Result<void> write(const QString &entry, const QByteArray &secret) override;
    void remove(const QString &entry) override;
};

} // namespace crema
