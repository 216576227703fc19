// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/mail_outbox.h"

#include "models/operations/storage_failure.h"
#include "platform/base/log.h"
#include "platform/base/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include <algorithm>

namespace crema::platform {
namespace {

/// Longer than a server may take: nobody else sends meanwhile what is being sent.
constexpr std::int64_t firstWaitMs = 2 * 60'000;
constexpr std::int64_t longestWaitMs = 15ll * 60'000;
/// One that looks is enough for whatever was owed before it began; a second one may have to wait for its end.
constexpr int mostWaiting = 2;

std::int64_t waitAfter(std::int64_t tries)
{
    constexpr std::int64_t doublings = 3;
    return std::min(firstWaitMs << std::min(tries, doublings), longestWaitMs);
}

std::optional<MailKind> kindOf(const QString &text)
{
    for (const MailKind kind : {MailKind::PasswordCode, MailKind::Invitation, MailKind::AddressChanged}) {
        if (mailKindText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

} // namespace

MailOutbox::MailOutbox(const PlatformParts &parts, ConnectionPool &pool, Mailer &mailer)
    : m_parts(parts), m_pool(pool), m_mailer(mailer),
      m_notSent(prometheus::BuildCounter()
                    .Name("crema_mail_not_sent_total")
                    .Help("Tries to send a message that the mail server or the folder did not take.")
                    .Register(parts.metrics.registry())
                    .Add({})),
      m_waiting(parts.metrics.addGauge("crema_mail_waiting", "Messages that are owed and not sent yet.")),
      m_thread("mail", 1, mostWaiting)
{
    wake();
    arm();
}

MailOutbox::~MailOutbox()
{
    stop();
}

void MailOutbox::arm()
{
    m_timer = m_parts.clock.after(periodMs, [this] {
        wake();
        arm();
    });
}

void MailOutbox::wake()
{
    // Where two wait already, one of them begins after this and finds what is owed.
    m_nowMs = m_parts.clock.now().msSinceEpoch();
    [[maybe_unused]] const bool isPosted = m_thread.tryPost([this] { sendDue(); });
}

void MailOutbox::stop()
{
    m_timer.reset();
    m_isStopping = true;
    m_mailer.stop();
    m_thread.stop();
}

bool MailOutbox::isBusy() const
{
    return m_thread.waiting() > 0 || m_thread.running() > 0;
}

void MailOutbox::sendDue()
{
    try {
        while (!m_isStopping) {
            std::optional<Taken> taken = retrying([&] { return take(UtcTime(m_nowMs)); });
            if (!taken)
                taken = retrying([&] { return takeReceipt(UtcTime(m_nowMs)); });
            if (!taken)
                break;
            send(*taken);
        }
        const auto connection = m_pool.borrow();
        connection->run("sales/drop_ended_receipt_mail", {UtcTime(m_nowMs)});
        m_waiting.Set(static_cast<double>(connection->run("identity/count_owed_mail").number(0, 0) +
                                          connection->run("sales/count_receipt_mail").number(0, 0)));
    } catch (const StorageFailure &failure) {
        // All of it is still owed; whoever needs the database says that it does not answer.
        m_parts.log.write(LogLevel::Warning, "mail.waits", LogFields().add("code", failure.problem().code));
    }
}

/// Its next try is noted before it is sent: what ends in between is sent again rather than never.
std::optional<MailOutbox::Taken> MailOutbox::take(UtcTime now)
{
    const auto connection = m_pool.borrow();
    Transaction transaction(*connection);
    const Rows rows = transaction.run("identity/lock_owed_mail", {now});
    if (rows.isEmpty())
        return std::nullopt;
    const UtcTime endsAt(rows.number(0, 5));
    Taken taken{rows.uuid(0, 0), rows.text(0, 2), rows.number(0, 4), std::nullopt, false, endsAt <= now, std::nullopt};
    if (const std::optional<MailKind> kind = kindOf(taken.kind))
        taken.owed = OwedMail{PersonId(rows.uuid(0, 1)), *kind, rows.json(0, 3), now, endsAt};
    if (taken.owed && !taken.isOver)
        taken.message = writeOwedMail(transaction, *taken.owed, now, m_parts.randomness);
    transaction.run("identity/put_off_owed_mail", {taken.id, now.plusMs(waitAfter(taken.tries))});
    transaction.commit();
    return taken;
}

std::optional<MailOutbox::Taken> MailOutbox::takeReceipt(UtcTime now)
{
    const auto connection = m_pool.borrow();
    Transaction transaction(*connection);
    const std::optional<ReceiptMail> mail = lockReceiptMail(transaction, now);
    if (!mail)
        return std::nullopt;
    const bool isOver = mail->endsAt <= now;
    Taken taken{mail->id, QStringLiteral("receipt"), mail->tries, std::nullopt, true, isOver, std::nullopt};
    if (!isOver)
        taken.message = writeReceiptMail(transaction, *mail);
    transaction.run("sales/put_off_receipt_mail", {taken.id, now.plusMs(waitAfter(taken.tries))});
    transaction.commit();
    return taken;
}

void MailOutbox::send(const Taken &taken)
{
    if (taken.isOver)
        tellNotSent("mail.given_up", taken, QStringLiteral("its time is over"));
    else if (!taken.owed && !taken.isReceipt)
        return; // for a newer version beside this one
    const Result<void> sent = taken.message ? m_mailer.send(*taken.message) : Result<void>();
    if (sent)
        retrying([&] { forget(taken); });
    else
        tellNotSent("mail.not_sent", taken, sent.error().message);
}

void MailOutbox::forget(const Taken &taken)
{
    const auto connection = m_pool.borrow();
    Transaction transaction(*connection);
    if (taken.isReceipt) {
        transaction.run("sales/end_receipt_mail", {taken.id});
        transaction.commit();
        return;
    }
    // Of whoever was erased meanwhile nothing is noted any more; a later one in its place notes itself.
    const bool isOwed = !transaction.run("identity/delete_owed_mail", {taken.id}).isEmpty();
    if (isOwed && taken.owed && taken.message)
        noteSent(transaction, *taken.owed, UtcTime(m_nowMs));
    transaction.commit();
}

/// Whose it was and where it went stays out of the log.
void MailOutbox::tellNotSent(const char *event, const Taken &taken, const QString &why)
{
    m_notSent.Increment();
    m_parts.log.write(
        LogLevel::Warning, event,
        LogFields().add("kind", QStringView(taken.kind)).add("tries", taken.tries + 1).add("reason", QStringView(why)));
}

} // namespace crema::platform
