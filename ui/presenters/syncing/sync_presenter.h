// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

#include <functional>

namespace crema::presenters {

using sync::QueueEntry;
using sync::SyncReport;

/// Sending, fetching and what waits. Client and clock outlive it.
class SyncPresenter
{
public:
    SyncPresenter(sync::Client &client, Clock &clock) : m_client(client), m_clock(clock) {}

    /// One round of sending and fetching. Errors: `device.not_enrolled`, and what ended the round early.
    [[nodiscard]] QCoro::Task<Result<SyncReport>> run() const;
    /// Rounds until nothing is unsent, waiting longer after each that failed for want of a platform.
    /// Errors: `sync.timeout` after `timeoutMs`, `sync.stopped` when `stopRequested` said so, and what waiting cannot
    /// mend.
    [[nodiscard]] QCoro::Task<Result<SyncReport>> runUntilSynced(std::int64_t timeoutMs,
                                                                 std::function<bool()> stopRequested) const;
    [[nodiscard]] const sync::ClientState &state() const { return m_client.state(); }
    /// What the platform has not confirmed, oldest first.
    [[nodiscard]] QCoro::Task<Result<QList<QueueEntry>>> queue(std::int64_t limit, bool needsAttentionOnly) const;

    /// What a person has to decide about, and what waits for it.
    [[nodiscard]] QCoro::Task<Result<sync::AttentionList>> attention(std::int64_t limit) const;
    /// One of them. Errors: `attention.unknown`.
    [[nodiscard]] QCoro::Task<Result<sync::AttentionItem>> attentionItem(QString id) const;
    /// What state().deletion asks about may go. Errors: those of Client::allowDeletion().
    [[nodiscard]] QCoro::Task<Result<void>> allowDeletion() const;
    [[nodiscard]] QCoro::Task<Result<void>> resolve(CardId card, sync::CardAnswer answer) const;

    /// What was not sent, as an encrypted file that another register can send. Errors: see sync::Client.
    [[nodiscard]] QCoro::Task<Result<sync::UnsentSummary>> exportUnsent(QString path, QString passphrase) const;
    [[nodiscard]] QCoro::Task<Result<sync::UnsentSummary>> importUnsent(QString path, QString passphrase) const;

private:
    sync::Client &m_client;
    Clock &m_clock;
};

} // namespace crema::presenters
