// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/audit_verifier.h"

#include "models/base/json.h"
#include "models/base/sha256.h"
#include "models/feed/entity_types.h"
#include "models/operations/erased_operation.h"
#include "models/operations/gift_card_bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"
#include "models/security/signing_key.h"
#include "platform/sync/record_rows.h"

namespace crema::platform {
namespace {

using Kind = AuditFault::Kind;

QJsonValue textOf(const std::optional<QUuid> &id)
{
    return id ? QJsonValue(id->toString(QUuid::WithoutBraces)) : QJsonValue(QJsonValue::Null);
}

/// What people search the trail by is kept beside the document that is hashed.
bool columnsAgree(const AuditRow &row, const QJsonObject &document)
{
    const auto says = [&document](const char *name, const QJsonValue &value) {
        return document.value(QLatin1StringView(name)) == value;
    };
    return says("chain", textOf(row.chain)) && says("number", qint64(row.number)) && says("at", row.at.toString()) &&
           says("actor", textOf(row.actor)) && says("action", row.action) && says("subject_type", row.subjectType) &&
           says("subject_id", textOf(row.subject)) && says("operation", textOf(row.operation));
}

/// Customers and people can be erased, with the decisions about their cards.
bool isOfSomebody(const SubjectRef &subject)
{
    return subject.type == entity::customer || subject.type == entity::person || subject.type == entity::attention;
}

/// Whether the bytes are this very operation, and nothing else.
bool isOfRow(const Operation &operation, const AuditRow &row)
{
    const bool isOfActor = !operation.actor || operation.actor->value() == row.actor;
    return isOfActor && operation.id.value() == row.operation && operation.type == row.action &&
           operation.subject == SubjectRef{row.subjectType, row.subject.value_or(QUuid())} &&
           canonicalBytes(operation) == *row.payload;
}

/// Whether the bytes are what an erasure leaves of it. Of an adjustment that is all but the reason; the entry says the
/// hash of that, unless it is one of before.
bool isLeftOf(const Operation &operation, const AuditRow &row, const QJsonObject &document)
{
    if (!isOfRow(operation, row))
        return false;
    if (isErasedMark(operation))
        return true;
    const QString kept = document.value(QLatin1StringView("kept_hash")).toString();
    const bool isKept = kept.isEmpty() || kept == QString::fromLatin1(payloadHash(*row.payload).toHex());
    return isWithoutReason(operation) && isKept;
}

/// Of customers every one counts, as in trails of before, where a refused one may stand for the one that was done.
bool isErasure(const AuditRow &row, const QJsonObject &document)
{
    return row.action == operation::customerErase ||
           (row.action == operation::personErase && auditTookEffect(document));
}

} // namespace

const QByteArray &AuditVerifier::keyOfSeal(std::int64_t number) const
{
    const auto found =
        std::ranges::find_if(m_earlier, [number](const EarlierSealKey &key) { return number <= key.lastSeal; });
    return found == m_earlier.end() ? m_publicKey : found->publicKey;
}

std::optional<AuditFault> AuditVerifier::take(const SignedAuditSeal &signedSeal)
{
    const std::int64_t expected = m_sealHashes.size() + 1;
    const Result<AuditSeal> seal = readSealDocument(signedSeal.document);
    if (!seal)
        return AuditFault{Kind::SealChanged, {}, expected};
    if (seal->number != expected)
        return AuditFault{Kind::SealMissing, {}, expected};
    if (!verifySignature(keyOfSeal(expected), sealMessage(signedSeal.document), signedSeal.signature))
        return AuditFault{Kind::SealUnsigned, {}, expected};
    if (seal->previous != (m_sealHashes.isEmpty() ? auditing::chainStart() : m_sealHashes.last()))
        return AuditFault{Kind::SealChanged, {}, expected};
    for (const auditing::ChainHead &head : seal->heads)
        m_sealed.insert({head.chain, head.number}, head.hash);
    m_sealHashes.append(sealHash(signedSeal.document));
    return std::nullopt;
}

std::optional<AuditFault> AuditVerifier::takeNoted(const NotedSeal &noted) const
{
    if (noted.number < 1 || noted.number > m_sealHashes.size())
        return AuditFault{Kind::SealMissing, {}, noted.number};
    if (m_sealHashes.at(noted.number - 1) != noted.hash)
        return AuditFault{Kind::SealChanged, {}, noted.number};
    return std::nullopt;
}

std::optional<AuditFault> AuditVerifier::take(const AuditRow &row)
{
    const bool isFirst = !m_last || m_last->chain != row.chain;
    const std::int64_t expected = isFirst ? 1 : m_last->number + 1;
    if (row.number != expected)
        return AuditFault{Kind::Missing, row.chain, expected};
    const QByteArray previous = isFirst ? auditing::chainStart() : m_last->hash;
    const Result<QJsonObject> document = json::readStrict(row.document);
    // Nothing but an erasure vouches for what is left of an entry of before: the entries behind it hold its hash.
    const bool isLeft = document && document->value(QLatin1StringView("erased")) == QJsonValue(true);
    const QByteArray hash = isLeft ? row.hash : auditing::chainHash(previous, row.document);
    if (row.previousHash != previous || row.hash != hash)
        return AuditFault{Kind::Changed, row.chain, row.number};
    if (!document || !columnsAgree(row, *document))
        return AuditFault{Kind::Columns, row.chain, row.number};
    if (isLeft)
        m_left.insert({row.chain, row.number}, QString::fromLatin1(sha256(row.document).toHex()));
    if (const auto sealed = m_sealed.constFind({row.chain, row.number}); sealed != m_sealed.constEnd()) {
        if (*sealed != hash)
            return AuditFault{Kind::OtherPast, row.chain, row.number};
        m_sealed.erase(sealed);
    }
    const QJsonObject said = document->value(QLatin1StringView("document")).toObject();
    if (!isLeft && isErasure(row, said))
        takeErasure(row, said);
    if (const auto fault = takeOperation(row, said))
        return fault;
    if (const auto fault = takeWords(row, *document))
        return fault;
    m_last = auditing::ChainHead{row.chain, row.number, hash};
    ++m_entries;
    m_chains += isFirst ? 1 : 0;
    return std::nullopt;
}

std::optional<AuditFault> AuditVerifier::takeOperation(const AuditRow &row, const QJsonObject &document)
{
    const SubjectRef subject{row.subjectType, row.subject.value_or(QUuid())};
    if (!row.operation)
        return std::nullopt;
    if (isOfSomebody(subject))
        m_subjects.insert(*row.operation, subject);
    if (!row.payload)
        return AuditFault{Kind::NoOperation, row.chain, row.number, row.operation};
    const QString hash = document.value(QLatin1StringView("payload_hash")).toString();
    if (QString::fromLatin1(payloadHash(*row.payload).toHex()) == hash)
        return std::nullopt;
    const AuditFault changed{Kind::Operation, row.chain, row.number, row.operation};
    const Result<Operation> operation = readOperation(*row.payload);
    if (!operation || !isLeftOf(*operation, row, document))
        return changed;
    if (isErasedMark(*operation))
        m_marks.append({subject, changed});
    else if (const auto customer = creditedBy(*operation))
        m_marks.append({SubjectRef{entity::customer.toString(), customer->value()}, changed});
    else if (const auto adjusted = body::readGiftCardAdjust(*operation))
        m_adjusted.append({adjusted->amount.currency(), GiftCardId(subject.id), changed});
    else
        return changed;
    return std::nullopt;
}

std::optional<AuditFault> AuditVerifier::takeWords(const AuditRow &row, const QJsonObject &entry)
{
    const QString commitment = entry.value(QLatin1StringView("commitment")).toString();
    const AuditFault fault{Kind::Words, row.chain, row.number, row.operation};
    if (row.salt && row.words) {
        const QByteArray made = auditCommitment(*row.salt, *row.words);
        return QString::fromLatin1(made.toHex()) == commitment ? std::nullopt : std::optional(fault);
    }
    if (!commitment.isEmpty())
        m_marks.append({SubjectRef{row.subjectType, row.subject.value_or(QUuid())}, fault});
    return std::nullopt;
}

void AuditVerifier::takeErasure(const AuditRow &row, const QJsonObject &document)
{
    // Also without an operation: the platform itself lets go of customers whom nobody needs.
    m_erased.insert(row.subject.value_or(QUuid()));
    const QJsonObject entries = document.value(QLatin1StringView("entries")).toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
        m_named.insert(entry.key(), entry->toString());
}

bool AuditVerifier::isOfErased(SubjectRef subject) const
{
    // A decision about the card of a decision about a card: people stop at two or three.
    constexpr int mostDecisions = 50;
    for (int i = 0; i < mostDecisions && subject.type == entity::attention; ++i)
        subject = m_subjects.value(subject.id);
    return subject.type != entity::attention && isOfSomebody(subject) && m_erased.contains(subject.id);
}

std::optional<AuditFault> AuditVerifier::end() const
{
    for (const auto &fault : {firstCutOff(), firstFalseMark(), firstUnnamed()}) {
        if (fault)
            return fault;
    }
    return std::nullopt;
}

std::optional<AuditFault> AuditVerifier::firstUnnamed() const
{
    for (auto left = m_left.constBegin(); left != m_left.constEnd(); ++left) {
        const auto &[chain, number] = left.key();
        if (m_named.value(auditPlaceText(chain, number)) != *left)
            return AuditFault{Kind::Changed, chain, number};
    }
    return std::nullopt;
}

bool AuditVerifier::isOfErased(const Adjusted &adjusted) const
{
    return std::ranges::any_of(m_erased, [&](const QUuid &erased) {
        return storeCreditId(CustomerId(erased), adjusted.currency) == adjusted.card;
    });
}

std::optional<AuditFault> AuditVerifier::firstFalseMark() const
{
    for (const auto &[subject, mark] : m_marks) {
        if (!isOfErased(subject))
            return mark;
    }
    for (const Adjusted &adjusted : m_adjusted) {
        if (!isOfErased(adjusted))
            return adjusted.fault;
    }
    return std::nullopt;
}

std::optional<AuditFault> AuditVerifier::firstCutOff() const
{
    std::optional<AuditFault> first;
    for (auto it = m_sealed.constBegin(); it != m_sealed.constEnd(); ++it) {
        const AuditFault fault{Kind::CutOff, it.key().first, it.key().second};
        if (!first || std::tie(fault.chain, fault.number) < std::tie(first->chain, first->number))
            first = fault;
    }
    return first;
}

} // namespace crema::platform
