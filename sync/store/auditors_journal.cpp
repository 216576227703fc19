// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/auditors_journal.h"

#include "models/base/json.h"
#include "models/operations/operation_codec.h"
#include "models/selling/business_day.h"
#include "sync/store/documents.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

using auditing::ChainBegin;
using auditing::ChainClosing;
using auditing::ChainDocument;
using auditing::ChainState;

/// The chain that begins with this document has the same id whenever it is made again, and another one than any that
/// the document stood in before.
QUuid chainIdOf(OperationId first, const ChainBegin &begin)
{
    const bool isAgain = begin.reason == ChainBegin::Reason::Recovery || begin.reason == ChainBegin::Reason::Disagreed;
    const QByteArray before = begin.previous ? begin.previous->hash : QByteArray("nothing");
    return QUuid::createUuidV5(first.value(), QByteArray("auditor's journal") + (isAgain ? before : QByteArray()));
}

} // namespace

AuditorRow AuditorRow::of(const Rows &rows)
{
    AuditorRow row;
    row.position = rows.integer(0);
    row.chain = rows.uuid(1);
    row.entry = {rows.integer(2), rows.bytes(3), rows.bytes(4), rows.bytes(5)};
    row.state = rows.bytes(6);
    if (!rows.isNull(7))
        row.operation = rows.integer(7);
    if (!rows.isNull(8))
        row.operationId = OperationId(rows.uuid(8));
    const QString state = rows.text(9);
    row.isAcknowledged = !row.operation || state == QLatin1String("receipted") || state == QLatin1String("visible");
    return row;
}

void AuditorsJournal::setPlace(const DeviceRow &device, const std::optional<Location> &location)
{
    m_device = device;
    m_location = location;
}

void AuditorsJournal::forget()
{
    m_isLoaded = false;
    m_state.reset();
}

void AuditorsJournal::load()
{
    if (m_isLoaded)
        return;
    m_state.reset();
    m_position = 0;
    Rows rows = m_database.query("read_last_auditor_entry");
    if (rows.next()) {
        m_position = rows.integer(0);
        const Result<ChainState> state =
            auditing::readChainState(rows.bytes(4), {rows.uuid(1), rows.integer(2), rows.bytes(3)});
        if (!state)
            throwDamaged(QCoreApplication::translate("Store", "the end of the auditor's journal does not read"));
        m_state = *state;
    }
    m_newChain.reset();
    if (!m_database.value("read_setting", {setting::newChain}).toString().isEmpty())
        m_newChain = ChainBegin::Reason::Disagreed;
    m_isLoaded = true;
}

void AuditorsJournal::append(const Operation &operation, std::int64_t number, const QByteArray &bytes)
{
    if (auditing::isDocument(operation.type))
        append(ChainDocument::of(operation), operation.registerId, operation.id, number, bytes);
}

void AuditorsJournal::append(const ChainDocument &document, std::optional<RegisterId> reg, OperationId id,
                             std::int64_t number, const QByteArray &bytes)
{
    if (!reg)
        return;
    load();
    ChainDocument dated = document;
    dated.businessDay = businessDayOf(document.at);
    if (!m_state || m_newChain || m_state->registerId != *reg)
        begin(*reg, id, number, document.at);
    else if (const auto closing = auditing::closingBefore(*m_state, dated))
        close(*closing);
    add(auditing::advanced(*m_state, dated, bytes), number, {});
    if (const auto closing = auditing::closingAfter(*m_state, dated))
        close(*closing);
}

void AuditorsJournal::begin(RegisterId reg, OperationId first, std::int64_t number, UtcTime at)
{
    ChainBegin begin;
    begin.device = m_device.id;
    begin.registerId = reg;
    begin.epoch = m_device.epoch;
    begin.publicKey = m_device.publicKey;
    begin.at = at;
    if (m_state) {
        begin.reason = m_newChain.value_or(ChainBegin::Reason::Register);
        begin.previous = m_state->head;
        if (m_state->registerId == reg)
            begin.perpetual = m_state->perpetual;
    } else {
        begin.salesBefore = m_database.value("count_sales_recorded_before", {number}).toLongLong();
        const bool isFirst = firstNumber() <= 1 && !m_newChain;
        begin.reason = isFirst ? ChainBegin::Reason::First : m_newChain.value_or(ChainBegin::Reason::Upgrade);
    }
    begin.chain = chainIdOf(first, begin);
    const QByteArray bytes = auditing::canonicalBytes(begin);
    add(auditing::begunBy(begin, bytes), std::nullopt, bytes);
    if (m_newChain)
        m_database.run("save_setting", {setting::newChain, QStringLiteral("")});
    m_newChain.reset();
}

