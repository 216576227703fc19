// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/auditors_reader.h"

#include "models/auditing/chain_exchange.h"
#include "models/base/json.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_codec.h"
#include "models/operations/operation_types.h"

#include <QJsonDocument>

namespace crema::sync {
namespace {

using Kind = AuditorEntryView::Kind;

/// Amounts of one currency only: a register that changed its currency is looked at in the export.
std::optional<Money> onlyAmountOf(const auditing::ChainTotals &totals)
{
    const auto currency = totals.amounts.size() == 1 ? Currency::fromCode(totals.amounts.firstKey()) : std::nullopt;
    return currency ? std::optional(Money(totals.amounts.first(), *currency)) : std::nullopt;
}

void readDocument(const QJsonObject &document, AuditorEntryView &view)
{
    const QString type = document.value(QStringLiteral("type")).toString();
    if (type == auditing::beginType) {
        const Result<auditing::ChainBegin> begin = auditing::readChainBegin(document);
        view.kind = begin ? Kind::Begin : Kind::Unknown;
        view.at = begin ? begin->at : UtcTime();
        return;
    }
    if (type == auditing::closingType) {
        const Result<auditing::ChainClosing> closing = auditing::readChainClosing(document);
        if (!closing)
            return;
        view.kind = Kind::Closing;
        view.at = closing->at;
        view.amount = onlyAmountOf(closing->totals);
        view.perpetual = onlyAmountOf(closing->perpetual);
        return;
    }
    const Result<Operation> operation = operationFromJson(document);
    if (!operation)
        return;
    view.at = operation->occurredAt;
    view.amount = auditing::ChainDocument::of(*operation).saleTotal;
    if (type == operation::saleComplete) {
        view.kind = Kind::Sale;
        view.number = operation->body.value(QStringLiteral("number")).toString();
        view.sale = SaleId(operation->subject.id);
    } else if (type == operation::cashMove) {
        view.kind = Kind::CashMovement;
        if (const Result<CashMovement> movement = body::readCashMove(*operation))
            view.amount = drawerChange(*movement);
    } else {
        view.kind = type == operation::shiftOpen ? Kind::ShiftOpen : Kind::ShiftClose;
    }
}

QHash<QUuid, auditing::Countersignature> headsOf(LocalStore &store)
{
    QHash<QUuid, auditing::Countersignature> heads;
    Rows rows = store.database().query("list_auditor_heads");
    while (rows.next()) {
        const QUuid chain = rows.uuid(0);
        heads.insert(chain,
                     {{chain, rows.integer(1), rows.bytes(2)}, UtcTime(rows.integer(3)), rows.bytes(5), rows.bytes(4)});
    }
    return heads;
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// SubjectPublicKeyInfo of an Ed25519 key (RFC 8410), as openssl reads it.
QString pemOf(const QByteArray &key)
{
    const QByteArray der = QByteArray::fromHex("302a300506032b6570032100") + key;
    return QString::fromLatin1("-----BEGIN PUBLIC KEY-----\n" + der.toBase64() + "\n-----END PUBLIC KEY-----\n");
}

} // namespace

QList<AuditorEntryView> findEntries(LocalStore &store, const JournalFilter &filter)
{
    const QHash<QUuid, auditing::Countersignature> heads = headsOf(store);
    const bool isUp = filter.order == JournalOrder::OldestFirst;
    const std::int64_t from = filter.beyond.value_or(isUp ? std::int64_t(0) : std::numeric_limits<std::int64_t>::max());
    QList<AuditorEntryView> entries;
    Rows rows = store.database().query(isUp ? "list_auditor_entries" : "list_auditor_entries_downwards",
                                       {from, std::clamp(filter.limit, 1, 1'000)});
    while (rows.next()) {
        AuditorRow row = AuditorRow::of(rows);
        AuditorEntryView view;
        view.position = row.position;
        view.chain = row.chain;
        const auto head = heads.constFind(row.chain);
        view.isCountersigned = head != heads.constEnd() && head->head.number >= row.entry.number;
        if (const Result<QJsonObject> document = json::readStrict(row.entry.document))
            readDocument(*document, view);
        view.entry = std::move(row.entry);
        entries.append(view);
    }
    return entries;
}

QByteArray journalExport(LocalStore &store, std::int64_t &entries)
{
    constexpr int page = 500;
    const DeviceRow &device = store.place().device;
    QByteArray lines = lineOf({{QStringLiteral("schema"), QStringLiteral("auditors-journal/1")},
                               {QStringLiteral("device"), device.id.toString()},
                               {QStringLiteral("exported_at"), store.clock().now().toString()},
                               {QStringLiteral("public_key"), hexOf(device.publicKey)},
                               {QStringLiteral("public_key_pem"), pemOf(device.publicKey)}});
    entries = 0;
    std::int64_t after = 0;
    for (;;) {
        const std::vector<AuditorRow> rows = store.auditors().rows(after, page);
        for (const AuditorRow &row : rows) {
            after = row.position;
            lines += lineOf({{QStringLiteral("chain"), row.chain.toString(QUuid::WithoutBraces)},
                             {QStringLiteral("number"), qint64(row.entry.number)},
                             {QStringLiteral("document"), QString::fromUtf8(row.entry.document)},
                             {QStringLiteral("hash"), hexOf(row.entry.hash)},
                             {QStringLiteral("signature"), hexOf(row.entry.signature)}});
        }
        entries += static_cast<std::int64_t>(rows.size());
        if (rows.empty())
            break;
    }
    const QHash<QUuid, auditing::Countersignature> heads = headsOf(store);
    for (const auditing::Countersignature &head : heads) {
        if (head.signature.isEmpty())
            continue;
        QJsonObject json = QJsonDocument::fromJson(auditing::writeCountersignature(head)).object();
        json.insert(QStringLiteral("key_pem"), pemOf(head.key));
        lines += lineOf({{QStringLiteral("countersignature"), json}});
    }
    return lines;
}

} // namespace crema::sync
