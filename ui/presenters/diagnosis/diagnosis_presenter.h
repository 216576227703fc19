// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

namespace crema::presenters {

/// One thing that was looked at: how it is, and how to mend it when it is not well.
struct Finding {
    enum class State { Good, Notice, Bad };

    QString subject; ///< stable: "store", "disk", "platform", "clock", "queue", "person"
    State state = State::Good;
    QString says; ///< one translated sentence
    QString mend; ///< one translated sentence; empty when there is nothing to mend
};

/// Looks over this set-up without changing it. Client and parts outlive it.
class DiagnosisPresenter
{
public:
    DiagnosisPresenter(sync::Client &client, const sync::ClientParts &parts) : m_client(client), m_parts(parts) {}

    /// Store, disk, platform, clock, queue and people, in this order. Never fails: what cannot be looked at is a
    /// finding.
    [[nodiscard]] QCoro::Task<QList<Finding>> lookOver() const;
    [[nodiscard]] QCoro::Task<Result<sync::StoreCheck>> checkDatabase() const { return m_client.checkDatabase(); }
    [[nodiscard]] QString storePath() const { return m_client.state().storePath; }

private:
    sync::Client &m_client;
    sync::ClientParts m_parts;
};

/// "good", "notice", "bad"; stable.
[[nodiscard]] QString findingStateText(Finding::State state);

} // namespace crema::presenters
