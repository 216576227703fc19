// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/security/secret_hash.h"
#include "platform/identity/attempt_backoff.h"
#include "platform/identity/hashing_gate.h"
#include "platform/identity/sign_in.h"
#include "tests/platform/domain/services_fixture.h"

#include <QJsonDocument>

#include <argon2.h>

#include <array>
#include <atomic>
#include <latch>
#include <thread>

namespace crema::testing {
namespace {

class SignInTest : public ServicesTest
{
protected:
    http::Response signIn(const QString &email, const QString &password)
    {
        return post("/api/v1/auth/login", {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}},
                    token);
    }

    QByteArray token = enrolledToken();
};

TEST_F(SignInTest, GivesThePersonAndATokenWithTheirPermissions)
{
    const Person barista = addPerson(Role::Barista, QStringLiteral("bea@example.org"));
    givePassword(barista, QStringLiteral("a good password"));
    const http::Response response = signIn(QStringLiteral("BEA@example.org"), QStringLiteral("a good password"));
    ASSERT_EQ(response.status, 200) << response.body.constData();
    EXPECT_EQ(json(response).value(QStringLiteral("person")).toObject().value(QStringLiteral("id")).toString(),
              barista.id.toString());
    const QByteArray own = json(response).value(QStringLiteral("access_token")).toString().toLatin1();
    EXPECT_EQ(get("/api/v1/products", own).status, 200);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.sign_in'"), 1);
}

TEST_F(SignInTest, AnswersAnUnknownAccountLikeAWrongPassword)
{
    givePassword(manager, QStringLiteral("right password"));
    const http::Response wrong = signIn(manager.email, QStringLiteral("wrong password"));
    const http::Response unknown = signIn(QStringLiteral("nobody@example.org"), QStringLiteral("wrong password"));
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(code(wrong), QStringLiteral("auth.wrong_credentials"));
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(code(unknown), code(wrong));
}

TEST_F(SignInTest, RefusesSomebodyWhoLeft)
{
    Person gone = addPerson(Role::Barista, QStringLiteral("gone@example.org"));
    gone.active = false;
    givePassword(gone, QStringLiteral("right password"));
    EXPECT_EQ(signIn(gone.email, QStringLiteral("right password")).status, 401);
}

TEST_F(SignInTest, MakesWhoeverGuessesWaitLongerAndLongerButLocksNobodyOut)
{
    givePassword(manager, QStringLiteral("right password"));
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(signIn(manager.email, QStringLiteral("wrong password")).status, 401);
    const http::Response early = signIn(manager.email, QStringLiteral("right password"));
    EXPECT_EQ(early.status, 429);
    EXPECT_EQ(early.header("Retry-After"), "1");
    clock.advance(1'000);
    EXPECT_EQ(signIn(manager.email, QStringLiteral("wrong password")).status, 401);
    clock.advance(1'999);
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 429) << "twice as long now";
    for (int i = 0; i < 10; ++i) {
        clock.advance(60'000);
        EXPECT_EQ(signIn(manager.email, QStringLiteral("wrong password")).status, 401)
            << "no wait is longer than a minute";
    }
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).header("Retry-After"), "60");
    clock.advance(60'000);
    token = enrolledToken();
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200);
    EXPECT_EQ(signIn(manager.email, QStringLiteral("wrong password")).status, 401) << "and the count begins anew";
}

TEST_F(SignInTest, TellsTheLogWhoWasRefusedWithoutTheAccount)
{
    EXPECT_EQ(signIn(manager.email, QStringLiteral("a wrong password")).status, 401);
    log.flush();
    ASSERT_EQ(logged.size(), 1);
    const QJsonObject line = QJsonDocument::fromJson(logged.first()).object();
    EXPECT_EQ(line.value(QStringLiteral("event")).toString(), QStringLiteral("auth.refused"));
    EXPECT_EQ(line.value(QStringLiteral("reason")).toString(), QStringLiteral("auth.wrong_credentials"));
    EXPECT_EQ(line.value(QStringLiteral("address")).toString(), address);
    EXPECT_FALSE(logged.first().contains(manager.email.toUtf8()));
    EXPECT_FALSE(logged.first().contains("a wrong password"));
}

TEST_F(SignInTest, AStrangerCannotKeepAPersonFromTheirTill)
{
    givePassword(manager, QStringLiteral("right password"));
    const QByteArray till = token;
    ASSERT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200);
    token = enrolledToken();
    address = QStringLiteral("10.9.9.9");
    for (int i = 0; i < 7; ++i)
        signIn(manager.email, QStringLiteral("guessed password"));
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 429);
    token = till;
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200);
}

TEST_F(SignInTest, ADeviceThatTriesManyAccountsWaitsToo)
{
    for (int i = 0; i < 21; ++i)
        EXPECT_EQ(signIn(QStringLiteral("guess%1@example.org").arg(i), QStringLiteral("a password")).status, 401);
    EXPECT_EQ(signIn(QStringLiteral("guess21@example.org"), QStringLiteral("a password")).status, 429);
}

