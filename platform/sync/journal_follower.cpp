// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sync/journal_follower.h"

#include "models/auditing/chain_documents.h"
#include "models/base/json.h"
#include "platform/database/transaction.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

using auditing::ChainBegin;
using auditing::ChainHead;
using auditing::ChainRequest;
using auditing::Countersignature;

const QString restarted = QStringLiteral("journal.restarted");
const QString disagrees = QStringLiteral("journal.disagrees");

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Journal", text);
}

Problem gap(std::int64_t expected)
{
    return {ProblemKind::Conflict,
            QStringLiteral("sync.gap"),
            tr("Entry %1 of the auditor's journal is expected next.").arg(expected),
            tr("Send the entries from there on."),
            {{QStringLiteral("expected"), QString::number(expected)}}};
}

Problem unknownOperation(OperationId id)
{
    return {ProblemKind::Conflict,
            QStringLiteral("journal.unknown_operation"),
            tr("The platform does not have operation %1.").arg(id.toString()),
            tr("Send the document itself."),
            {}};
}

Problem disagreement(std::int64_t number)
{
    return {ProblemKind::Conflict,
            disagrees,
            tr("Entry %1 of the auditor's journal is not what the platform knows.").arg(number),
            tr("The register goes on in a new chain; a manager looks at the old one."),
            {}};
}

/// The bytes of each entry's document, or the operation that the platform does not have.
tl::expected<QByteArrayList, OperationId> documentsOf(const ChainRequest &request, UnitStorage &unit, DeviceId device)
{
    QList<OperationId> ids;
    for (const auditing::SentEntry &entry : request.entries) {
        if (const auto *id = std::get_if<OperationId>(&entry.document))
            ids.append(*id);
    }
    QHash<OperationId, QByteArray> payloads;
    if (!ids.isEmpty()) {
        const QList<Stored<StoredOperation>> stored = unit.operations(ids);
        for (const Stored<StoredOperation> &operation : stored) {
            if (operation.value.device == device)
                payloads.insert(operation.value.id, operation.value.payload);
        }
    }
    QByteArrayList documents;
    for (const auditing::SentEntry &entry : request.entries) {
        const auto *id = std::get_if<OperationId>(&entry.document);
        if (id && !payloads.contains(*id))
            return tl::unexpected(*id);
        documents.append(id ? payloads.value(*id) : std::get<QByteArray>(entry.document));
    }
    return documents;
}

/// The heads that the entries lead to, one for each, from where the request begins.
QList<ChainHead> headsOf(const ChainRequest &request, const QByteArrayList &documents)
{
    QList<ChainHead> heads{request.after};
    for (const QByteArray &document : documents) {
        const ChainHead &before = heads.last();
        heads.append({before.chain, before.number + 1, auditing::chainHash(before.hash, document)});
    }
    return heads;
}

/// The first entry of a chain that the platform did not know; nothing when it is not this device's.
std::optional<ChainBegin> beginOf(const QByteArray &document, const ChainRequest &request, DeviceId device,
                                  const QByteArray &publicKey)
{
    const Result<QJsonObject> json = json::readStrict(document);
    if (!json || json->value(QStringLiteral("type")).toString() != auditing::beginType)
        return std::nullopt;
    const Result<ChainBegin> begin = auditing::readChainBegin(*json);
    if (!begin || begin->chain != request.after.chain || begin->device != device || begin->publicKey != publicKey)
        return std::nullopt;
    return *begin;
}

/// Whether people should know that this chain began: it does not simply follow the one before. A store that became
/// another register (sync.md rule 29) names the last head that it knew, which may be older than what is known here.
bool isRestart(const ChainBegin &begin, const std::optional<JournalHead> &before)
{
    const bool saysSo = begin.reason == ChainBegin::Reason::Recovery || begin.reason == ChainBegin::Reason::Disagreed;
    if (saysSo || !before)
        return saysSo;
    return before->registerId == begin.registerId && begin.previous != before->head;
}

AuditEntry auditOf(const QString &action, DeviceId device, RegisterId reg, const ChainHead &head, UtcTime now,
                   std::optional<QUuid> requestId)
{
    return {device.value(),
            now,
            std::nullopt,
            action,
            {QStringLiteral("register"), reg.value()},
            std::nullopt,
            {{QStringLiteral("chain"), head.chain.toString(QUuid::WithoutBraces)},
             {QStringLiteral("number"), qint64(head.number)}},
            requestId};
}

} // namespace

JournalAnswer JournalFollower::take(const ChainRequest &request, DeviceId device, UtcTime now,
                                    std::optional<QUuid> requestId) const
{
    const std::optional<DeviceRecord> record = m_storage.device(device);
    if (!record)
        return {failure(disagreement(request.after.number + 1))};
    return retrying([&] { return takeOnce(request, device, *record, now, requestId); });
}

JournalAnswer JournalFollower::takeOnce(const ChainRequest &request, DeviceId device, const DeviceRecord &record,
                                        UtcTime now, std::optional<QUuid> requestId) const
{
    const std::unique_ptr<UnitStorage> unit = m_storage.begin();
    const QList<Stored<JournalHead>> heads = unit->journalHeads(device);
    Stored<JournalHead> known{{{request.after.chain, 0, auditing::chainStart()},
                               device,
                               record.registerId,
                               static_cast<int>(heads.size()) + 1,
                               now},
                              0};
    for (const Stored<JournalHead> &head : heads) {
        if (head.value.head.chain == request.after.chain)
            known = head;
    }
    const auto refuse = [&](std::int64_t number) -> JournalAnswer {
        const ChainHead shown{request.after.chain, number, {}};
        unit->write(QList<AuditEntry>{auditOf(disagrees, device, record.registerId, shown, now, requestId)});
        unit->commit();
        return {failure(disagreement(number)), disagrees};
    };
    const ChainHead &last = known.value.head;
    if (request.after.number > last.number)
        return {failure(gap(last.number + 1))};
    const auto documents = documentsOf(request, *unit, device);
    if (!documents)
        return {failure(unknownOperation(documents.error()))};
    const QList<ChainHead> reached = headsOf(request, *documents);
    if (reached.last().number < last.number && request.last > reached.last().number)
        return {failure(gap(last.number + 1))};
    // It must not have gone back, and must go through the very head that was signed.
    if (reached.last().number < last.number || reached[last.number - request.after.number] != last)
        return refuse(std::min(last.number, reached.last().number));
    std::optional<QString> alarm;
    if (last.number == 0) {
        const auto begin =
            documents->isEmpty() ? std::nullopt : beginOf(documents->constFirst(), request, device, record.publicKey);
        if (!begin)
            return refuse(1);
        known.value.registerId = begin->registerId;
        if (isRestart(*begin, heads.isEmpty() ? std::nullopt : std::optional(heads.last().value)))
            alarm = restarted;
    }
    for (qsizetype i = last.number - request.after.number; i < request.entries.size(); ++i) {
        const QByteArray message = auditing::entryMessage(reached[i + 1]);
        if (!verifySignature(record.publicKey, message, request.entries[i].signature))
            return refuse(reached[i + 1].number);
    }
    known.value.head = reached.last();
    known.value.signedAt = now;
    unit->write(known);
    if (alarm)
        unit->write(
            QList<AuditEntry>{auditOf(*alarm, device, known.value.registerId, known.value.head, now, requestId)});
    unit->commit();
    return {sign(known.value.head, now), alarm};
}

Countersignature JournalFollower::sign(const ChainHead &head, UtcTime now) const
{
    return {head, now, m_key.publicKey(), m_key.sign(auditing::countersignatureMessage(head, now))};
}

} // namespace crema::platform
