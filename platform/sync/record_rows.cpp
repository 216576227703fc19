// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/record_rows.h"

#include "models/base/json.h"
#include "models/base/problem_codec.h"
#include "platform/sync/stored_operation_rows.h"

#include <QCryptographicHash>
#include <QHash>

namespace crema::platform {
namespace {

template<class AnyId>
QJsonValue optionalText(const std::optional<AnyId> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

struct ChainEnd {
    std::int64_t number = 0;
    QByteArray hash;
};

ChainEnd loadChainEnd(Transaction &transaction, const QUuid &chain)
{
    const Rows rows = transaction.run("identity/find_audit_end", {chain});
    return rows.isEmpty() ? ChainEnd{0, QByteArray(32, '\0')} : ChainEnd{rows.number(0, 0), rows.bytes(0, 1)};
}

} // namespace

void writeOperations(Transaction &transaction, const QList<Stored<StoredOperation>> &operations)
{
    QJsonArray records;
    for (const Stored<StoredOperation> &operation : operations)
        records.append(storedOperationRecord(operation));
    // An id that two devices send at once, or an outcome that another transaction gave meanwhile.
    if (transaction.run("sync/save_operations", {records}).affected() != records.size())
        throw DatabaseFailure("40001", QStringLiteral("another transaction judged the operation first"));
}

void writeReceipts(Transaction &transaction, const QList<Receipt> &receipts)
{
    QJsonArray records;
    for (const Receipt &receipt : receipts) {
        const QJsonValue acknowledgement =
            receipt.acknowledgement ? QJsonValue(acknowledgementToJson(*receipt.acknowledgement)) : QJsonValue();
        records.append(
            QJsonObject{{QStringLiteral("device"), receipt.device.toString()},
                        {QStringLiteral("epoch"), qint64(receipt.epoch)},
                        {QStringLiteral("sequence"), qint64(receipt.sequence)},
                        {QStringLiteral("operation"),
                         receipt.operation.isNull() ? QJsonValue() : QJsonValue(receipt.operation.toString())},
                        {QStringLiteral("payload_hash"), byteaText(receipt.payloadHash)},
                        {QStringLiteral("acknowledgement"), acknowledgement}});
    }
    transaction.run("sync/save_receipts", {records});
}

void writeFieldChanges(Transaction &transaction, const QList<FieldChange> &changes)
{
    QJsonArray records;
    for (const FieldChange &change : changes) {
        records.append(QJsonObject{{QStringLiteral("subject"), change.subject.toString(QUuid::WithoutBraces)},
                                   {QStringLiteral("field"), change.field},
                                   {QStringLiteral("document"), changeOriginToJson(change.origin)}});
    }
    transaction.run("sync/save_field_changes", {records});
}

void writeDeadLetters(Transaction &transaction, const QList<DeadLetter> &letters)
{
    for (const DeadLetter &letter : letters) {
        transaction.run("sync/save_dead_letter", {letter.device, letter.epoch, letter.sequence,
                                                  Param::bytes(letter.payload), problemToJson(letter.problem)});
    }
}

void writeReviews(Transaction &transaction, const QList<Review> &reviews)
{
    QJsonArray records;
    for (const Review &review : reviews) {
        records.append(QJsonObject{{QStringLiteral("operation"), review.operation.toString()},
                                   {QStringLiteral("code"), review.code},
                                   {QStringLiteral("location"), optionalText(review.location)},
                                   {QStringLiteral("subject_type"), review.subject.type},
                                   {QStringLiteral("subject_id"), review.subject.id.toString(QUuid::WithoutBraces)}});
    }
    transaction.run("sync/save_reviews", {records});
}

QByteArray auditDocument(const AuditEntry &entry, std::int64_t number)
{
    return json::writeCanonical({{QStringLiteral("action"), entry.action},
                                 {QStringLiteral("actor"), optionalText(entry.actor)},
                                 {QStringLiteral("at"), entry.at.toString()},
                                 {QStringLiteral("chain"), entry.chain.toString(QUuid::WithoutBraces)},
                                 {QStringLiteral("document"), entry.document},
                                 {QStringLiteral("number"), qint64(number)},
                                 {QStringLiteral("operation"), optionalText(entry.operation)},
                                 {QStringLiteral("subject_id"), entry.subject.id.toString(QUuid::WithoutBraces)},
                                 {QStringLiteral("subject_type"), entry.subject.type}});
}

void writeAudit(Transaction &transaction, const QList<AuditEntry> &entries)
{
    QHash<QUuid, ChainEnd> ends;
    QJsonArray records;
    for (const AuditEntry &entry : entries) {
        if (!ends.contains(entry.chain))
            ends.insert(entry.chain, loadChainEnd(transaction, entry.chain));
        ChainEnd &end = ends[entry.chain];
        const QByteArray document = auditDocument(entry, ++end.number);
        const QByteArray previous = end.hash;
        end.hash = QCryptographicHash::hash(previous + document, QCryptographicHash::Sha256);
        records.append(QJsonObject{{QStringLiteral("chain"), entry.chain.toString(QUuid::WithoutBraces)},
                                   {QStringLiteral("number"), qint64(end.number)},
                                   {QStringLiteral("at"), entry.at.toString()},
                                   {QStringLiteral("actor"), optionalText(entry.actor)},
                                   {QStringLiteral("action"), entry.action},
                                   {QStringLiteral("subject_type"), entry.subject.type},
                                   {QStringLiteral("subject_id"), entry.subject.id.toString(QUuid::WithoutBraces)},
                                   {QStringLiteral("operation"), optionalText(entry.operation)},
                                   {QStringLiteral("document"), QString::fromUtf8(document)},
                                   {QStringLiteral("previous_hash"), byteaText(previous)},
                                   {QStringLiteral("hash"), byteaText(end.hash)}});
    }
    transaction.run("identity/save_audit", {records});
}

} // namespace crema::platform