void AuditorsJournal::close(const ChainClosing &closing)
{
    const QByteArray bytes = auditing::canonicalBytes(closing);
    add(auditing::advanced(*m_state, closing, bytes), std::nullopt, bytes);
}

void AuditorsJournal::add(const ChainState &next, std::optional<std::int64_t> operation, const QByteArray &document)
{
    if (!m_key)
        m_key = m_keySource();
    const QByteArray signature = m_key ? m_key->sign(auditing::entryMessage(next.head)) : QByteArray("");
    m_database.run("add_auditor_entry", {m_position + 1, next.head.chain, next.head.number, operation, document,
                                         next.head.hash, signature, auditing::canonicalBytes(next)});
    ++m_position;
    m_state = next;
}

std::optional<QDate> AuditorsJournal::businessDayOf(UtcTime at) const
{
    if (!m_location)
        return std::nullopt;
    return businessDay(at, m_location->timeZone, m_location->dayCutOffMinutes);
}

std::int64_t AuditorsJournal::firstNumber()
{
    return std::max<std::int64_t>(1, m_database.value("read_setting", {setting::journalFrom}).toString().toLongLong());
}

void AuditorsJournal::beginAnew()
{
    m_database.run("save_setting", {setting::newChain, QStringLiteral("1")});
    m_newChain = ChainBegin::Reason::Disagreed;
}

std::vector<AuditorRow> AuditorsJournal::rows(std::int64_t after, int limit)
{
    std::vector<AuditorRow> result;
    Rows found = m_database.query("list_auditor_entries", {after, limit});
    while (found.next())
        result.push_back(AuditorRow::of(found));
    return result;
}

void AuditorsJournal::mend()
{
    forget();
    const QList<Lost> lost = dropUnsound();
    load();
    m_database.run("begin_row");
    appendMissing();
    if (holds(lost)) {
        m_database.run("end_row");
        return;
    }
    m_database.run("undo_row");
    m_database.run("end_row");
    forget();
    load();
    m_newChain = ChainBegin::Reason::Recovery;
    appendMissing();
}

QList<AuditorsJournal::Lost> AuditorsJournal::dropUnsound()
{
    constexpr int page = 500;
    QList<Lost> lost;
    QHash<QUuid, auditing::ChainVerifier> verifiers;
    std::optional<std::int64_t> bad;
    std::int64_t after = 0;
    for (;;) {
        const std::vector<AuditorRow> some = rows(after, page);
        for (const AuditorRow &row : some) {
            after = row.position;
            // Signatures are made again where documents are: what they vouch for is enough here.
            auto verifier = verifiers.find(row.chain);
            if (verifier == verifiers.end())
                verifier =
                    verifiers.insert(row.chain, auditing::ChainVerifier(auditing::ChainVerifier::Signatures::Skipped));
            if (!bad && verifier->take(row.entry))
                bad = row.position;
            if (bad)
                lost.append({row.chain, row.entry.number, row.entry.hash});
        }
        if (some.empty())
            break;
    }
    if (bad) {
        m_database.run("delete_auditor_entries_from", {*bad});
        const std::int64_t done = m_database.value("read_setting", {setting::journalDone}).toString().toLongLong();
        m_database.run("save_setting", {setting::journalDone, QString::number(std::min(done, *bad - 1))});
    }
    Rows heads = m_database.query("list_auditor_heads");
    while (heads.next()) {
        if (heads.integer(6) == 0)
            lost.append({heads.uuid(0), heads.integer(1), heads.bytes(2)});
    }
    return lost;
}

void AuditorsJournal::appendMissing()
{
    struct Missing {
        std::int64_t number;
        QByteArray bytes;
    };
    std::vector<Missing> missing;
    {
        Rows rows = m_database.query("list_documents_without_entry", {firstNumber()});
        while (rows.next())
            missing.push_back({rows.integer(0), rows.bytes(1)});
    }
    for (const auto &[number, bytes] : missing) {
        if (const Result<Operation> operation = readOperation(bytes))
            append(*operation, number, bytes);
    }
}

bool AuditorsJournal::holds(const QList<Lost> &lost)
{
    return std::all_of(lost.begin(), lost.end(), [this](const Lost &known) {
        return m_database.value("read_auditor_hash", {known.chain, known.number}).toByteArray() == known.hash;
    });
}

} // namespace crema::sync
