// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/record_rows.h"

#include "models/auditing/chain_entry.h"
#include "models/base/json.h"
#include "models/base/json_writer.h"
#include "models/base/problem_codec.h"
#include "models/base/sha256.h"
#include "models/operations/operation_types.h"
#include "models/people/person_rules.h"
#include "platform/database/array_param.h"
#include "platform/identity/sessions.h"
#include "platform/sync/stored_operation_rows.h"

#include <QHash>
#include <QSet>

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
    return rows.isEmpty() ? ChainEnd{0, auditing::chainStart()} : ChainEnd{rows.number(0, 0), rows.bytes(0, 1)};
}

struct WrittenDetails {
    QUuid chain;
    std::int64_t number = 0;
    PersonId person;
    QByteArray salt;
    QByteArray words;
};

WrittenDetails detailsOf(Transaction &transaction, const AuditEntry &entry, std::int64_t number)
{
    // Without a salt whoever has the commitment could try names against it.
    const QByteArray salt = transaction.run("identity/make_audit_salt").bytes(0, 0);
    return {entry.chain, number, entry.details->person, salt, json::writeCanonical(entry.details->words)};
}

bool isErasureOfPerson(const AuditEntry &entry)
{
    return entry.action == operation::personErase && auditTookEffect(entry.document);
}

QSet<PersonId> erasedBy(const QList<AuditEntry> &entries)
{
    QSet<PersonId> erased;
    for (const AuditEntry &entry : entries) {
        if (isErasureOfPerson(entry))
            erased.insert(PersonId(entry.subject.id));
    }
    return erased;
}

/// Erases what other entries say about the person, and their name where they changed something. Entries of before have
/// it in what is hashed: the erasure names each one of those with the hash of what is left of it, which nothing else
/// vouches for any more.
AuditEntry withErasedEntries(Transaction &transaction, AuditEntry erasure)
{
    transaction.run("identity/erase_audit_details", {erasure.subject.id});
    // By the platform's own time: the erasure was made by the clock of a device, which may be another day.
    eraseAccount(transaction, PersonId(erasure.subject.id), erasure.at);
    // After the changes of the same breath were written, which have the name of before.
    const QString name = erasedPerson({}, erasure.at).name;
    transaction.run("sync/erase_field_change_names", {erasure.subject.id.toString(QUuid::WithoutBraces), name});
    const Rows rows = transaction.run("identity/list_audit_words", {erasure.subject.id});
    QJsonObject left;
    for (int row = 0; row < rows.count(); ++row) {
        const QByteArray document = json::writeCanonical(rows.json(row, 2));
        transaction.run("identity/erase_audit_words", {rows.uuid(row, 0), rows.number(row, 1), Param::utf8(document)});
        const QString place = auditPlaceText(rows.uuid(row, 0), rows.number(row, 1));
        left.insert(place, QString::fromLatin1(sha256(document).toHex()));
    }
    if (!left.isEmpty())
        erasure.document.insert(QStringLiteral("entries"), left);
    return erasure;
}

} // namespace

void writeOperations(Transaction &transaction, const QList<Stored<StoredOperation>> &operations)
{
    // An id that two devices send at once, or an outcome that another transaction gave meanwhile.
    if (transaction.run("sync/save_operations", storedOperationColumns(operations)).affected() != operations.size())
        throw DatabaseFailure("40001", QStringLiteral("another transaction judged the operation first"));
}

