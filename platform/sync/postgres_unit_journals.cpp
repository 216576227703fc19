// SPDX-License-Identifier: GPL-3.0-or-later
// How far the platform has followed the auditor's journals, in PostgreSQL.
#include "platform/sync/postgres_unit_storage.h"

namespace crema::platform {

QList<Stored<JournalHead>> PostgresUnitStorage::journalHeads(DeviceId device)
{
    QList<Stored<JournalHead>> heads;
    const Rows rows = m_transaction.run("sync/list_journal_heads", {device});
    for (int i = 0; i < rows.count(); ++i) {
        const auditing::ChainHead head{rows.uuid(i, 0), rows.number(i, 3), rows.bytes(i, 4)};
        heads.append({{head, device, RegisterId(rows.uuid(i, 1)), static_cast<int>(rows.number(i, 2)),
                       UtcTime(rows.number(i, 5))},
                      rows.number(i, 6)});
    }
    return heads;
}

void PostgresUnitStorage::write(const Stored<JournalHead> &stored)
{
    const auto &[head, device, reg, place, signedAt] = stored.value;
    const Rows written =
        m_transaction.run("sync/save_journal_head", {head.chain, device, reg, place, head.number,
                                                     Param::bytes(head.hash), signedAt, stored.revision});
    if (written.affected() != 1)
        throw DatabaseFailure("40001", QStringLiteral("another transaction wrote the head of the journal first"));
}

} // namespace crema::platform
