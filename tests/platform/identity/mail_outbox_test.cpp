// SPDX-License-Identifier: GPL-3.0-or-later
// Mail that is owed: sent on a thread of its own, and tried again.
#include "platform/base/log.h"
#include "platform/base/metrics.h"
#include "platform/base/ready_checks.h"
#include "platform/identity/mail_outbox.h"
#include "platform/identity/password_codes.h"
#include "tests/platform/domain/company_fixture.h"
#include "tests/platform/domain/services_fixture.h"

#include <condition_variable>
#include <mutex>

namespace crema::testing {
namespace {

constexpr std::int64_t minuteMs = 60'000;

/// A server that takes what a test lets it take.
class MoodyMailer final : public platform::Mailer
{
public:
    Result<void> send(const platform::MailMessage &message) override
    {
        std::unique_lock lock(m_mutex);
        asked.append(message);
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_isHeld; });
        if (isAway)
            return failure(ProblemKind::Unavailable, QStringLiteral("mail.not_sent"), QStringLiteral("away"));
        sent.append(message);
        return {};
    }

    void hold() { set(true); }
    void release() { set(false); }
    void awaitFirst()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !asked.isEmpty(); });
    }

    bool isAway = false;
    QList<platform::MailMessage> asked;
    QList<platform::MailMessage> sent;

private:
    void set(bool isHeld)
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = isHeld;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isHeld = false;
};

class MailOutboxTest : public CompanyTest
{
protected:
    MailOutboxTest() { settle(); }

    void owe(platform::MailKind kind, std::int64_t lifetimeMs = platform::passwordCodeLifetimeMs())
    {
        {
            const auto connection = pool.borrow();
            platform::Transaction transaction(*connection);
            oweMail(transaction, {manager.id, kind, {}, clock.now(), clock.now().plusMs(lifetimeMs)});
            transaction.commit();
        }
        outbox.wake();
    }

    void settle()
    {
        while (outbox.isBusy())
            std::this_thread::yield();
    }

    std::int64_t owed() { return countOf("select count(*) from identity.owed_mail"); }

    QByteArrayList logged;
    platform::Log log{clock, platform::LogLevel::Warning,
                      [this](QByteArrayView line) { logged.append(line.toByteArray()); }};
    platform::Metrics metrics;
    platform::ReadyChecks checks;
    platform::WorkerPool background{"test", 1, 4};
    RecordingPublisher events;
    MoodyMailer mailer;
    platform::MailOutbox outbox{{clock, randomness, log, metrics, checks, background, events}, pool, mailer};
};

TEST_F(MailOutboxTest, WhatWasNotTakenIsTriedAgainWithANewCode)
{
    mailer.isAway = true;
    owe(platform::MailKind::PasswordCode);
    settle();
    ASSERT_EQ(mailer.asked.size(), 1);
    EXPECT_EQ(owed(), 1);
    ASSERT_EQ(logged.size(), 1);
    EXPECT_TRUE(logged[0].contains("mail.not_sent")) << logged[0].constData();
    EXPECT_FALSE(logged[0].contains("manager@example.org"));
    EXPECT_EQ(countOf("select count(*) from identity.owed_mail where document::text like '%-%'"), 0)
        << "no code lies there";
    clock.advance(minuteMs);
    settle();
    EXPECT_EQ(mailer.asked.size(), 1) << "not at once";
    mailer.isAway = false;
    clock.advance(2 * minuteMs);
    settle();
    ASSERT_EQ(mailer.sent.size(), 1);
    EXPECT_NE(mailer.sent[0].text, mailer.asked[0].text);
    EXPECT_EQ(owed(), 0);
}

TEST_F(MailOutboxTest, WhatIsOldIsGivenUp)
{
    mailer.isAway = true;
    owe(platform::MailKind::PasswordCode);
    settle();
    for (int minute = 0; minute < 80; ++minute) {
        clock.advance(minuteMs);
        settle();
    }
    EXPECT_EQ(owed(), 0);
    EXPECT_LE(mailer.asked.size(), 8) << "later and later";
    EXPECT_GE(mailer.asked.size(), 4);
    EXPECT_TRUE(logged.last().contains("mail.given_up")) << logged.last().constData();
}

TEST_F(MailOutboxTest, ASlowServerHoldsUpNobodyElse)
{
    mailer.hold();
    owe(platform::MailKind::PasswordCode);
    mailer.awaitFirst();
    // All that background work shares is free, and so is the database.
    std::atomic<int> done = 0;
    ASSERT_TRUE(background.tryPost([&] { ++done; }));
    while (done == 0)
        std::this_thread::yield();
    EXPECT_EQ(countOf("select count(*) from pg_stat_activity where datname = current_database() and "
                      "state like 'idle in transaction%'"),
              0);
    for (int i = 0; i < 100; ++i)
        owe(platform::MailKind::PasswordCode);
    EXPECT_EQ(owed(), 1) << "one of a kind for each person";
    mailer.release();
    settle();
    EXPECT_EQ(mailer.sent.size(), 2) << "what was asked for meanwhile comes after it";
    EXPECT_EQ(owed(), 0);
}

/// It ended before it was sent: the next start goes on.
TEST_F(MailOutboxTest, WhatIsOwedOutlivesTheProgram)
{
    mailer.isAway = true;
    owe(platform::MailKind::Invitation, platform::invitationLifetimeMs());
    settle();
    outbox.stop();
    clock.advance(3 * minuteMs);
    MoodyMailer working;
    platform::MailOutbox next({clock, randomness, log, metrics, checks, background, events}, pool, working);
    while (next.isBusy())
        std::this_thread::yield();
    EXPECT_EQ(working.sent.size(), 1);
}

} // namespace
} // namespace crema::testing
