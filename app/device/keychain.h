// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace crema {

/// Where the operating system keeps secrets for the person who is signed in.
class Keychain
{
public:
    virtual ~Keychain() = default;

    /// Whether it answers at once: it runs, and is unlocked. Found out without waiting for it.
    [[nodiscard]] virtual bool isOpen() = 0;
    /// Errors: `keychain.missing` without such an entry, `keychain.failed`.
    [[nodiscard]] virtual Result<QByteArray> read(const QString &entry) = 0;
    /// Errors: `keychain.failed`.
    [[nodiscard]] virtual Result<void> write(const QString &entry, const QByteArray &secret) = 0;
    /// Nothing happens when there is no such entry, or it cannot be reached.
    virtual void remove(const QString &entry) = 0;
};

} // namespace crema
