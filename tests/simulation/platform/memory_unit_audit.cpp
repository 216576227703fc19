// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail: its chains, and what stands beside them about people (ADR 044).
#include "models/auditing/chain_entry.h"
#include "models/base/json.h"
#include "models/base/sha256.h"
#include "models/operations/operation_types.h"
#include "models/people/person_rules.h"
#include "platform/sync/record_rows.h"
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

namespace crema::simulation {

using platform::AuditEntry;

namespace {

using ChainEnds = QMap<QUuid, MemoryState::ChainEnd>;

bool isErasureOfPerson(const AuditEntry &entry)
{
    return entry.action == operation::personErase && platform::auditTookEffect(entry.document);
}

/// PostgreSQL draws one; here the same world has the same one each time.
QByteArray saltOf(const QUuid &chain, std::int64_t number)
{
    return sha256(platform::auditPlaceText(chain, number).toUtf8());
}

void append(const AuditEntry &entry, ChainEnds &ends, MemoryState &state)
{
    MemoryState::ChainEnd &end = ends[entry.chain];
    ++end.number;
    platform::AuditRow row{entry.chain,  end.number,         entry.at,        std::nullopt,
                           entry.action, entry.subject.type, entry.subject.id};
    if (entry.actor)
        row.actor = entry.actor->value();
    if (entry.operation)
        row.operation = entry.operation->value();
    QByteArray commitment;
    if (entry.details) {
        const MemoryState::AuditWords beside{entry.details->person, saltOf(entry.chain, end.number),
                                             json::writeCanonical(entry.details->words)};
        commitment = platform::auditCommitment(beside.salt, beside.words);
        state.auditWords.insert({entry.chain, end.number}, beside);
    }
    row.document = platform::auditDocument(entry, end.number, commitment);
    row.previousHash = end.hash;
    row.hash = end.hash = auditing::chainHash(end.hash, row.document);
    end.last = std::make_shared<MemoryState::AuditLink>(row, end.last);
}

void erase(PersonId person, UtcTime at, MemoryState &state)
{
    state.auditWords.removeIf([person](const auto &entry) { return entry.value().person == person; });
    for (platform::FieldChange &change : state.fieldChanges) {
        if (change.origin.person == person)
            change.origin.personName = erasedPerson({}, at).name;
    }
}

} // namespace

void MemoryUnitStorage::write(const QList<AuditEntry> &entries)
{
    ChainEnds before;
    for (const AuditEntry &entry : entries)
        before.insert(entry.chain, m_database.state.chains.value(entry.chain, {0, auditing::chainStart()}));
    m_writes.append([entries, before, keeps = m_database.keepsAuditWords](MemoryState &state) {
        for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
            if (state.chains.value(it.key()).number != it->number)
                failWith("23505");
        }
        ChainEnds ends = before;
        for (const AuditEntry &entry : entries)
            append(entry, ends, state);
        // After them all: what was said in the same breath goes as well.
        for (const AuditEntry &entry : entries) {
            if (isErasureOfPerson(entry) && !keeps)
                erase(PersonId(entry.subject.id), entry.at, state);
        }
        for (auto it = ends.constBegin(); it != ends.constEnd(); ++it)
            state.chains.insert(it.key(), *it);
    });
}

} // namespace crema::simulation
