// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform keeps of devices themselves: the epochs of their stores and their auditor's journals.
#include "tests/simulation/platform/memory_unit_storage.h"
#include "tests/simulation/platform/memory_writes.h"

#include <algorithm>

namespace crema::simulation {

using platform::Stored;

QList<platform::DeviceEpoch> MemoryUnitStorage::epochsOf(DeviceId device)
{
    letOthersIn();
    QList<platform::DeviceEpoch> given;
    for (const platform::DeviceEpoch &epoch : std::as_const(m_database.state.epochs)) {
        if (epoch.device == device)
            given.append({device, epoch.epoch, epoch.claim, epoch.registerEntry, {}});
    }
    return given;
}

bool MemoryUnitStorage::hasRegisterCode(LocationId location, const QString &code)
{
    return std::any_of(m_database.state.epochs.begin(), m_database.state.epochs.end(), [&](const auto &epoch) {
        return epoch.registerEntry.location == location && epoch.registerEntry.code == code;
    });
}

void MemoryUnitStorage::write(const platform::DeviceEpoch &given)
{
    xid();
    m_writes.append([given](MemoryState &state) {
        const auto isTaken = [&given](const platform::DeviceEpoch &other) {
            const bool sameCode = other.registerEntry.location == given.registerEntry.location &&
                                  other.registerEntry.code == given.registerEntry.code;
            return (other.device == given.device && other.epoch == given.epoch) || other.claim == given.claim ||
                   other.registerEntry.id == given.registerEntry.id || sameCode;
        };
        if (std::any_of(state.epochs.begin(), state.epochs.end(), isTaken))
            failWith("23505");
        state.epochs.insert({given.device, given.epoch}, given);
    });
}

std::optional<platform::Readmission> MemoryUnitStorage::lockReadmission(const QByteArray &codeHash)
{
    letOthersIn();
    const auto found = m_database.state.readmissions.constFind(codeHash);
    if (found == m_database.state.readmissions.constEnd())
        return std::nullopt;
    platform::Readmission code = *found;
    code.isShutOut = m_database.devices.value(code.device).isRevoked;
    return code;
}

void MemoryUnitStorage::readmit(const platform::Readmission &code, UtcTime now)
{
    xid();
    m_readmitted.append(code.device);
    m_writes.append([code, now](MemoryState &state) {
        // Who used it meanwhile was waited for in PostgreSQL.
        if (state.readmissions[code.codeHash].usedAt)
            failWith("40001");
        state.readmissions[code.codeHash].usedAt = now;
    });
}

QList<Stored<platform::JournalHead>> MemoryUnitStorage::journalHeads(DeviceId device)
{
    letOthersIn();
    QList<Stored<platform::JournalHead>> heads;
    for (const Stored<platform::JournalHead> &head : std::as_const(m_database.state.journalHeads)) {
        if (head.value.device == device)
            heads.append(head);
    }
    std::sort(heads.begin(), heads.end(), [](const auto &a, const auto &b) { return a.value.place < b.value.place; });
    return heads;
}

void MemoryUnitStorage::write(const Stored<platform::JournalHead> &head)
{
    m_writes.append([head](MemoryState &state) {
        for (const Stored<platform::JournalHead> &other : std::as_const(state.journalHeads)) {
            const bool isSamePlace = other.value.device == head.value.device && other.value.place == head.value.place;
            if (isSamePlace && other.value.head.chain != head.value.head.chain)
                failWith("23505");
        }
        putRevised(state.journalHeads, head.value.head.chain, head);
    });
}

} // namespace crema::simulation
