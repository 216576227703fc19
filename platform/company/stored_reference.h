// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/company.h"
#include "models/people/person.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "platform/database/transaction.h"

namespace crema::platform {

/// Read what ReferenceWriter wrote. Those that load throw StorageFailure when it is missing or damaged, those that
/// find answer nothing.
[[nodiscard]] bool hasCompany(Transaction &transaction);
[[nodiscard]] Company loadCompany(Transaction &transaction);
[[nodiscard]] Location loadLocation(Transaction &transaction, LocationId id);
[[nodiscard]] Person loadPerson(Transaction &transaction, PersonId id);
/// Nobody else changes them until the end of the transaction.
[[nodiscard]] Person lockPerson(Transaction &transaction, PersonId id);
[[nodiscard]] Register loadRegister(Transaction &transaction, RegisterId id);
/// The register that the device has now.
[[nodiscard]] Register loadRegisterOf(Transaction &transaction, DeviceId device);

[[nodiscard]] std::optional<Location> findLocation(Transaction &transaction, const QString &code);
[[nodiscard]] std::optional<Person> findPerson(Transaction &transaction, const QString &email);
/// The same, and nobody else changes them until the end of the transaction.
[[nodiscard]] std::optional<Person> lockPerson(Transaction &transaction, const QString &email);
/// Everybody, by name.
[[nodiscard]] QList<Person> listPeople(Transaction &transaction);
/// The location's first manager, else an administrator.
[[nodiscard]] std::optional<Person> findEnroller(Transaction &transaction, LocationId location);

} // namespace crema::platform
