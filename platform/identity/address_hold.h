// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/person.h"
#include "platform/database/transaction.h"
#include "platform/sync/stored_operation.h"

#include <optional>

namespace crema::platform {

/// So long after a change of somebody's address codes go to the one before, and never to the new one (ADR 038): time to
/// read the message about it and to do something.
inline constexpr std::int64_t newAddressWaitMs = 72ll * 60 * 60 * 1000;
/// Nobody's mailbox is filled by changing an address to and fro.
inline constexpr std::int64_t addressNoticeGapMs = 15ll * 60 * 1000;

/// Holds the new address back and owes a message to the one before. Does nothing for who has no password: they have no
/// account that could be taken over.
void holdAddress(Transaction &transaction, const AddressChange &change);

/// Where codes for this person go now; nothing: nowhere.
[[nodiscard]] std::optional<QString> mailboxOf(Transaction &transaction, const Person &person, UtcTime now);

/// Whether codes do not go to the address that the person has.
[[nodiscard]] bool isAddressHeld(Transaction &transaction, PersonId person, UtcTime now);

/// Whom a code is for that is asked for or typed with this address: who has it, else who had it until lately.
[[nodiscard]] std::optional<Person> findMailed(Transaction &transaction, const QString &email, UtcTime now);

/// The person showed their password and typed the address that they have: it counts from now on. Whether it did not
/// before.
bool trustAddress(Transaction &transaction, const Person &person, const QString &typed, UtcTime now);

} // namespace crema::platform
