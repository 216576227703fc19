// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/base/worker_pool.h"
#include "platform/database/connection_pool.h"
#include "platform/identity/owed_mail.h"
#include "platform/mail/mailer.h"
#include "platform/program/platform_services.h"
#include "platform/sales/receipt_mail.h"

#include <atomic>

namespace prometheus {
class Counter;
class Gauge;
} // namespace prometheus

namespace crema::platform {

/// Sends the mail that people are owed, and the receipts that customers want by mail, one message after the other on a
/// thread of its own: a slow server holds up nobody else. What is not taken is tried again, later and later, until its
/// time is over (docs/adr/038). Made and stopped on the main thread; any thread may wake it.
class MailOutbox
{
public:
    /// What sync brought, and what could not be sent, is looked for so often.
    static constexpr std::int64_t periodMs = 30'000;

    /// All outlive this.
    MailOutbox(const PlatformParts &parts, ConnectionPool &pool, Mailer &mailer);
    ~MailOutbox();

    /// Something is owed since a moment.
    void wake();
    /// What is being sent fails within a second; all that is owed stays for the next start.
    void stop();
    /// Whether it looks or sends at this moment, or is about to.
    [[nodiscard]] bool isBusy() const;

private:
    /// One that is being sent. The message is empty where nobody is to be mailed any more.
    struct Taken {
        QUuid id;
        QString kind;
        std::int64_t tries = 0;
        std::optional<OwedMail> owed; ///< nothing: a receipt, or of a kind that a newer version knows
        bool isReceipt = false;
        bool isOver = false; ///< it was not sent in its time
        std::optional<MailMessage> message;
    };

    void arm();
    void sendDue();
    [[nodiscard]] std::optional<Taken> take(UtcTime now);
    [[nodiscard]] std::optional<Taken> takeReceipt(UtcTime now);
    void send(const Taken &taken);
    void forget(const Taken &taken);
    void tellNotSent(const char *event, const Taken &taken, const QString &why);

    PlatformParts m_parts;
    ConnectionPool &m_pool;
    Mailer &m_mailer;
    prometheus::Counter &m_notSent;
    prometheus::Gauge &m_waiting;
    std::atomic<bool> m_isStopping = false;
    std::atomic<std::int64_t> m_nowMs; ///< when it was woken last
    std::unique_ptr<Timer> m_timer;
    WorkerPool m_thread; ///< last: it ends before what it works with
};

} // namespace crema::platform
