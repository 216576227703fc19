// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/people/person.h"

namespace crema {

inline constexpr qsizetype shortestPin = 4;
inline constexpr qsizetype longestPin = 8;

/// The person as they are kept: name and address without blanks around them, each place once and in order. Errors:
/// `person.rules` with the fields.
[[nodiscard]] Result<Person> checkedPerson(const Person &person);

/// Errors: `pin.rules` about the field `pin`.
[[nodiscard]] Result<void> checkPin(const QString &pin);

/// Whether `actor` may make `after` of `before` (nothing: a new person). Nobody grants what they do not hold: neither a
/// permission nor work at a place where they do not work themselves. And nobody changes somebody who may more than they
/// do: whoever sets another's PIN could be them. Errors: `person.beyond_rights`.
[[nodiscard]] Result<void> checkGrant(const Person &actor, const std::optional<Person> &before, const Person &after);

/// Whether the roles that somebody with these rights gives include this one.
[[nodiscard]] bool mayGrant(const Person &actor, Role role);

[[nodiscard]] bool isActiveAdmin(const Person &person);

/// Why the last one cannot be disabled nor get another role: `person.last_admin`.
[[nodiscard]] Problem lastAdminProblem();

/// What stays of somebody who left: that they were here, where, and since when nothing is known of them (ADR 044).
/// Their name is the same for all, since programs of before know nobody without one.
[[nodiscard]] Person erasedPerson(const Person &before, UtcTime at);

/// Why who may sign in is not erased: `person.still_active`. Without their name: the answer to an erasure is kept.
[[nodiscard]] Problem stillActiveProblem();

/// Why who was erased is not changed any more: `person.erased`.
[[nodiscard]] Problem erasedPersonProblem();

/// Another person has this address: `person.email_taken`.
[[nodiscard]] Problem emailTakenProblem(const QString &email);

} // namespace crema
