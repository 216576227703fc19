// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/database/transaction.h"
#include "platform/sync/unit_storage.h"

namespace crema::platform {

/// Write what stands around the effects of a unit of work: each one statement; the lists are not empty. Operations
/// throw DatabaseFailure 40001 when another transaction wrote one of them meanwhile.
void writeOperations(Transaction &transaction, const QList<Stored<StoredOperation>> &operations);
void writeReceipts(Transaction &transaction, const QList<Receipt> &receipts);
void writeFieldChanges(Transaction &transaction, const QList<FieldChange> &changes);
void writeDeadLetters(Transaction &transaction, const QList<DeadLetter> &letters);
void writeReviews(Transaction &transaction, const QList<Review> &reviews);

/// Appends to the hash chains. Two writers of one chain race for its next number; the loser fails as retryable.
void writeAudit(Transaction &transaction, const QList<AuditEntry> &entries);

/// The document that an audit entry is hashed over, after the hash of the entry before.
[[nodiscard]] QByteArray auditDocument(const AuditEntry &entry, std::int64_t number);

} // namespace crema::platform
