// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

using sync::AuditorEntryView;
using sync::JournalFilter;

/// The auditor's journal of this register: every document it made, in a signed chain (docs/journal.md). The client
/// outlives it.
class AuditorsJournalPresenter
{
public:
    explicit AuditorsJournalPresenter(sync::Client &client) : m_client(client) {}

    [[nodiscard]] QCoro::Task<Result<QList<AuditorEntryView>>> list(const JournalFilter &filter) const
    {
        return m_client.auditorsJournal(filter);
    }
    /// Answers how many entries were written. Errors: `store.write`, `store.disk_full`.
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportTo(const QString &path) const
    {
        return m_client.exportAuditorsJournal(path);
    }

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
