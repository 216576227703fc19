// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_verifier.h"
#include "sync/client/client.h"

#include <QHash>
#include <QSet>

namespace crema::simulation {

/// Watches the auditor's journal of one till through crashes and power cuts: whatever was seen of it once stays, every
/// entry follows the one before, and every sale that a person was told of is in it. Only what is new is looked at.
class JournalWatch
{
public:
    /// Somebody was told of the sale.
    void saleWasPaid(SaleId sale)
    {
        m_told.insert(sale);
        m_isDue = true;
    }
    void programStarts() { m_isDue = true; }
    void documentWasMade() { m_isDue = true; }
    /// Somebody put an older store in place: what was seen may be gone with it.
    void storeIsAnother() { *this = {}; }

    /// Of the newest entry; empty: there is none. Nothing while it was not seen.
    [[nodiscard]] std::optional<QByteArray> newestHash() const
    {
        return m_isDue ? std::nullopt : std::optional(m_hash);
    }

    /// Empty when all is well.
    [[nodiscard]] QString objectionTo(sync::Client &client);

private:
    [[nodiscard]] QString take(const sync::AuditorEntryView &view);

    bool m_isDue = true;
    std::int64_t m_position = 0;
    QByteArray m_hash; ///< of the entry there
    QHash<QUuid, auditing::ChainVerifier> m_chains;
    QSet<SaleId> m_told; ///< and not found yet
};

} // namespace crema::simulation
