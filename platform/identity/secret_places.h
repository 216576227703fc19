// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QByteArray>

namespace crema::platform {

/// Where the secret columns are, as SecretColumns binds a sealed value to its place.
[[nodiscard]] inline QByteArray tokenKeyPlace(const QByteArray &id)
{
    return "identity.signing_key:" + id;
}

[[nodiscard]] inline QByteArray totpPlace(PersonId person)
{
    return "identity.totp:" + person.toString().toLatin1();
}

[[nodiscard]] inline QByteArray auditKeyPlace()
{
    return QByteArrayLiteral("identity.audit_key");
}

[[nodiscard]] inline QByteArray journalKeyPlace()
{
    return QByteArrayLiteral("sync.journal_key");
}

} // namespace crema::platform
