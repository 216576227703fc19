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

/// Appends to the hash chains, and erases what the trail says about whoever an entry says was erased. Two writers of
/// one chain race for its next number; the loser fails as retryable.
void writeAudit(Transaction &transaction, const QList<AuditEntry> &entries);

/// The document that an audit entry is hashed over, after the hash of the entry before. With the commitment to what it
/// says about a person, where it says something (ADR 044).
[[nodiscard]] QByteArray auditDocument(const AuditEntry &entry, std::int64_t number, const QByteArray &commitment = {});

/// SHA-256 over 32 random bytes and the words that stand beside an entry.
[[nodiscard]] QByteArray auditCommitment(QByteArrayView salt, QByteArrayView words);
/// How an erasure names an entry that lost what was hashed: `CHAIN:NUMBER`.
[[nodiscard]] QString auditPlaceText(const QUuid &chain, std::int64_t number);
/// Whether what an entry with this document tells of was done.
[[nodiscard]] bool auditTookEffect(const QJsonObject &document);

} // namespace crema::platform
