// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/address_hold.h"

#include "models/feed/entity_codec.h"
#include "models/operations/storage_failure.h"
#include "models/people/mail_address.h"
#include "platform/identity/owed_mail.h"

namespace crema::platform {
namespace {

std::optional<QString> heldAgainst(Transaction &transaction, PersonId person, UtcTime now)
{
    const Rows rows = transaction.run("identity/find_held_address", {person, now});
    return rows.isEmpty() ? std::nullopt : std::optional(rows.text(0, 0));
}

} // namespace

void holdAddress(Transaction &transaction, const AddressChange &change)
{
    const UtcTime endsAt = change.at.plusMs(newAddressWaitMs);
    const Rows rows =
        transaction.run("identity/hold_address", {change.person, change.before, change.after, change.at, endsAt});
    // Nobody to tell, or they have it back.
    if (rows.isEmpty() || rows.text(0, 0).isEmpty() || !rows.boolean(0, 2))
        return;
    const UtcTime mayBeTold = rows.isNull(0, 1) ? change.at : UtcTime(rows.number(0, 1)).plusMs(addressNoticeGapMs);
    oweMail(transaction, {change.person, MailKind::AddressChanged, addressChangedDocument(change, rows.text(0, 0)),
                          std::max(change.at, mayBeTold), endsAt});
}

std::optional<QString> mailboxOf(Transaction &transaction, const Person &person, UtcTime now)
{
    const QString mailbox = heldAgainst(transaction, person.id, now).value_or(person.email);
    return person.active && isMailAddress(mailbox) ? std::optional(mailbox) : std::nullopt;
}

bool isAddressHeld(Transaction &transaction, PersonId person, UtcTime now)
{
    return heldAgainst(transaction, person, now).has_value();
}

std::optional<Person> findMailed(Transaction &transaction, const QString &email, UtcTime now)
{
    const Rows rows = transaction.run("identity/find_mailed_person", {email, now});
    if (rows.isEmpty())
        return std::nullopt;
    Result<Person> person = codec::readPerson(rows.json(0, 0));
    if (!person)
        throw StorageFailure(person.error());
    return *std::move(person);
}

bool trustAddress(Transaction &transaction, const Person &person, const QString &typed, UtcTime now)
{
    return foldedMailAddress(typed) == foldedMailAddress(person.email) &&
           transaction.run("identity/end_address_hold", {person.id, now}).affected() == 1;
}

} // namespace crema::platform