TEST_F(SignInTest, RaisesAHashOfEarlierParametersWhileThePasswordIsAtHand)
{
    givePassword(manager, QStringLiteral("right password"));
    std::array<char, 160> weak{};
    const QByteArray password = "right password";
    ASSERT_EQ(argon2id_hash_encoded(1, 1'024, 1, password.constData(), static_cast<std::size_t>(password.size()),
                                    "saltsaltsaltsalt", 16, 32, weak.data(), weak.size()),
              ARGON2_OK);
    const auto hashNow = [this] {
        return pool.borrow()->run("identity/find_credential", {manager.email, DeviceId(), clock.now()}).text(0, 1);
    };
    givePasswordHash(manager, QString::fromLatin1(weak.data()));
    EXPECT_EQ(signIn(manager.email, QStringLiteral("wrong password")).status, 401);
    EXPECT_EQ(hashNow(), QString::fromLatin1(weak.data())) << "only who knows the password can have it hashed again";
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200);
    EXPECT_FALSE(isWeakerThanNow(hashNow()));
    EXPECT_EQ(signIn(manager.email, QStringLiteral("right password")).status, 200);
}

TEST(AttemptBackoff, ForgetsWhatIsOldAndStaysBounded)
{
    platform::ProcessAttemptBackoff backoff({2, 1'000, 8'000});
    const auto failures = [&backoff](int count, std::int64_t atMs) {
        for (int i = 0; i < count; ++i)
            backoff.addFailure(QStringLiteral("a"), atMs);
        return backoff.waitMs(QStringLiteral("a"), atMs);
    };
    EXPECT_EQ(failures(2, 0), 0);
    EXPECT_EQ(failures(1, 10), 1'000);
    EXPECT_EQ(backoff.waitMs(QStringLiteral("a"), 1'009), 1);
    EXPECT_EQ(backoff.waitMs(QStringLiteral("a"), 1'010), 0);
    EXPECT_EQ(failures(1, 2'000), 2'000);
    EXPECT_EQ(failures(100, 5'000), 8'000);
    EXPECT_EQ(backoff.waitMs(QStringLiteral("b"), 5'000), 0);
    EXPECT_EQ(failures(1, 5'000 + platform::AttemptBackoff::quietMs), 0) << "after a quiet hour it begins anew";
    for (int i = 0; i < 30'000; ++i)
        backoff.addFailure(QString::number(i), 2'000);
    backoff.forget(QStringLiteral("29999"));
    EXPECT_EQ(backoff.waitMs(QStringLiteral("29999"), 2'000), 0);
}

TEST(HashingGate, LetsFewInAtATimeAndFewWait)
{
    platform::HashingGate gate(1, 1);
    std::optional<platform::HashingGate::Place> first = gate.enter();
    ASSERT_TRUE(first);
    std::atomic<int> entered = 0;
    std::atomic<int> refused = 0;
    const auto come = [&] { ++(gate.enter() ? entered : refused); };
    std::jthread second(come);
    std::jthread third(come);
    while (refused == 0)
        std::this_thread::yield();
    EXPECT_EQ(entered, 0) << "one waits, and one was sent away";
    first.reset();
    second.join();
    third.join();
    EXPECT_EQ(entered, 1);
    EXPECT_EQ(refused, 1);
    EXPECT_TRUE(gate.enter());
}

/// Hashing asks for a salt, and gets none before the test says so.
class HeldRandomness final : public Randomness
{
public:
    void fill(std::span<std::byte>) override
    {
        ++asked;
        given.wait();
    }

    std::latch given{1};
    std::atomic<int> asked = 0;
};

TEST_F(SignInTest, NewPasswordsAreHashedInTheSameOrder)
{
    HeldRandomness held;
    platform::SignIn signIn(pool, clock, held);
    std::atomic<int> made = 0;
    std::atomic<int> busy = 0;
    const auto come = [&] {
        const auto hash = signIn.hash(QStringLiteral("seven wet lanterns drift"));
        ++(hash ? made : busy);
        if (!hash) {
            EXPECT_EQ(hash.error().problem.code, QStringLiteral("auth.busy"));
            EXPECT_GT(hash.error().retryAfterMs, 0);
        }
    };
    {
        const std::array<std::jthread, 4> people{std::jthread(come), std::jthread(come), std::jthread(come),
                                                 std::jthread(come)};
        while (busy == 0 || held.asked == 0)
            std::this_thread::yield();
        EXPECT_EQ(made, 0) << "one is at it, two wait";
        EXPECT_EQ(held.asked, 1);
        const auto refused = signIn.signIn({manager.email, QStringLiteral("right password"), DeviceId(), address, {}});
        // Before anything may end the test: the people would wait for ever.
        held.given.count_down();
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().problem.code, QStringLiteral("auth.busy")) << "and nobody signs in meanwhile";
    }
    EXPECT_EQ(made, 3);
    EXPECT_EQ(busy, 1);
}

} // namespace
} // namespace crema::testing
