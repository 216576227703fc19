// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/journal_watch.h"

#include "tests/simulation/world/answer_of.h"

namespace crema::simulation {

QString JournalWatch::objectionTo(sync::Client &client)
{
    if (!m_isDue)
        return {};
    // The last entry that was seen comes along: it has to be there still.
    const std::int64_t seen = m_position;
    for (;;) {
        const sync::JournalFilter filter{sync::JournalOrder::OldestFirst, std::max<std::int64_t>(0, m_position - 1),
                                         200};
        const auto answer = answerOf(client.auditorsJournal(filter));
        if (!answer || !*answer)
            return {}; // its disk does not read at the moment, or who is there may not see it
        const QList<sync::AuditorEntryView> &entries = **answer;
        if (m_position > 0 && (entries.isEmpty() || entries.first().entry.hash != m_hash))
            return QStringLiteral("entry %1 of the auditor's journal is gone").arg(m_position);
        const std::int64_t before = m_position;
        for (const sync::AuditorEntryView &view : entries) {
            if (view.position <= before)
                continue;
            if (const QString objection = take(view); !objection.isEmpty())
                return objection;
        }
        if (m_position == before)
            break;
    }
    m_isDue = false;
    if (!m_told.isEmpty())
        return QStringLiteral("a sale is not in the auditor's journal (%1 entries, %2 new)")
            .arg(m_position)
            .arg(m_position - seen);
    return {};
}

QString JournalWatch::take(const sync::AuditorEntryView &view)
{
    // Signatures cost most of a look, and the comparison in the end verifies each.
    auto chain = m_chains.find(view.chain);
    if (chain == m_chains.end())
        chain = m_chains.emplace(view.chain, auditing::ChainVerifier::Signatures::Skipped);
    const auto fault = chain->take(view.entry);
    if (fault || view.position != m_position + 1) {
        return QStringLiteral("entry %1 of the auditor's journal is wrong (%2)")
            .arg(view.entry.number)
            .arg(fault ? static_cast<int>(fault->kind) : -1);
    }
    m_position = view.position;
    m_hash = view.entry.hash;
    if (view.sale)
        m_told.remove(*view.sale);
    return {};
}

} // namespace crema::simulation
