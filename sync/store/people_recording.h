// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers/erasure.h"
#include "models/people/person.h"
#include "sync/store/local_store.h"

namespace crema::sync {

/// Before that nobody is known who could be changed or change anybody. Errors: `device.not_enrolled`.
[[nodiscard]] Result<void> requireEnrolled(LocalStore &store);

/// Everybody whom this device knows, also those who may not sign in any more; by name.
[[nodiscard]] QList<Person> peopleOf(LocalStore &store);

/// Record changes of who works here; each function is called inside LocalStore::write(). What only the platform knows
/// for sure is refused here already where this device can tell: an address that somebody has, the last administrator.
/// Errors: `device.not_enrolled`, `person.email_taken`, `person.last_admin`, and those of models/people/person_rules.h.

/// The id is made when it is null. Without a hash there is no PIN yet.
[[nodiscard]] Result<PersonId> recordNewPerson(LocalStore &store, Person person, const QString &pinHash);
[[nodiscard]] Result<void> recordPersonEdit(LocalStore &store, const Person &before, const Person &after);
/// An empty hash takes the PIN away.
[[nodiscard]] Result<void> recordPin(LocalStore &store, PersonId person, const QString &pinHash,
                                     const QList<OperationId> &after = {});
/// An empty hash takes the badge away.
[[nodiscard]] Result<void> recordBadge(LocalStore &store, PersonId person, const QString &badgeHash);
/// Everything that is known of somebody who may not sign in is forgotten. Errors: `person.still_active`.
[[nodiscard]] Result<void> recordPersonErasure(LocalStore &store, PersonId person, EraseReason reason);

} // namespace crema::sync
