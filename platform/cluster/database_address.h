// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace crema::platform {

/// Where a database is, with the secrets apart: arguments of a program stand in the list of processes, which everybody
/// on the machine can read.
struct DatabaseAddress {
    QString visible;     ///< a libpq connection string without any secret
    QString password;    ///< empty when the address has none
    QString keyPassword; ///< of the client's TLS key; empty when the address has none

    [[nodiscard]] bool hasSecret() const { return !password.isEmpty() || !keyPassword.isEmpty(); }
};

/// Takes a libpq connection string or URI apart; nothing when libpq cannot read it.
[[nodiscard]] std::optional<DatabaseAddress> databaseAddress(const QString &url);

/// What a PostgreSQL program needs in its environment to get in at `address`: the password, or where this program was
/// told to find one.
[[nodiscard]] QProcessEnvironment secretsFor(const DatabaseAddress &address);

} // namespace crema::platform