void writeReceipts(Transaction &transaction, const QList<Receipt> &receipts)
{
    using Type = ArrayParam::Type;
    ArrayParam devices(Type::Uuid);
    ArrayParam epochs(Type::BigInt);
    ArrayParam sequences(Type::BigInt);
    ArrayParam operations(Type::Uuid);
    ArrayParam hashes(Type::Bytea);
    ArrayParam acknowledgements(Type::Json);
    for (const Receipt &receipt : receipts) {
        devices.add(receipt.device);
        epochs.add(receipt.epoch);
        sequences.add(receipt.sequence);
        operations.add(receipt.operation.isNull() ? std::nullopt : std::optional(receipt.operation));
        hashes.addBytes(receipt.payloadHash);
        if (receipt.acknowledgement)
            acknowledgements.addBytes(json::writeCanonical(acknowledgementToJson(*receipt.acknowledgement)));
        else
            acknowledgements.add(std::nullopt);
    }
    transaction.run("sync/save_receipts", {devices.param(), epochs.param(), sequences.param(), operations.param(),
                                           hashes.param(), acknowledgements.param()});
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

bool auditTookEffect(const QJsonObject &document)
{
    // What the platform does itself may say no outcome: it is done.
    const QString outcome = document.value(QStringLiteral("outcome")).toString();
    return outcome.isEmpty() || outcome == outcomeText(Outcome::Applied);
}

QString auditPlaceText(const QUuid &chain, std::int64_t number)
{
    return chain.toString(QUuid::WithoutBraces) + u':' + QString::number(number);
}

QByteArray auditCommitment(QByteArrayView salt, QByteArrayView words)
{
    return sha256(salt.toByteArray() + words.toByteArray());
}

QByteArray auditDocument(const AuditEntry &entry, std::int64_t number, const QByteArray &commitment)
{
    json::CanonicalWriter out;
    out.beginObject();
    out.text(QLatin1StringView("action"), entry.action);
    out.id(QLatin1StringView("actor"), entry.actor);
    out.time(QLatin1StringView("at"), entry.at);
    out.uuid(QLatin1StringView("chain"), entry.chain);
    if (!commitment.isEmpty())
        out.text(QLatin1StringView("commitment"), QString::fromLatin1(commitment.toHex()));
    out.raw(QLatin1StringView("document"), json::writeCanonical(entry.document));
    out.integer(QLatin1StringView("number"), number);
    out.id(QLatin1StringView("operation"), entry.operation);
    // Entries of before have no such member, and their hashes stay as they are.
    if (entry.requestId)
        out.uuid(QLatin1StringView("request_id"), *entry.requestId);
    else
        out.null(QLatin1StringView("request_id"));
    out.uuid(QLatin1StringView("subject_id"), entry.subject.id);
    out.text(QLatin1StringView("subject_type"), entry.subject.type);
    if (!entry.systemUser.isEmpty())
        out.text(QLatin1StringView("system_user"), entry.systemUser);
    out.endObject();
    return out.take();
}

void writeAudit(Transaction &transaction, const QList<AuditEntry> &entries)
{
    using Type = ArrayParam::Type;
    QHash<QUuid, ChainEnd> ends;
    const QSet<PersonId> erased = erasedBy(entries);
    QList<WrittenDetails> details;
    ArrayParam chains(Type::Uuid);
    ArrayParam numbers(Type::BigInt);
    ArrayParam times(Type::Timestamp);
    ArrayParam actors(Type::Uuid);
    ArrayParam actions(Type::Text);
    ArrayParam subjectTypes(Type::Text);
    ArrayParam subjects(Type::Uuid);
    ArrayParam operations(Type::Uuid);
    ArrayParam documents(Type::Text);
    ArrayParam previousHashes(Type::Bytea);
    ArrayParam hashes(Type::Bytea);
    for (const AuditEntry &given : entries) {
        const AuditEntry entry = isErasureOfPerson(given) ? withErasedEntries(transaction, given) : given;
        if (!ends.contains(entry.chain))
            ends.insert(entry.chain, loadChainEnd(transaction, entry.chain));
        ChainEnd &end = ends[entry.chain];
        ++end.number;
        QByteArray commitment;
        if (entry.details) {
            details.append(detailsOf(transaction, entry, end.number));
            commitment = auditCommitment(details.last().salt, details.last().words);
        }
        const QByteArray document = auditDocument(entry, end.number, commitment);
        previousHashes.addBytes(end.hash);
        end.hash = auditing::chainHash(end.hash, document);
        chains.add(entry.chain);
        numbers.add(end.number);
        times.add(entry.at);
        actors.add(entry.actor);
        actions.add(entry.action);
        subjectTypes.add(entry.subject.type);
        subjects.add(entry.subject.id);
        operations.add(entry.operation);
        documents.addBytes(document);
        hashes.addBytes(end.hash);
    }
    transaction.run("identity/save_audit", {chains.param(), numbers.param(), times.param(), actors.param(),
                                            actions.param(), subjectTypes.param(), subjects.param(), operations.param(),
                                            documents.param(), previousHashes.param(), hashes.param()});
    for (const WrittenDetails &one : std::as_const(details)) {
        // Of somebody who was erased in the same breath nothing is kept.
        if (!erased.contains(one.person))
            transaction.run("identity/save_audit_details",
                            {one.chain, one.number, one.person, Param::bytes(one.salt), Param::utf8(one.words)});
    }
}

} // namespace crema::platform
