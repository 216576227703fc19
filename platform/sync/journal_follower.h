// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_exchange.h"
#include "models/security/signing_key.h"
#include "platform/sync/sync_storage.h"

namespace crema::platform {

/// What the platform made of the entries that a register sent.
struct JournalAnswer {
    Result<auditing::Countersignature> signature;
    /// A manager should look: `journal.disagrees` or `journal.restarted`. Stands in the audit trail.
    std::optional<QString> alarm = {};
};

/// Follows the auditor's journals of the registers (sync.md rule 34): recomputes each entry from the documents as the
/// platform received them, checks that it extends what was countersigned before, and signs the new head. A chain never
/// goes back; what does not fit is an alarm, and the register begins a new chain, which tells of the old one.
class JournalFollower
{
public:
    JournalFollower(SyncStorage &storage, const SigningKey &key) : m_storage(storage), m_key(key) {}

    /// Errors: `sync.gap` (field `expected` holds the number of the entry that is expected next),
    /// `journal.unknown_operation` (its document has to come along), `journal.disagrees`. Storage failures are thrown.
    /// `requestId` is told in the audit trail.
    [[nodiscard]] JournalAnswer take(const auditing::ChainRequest &request, DeviceId device, UtcTime now,
                                     std::optional<QUuid> requestId = {}) const;

private:
    [[nodiscard]] JournalAnswer takeOnce(const auditing::ChainRequest &request, DeviceId device,
                                         const DeviceRecord &record, UtcTime now, std::optional<QUuid> requestId) const;
    [[nodiscard]] auditing::Countersignature sign(const auditing::ChainHead &head, UtcTime now) const;

    SyncStorage &m_storage;
    const SigningKey &m_key;
};

} // namespace crema::platform
