// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/randomness.h"
#include "models/people/person.h"
#include "platform/database/transaction.h"
#include "platform/mail/mail_message.h"
#include "platform/sync/stored_operation.h"

#include <QJsonObject>

#include <optional>

namespace crema::platform {

/// What people are mailed.
enum class MailKind {
    PasswordCode,   ///< somebody asked for a new password
    Invitation,     ///< a colleague asked them to choose their first one
    AddressChanged, ///< their address is another one: told at the one before
};

[[nodiscard]] QString mailKindText(MailKind kind);

/// A message that somebody is owed, without its text: that is made when it leaves.
struct OwedMail {
    PersonId person;
    MailKind kind = MailKind::PasswordCode;
    QJsonObject document; ///< what the text needs besides the person
    UtcTime dueAt;
    UtcTime endsAt; ///< not sent by then, it is given up
};

/// In place of the one of its kind that the person is owed already. It leaves once the transaction is committed and the
/// outbox woken.
void oweMail(Transaction &transaction, const OwedMail &mail);

/// What an invitation needs of whoever invites.
[[nodiscard]] QJsonObject invitationDocument(const Person &inviter);

/// What the message to `mailbox` says of it.
[[nodiscard]] QJsonObject addressChangedDocument(const AddressChange &change, const QString &mailbox);

/// The text, with a code that is made and kept now. Nothing: they are not mailed any more, because they may not sign in
/// or have no address that counts.
[[nodiscard]] std::optional<MailMessage> writeOwedMail(Transaction &transaction, const OwedMail &mail, UtcTime now,
                                                       Randomness &randomness);

/// What the trail and later messages have to know once it has left.
void noteSent(Transaction &transaction, const OwedMail &mail, UtcTime now);

} // namespace crema::platform
