// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, for how long, and what ends it.
#include "models/base/sha256.h"
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "platform/devices/listed_device.h"
#include "platform/domain/session_verbs.h"
#include "platform/domain/user_verbs.h"
#include "platform/identity/sessions.h"
#include "platform/identity/sign_in.h"
#include "tests/platform/domain/services_fixture.h"

#include <QJsonArray>
#include <QSet>

#include <latch>
#include <thread>

namespace crema::testing {
namespace {

constexpr std::int64_t dayMs = 24ll * 60 * 60 * 1000;
const QString password = QStringLiteral("right password");

class SessionsTest : public ServicesTest
{
protected:
    SessionsTest() { givePassword(manager, password); }

    struct SignedIn {
        QByteArray access;
        QByteArray refresh;
        QString session;
    };

    static SignedIn read(const http::Response &response)
    {
        const QJsonObject answer = json(response);
        return {answer.value(QStringLiteral("access_token")).toString().toLatin1(),
                answer.value(QStringLiteral("refresh_token")).toString().toLatin1(),
                answer.value(QStringLiteral("session")).toString()};
    }

    SignedIn signIn(const Person &person, const QByteArray &deviceToken)
    {
        const http::Response response =
            post("/api/v1/auth/login",
                 {{QStringLiteral("email"), person.email}, {QStringLiteral("password"), password}}, deviceToken);
        EXPECT_EQ(response.status, 200) << response.body.constData();
        return read(response);
    }

    http::Response refresh(const QByteArray &refreshToken, const QByteArray &deviceToken)
    {
        return post("/api/v1/auth/refresh", {{QStringLiteral("refresh_token"), QString::fromLatin1(refreshToken)}},
                    deviceToken);
    }

    Person addColleague(Role role)
    {
        const Person person = addPerson(role, roleText(role) + QStringLiteral("@example.org"));
        givePassword(person, password);
        return person;
    }

    QList<QJsonObject> sessionsSeenWith(const QByteArray &access, const QByteArray &query = {})
    {
        QList<QJsonObject> sessions;
        const QJsonArray items = json(get("/api/v1/sessions" + query, access)).value(QStringLiteral("items")).toArray();
        for (const QJsonValue &item : items)
            sessions.append(item.toObject());
        return sessions;
    }

    platform::PlatformParts verbParts() { return {clock, randomness, log, metrics, checks, background, events}; }
    platform::VerbOptions verbOptions(const QStringList &arguments) const { return {url, {}, arguments}; }

    platform::SessionGrant begin(const Till &till)
    {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        const auto grant = platform::beginSession(transaction, till.person, till.device, clock.now(), randomness);
        transaction.commit();
        return grant;
    }

    /// After the time in which every node hears of what ended.
    bool isRefusedByNow(const SignedIn &who)
    {
        clock.advance(platform::EndedSessions::staleMs);
        return code(get("/api/v1/sessions", who.access)) == QStringLiteral("session.ended") &&
               code(refresh(who.refresh, device)) == QStringLiteral("session.ended");
    }

    QByteArray device = enrolledToken();
};

TEST_F(SessionsTest, ARefreshTokenGivesTheNextOneAndCountsOnce)
{
    const SignedIn first = signIn(manager, device);
    const http::Response response = refresh(first.refresh, device);
    ASSERT_EQ(response.status, 200) << response.body.constData();
    const SignedIn second = read(response);
    EXPECT_NE(second.refresh, first.refresh);
    EXPECT_EQ(second.session, first.session);
    EXPECT_EQ(get("/api/v1/sessions", second.access).status, 200);
    EXPECT_EQ(refresh(second.refresh, device).status, 200);
    EXPECT_EQ(code(refresh("made-up", device)), QStringLiteral("session.ended"));
}

TEST_F(SessionsTest, ALostReplySignsNobodyOut)
{
    const SignedIn first = signIn(manager, device);
    const SignedIn second = read(refresh(first.refresh, device));
    clock.advance(platform::refreshGraceMs);
    EXPECT_EQ(read(refresh(first.refresh, device)).refresh, second.refresh);
    EXPECT_EQ(refresh(second.refresh, device).status, 200);
}

TEST_F(SessionsTest, AUsedTokenThatComesAgainEndsTheSessionAndIsAlarmed)
{
    const SignedIn first = signIn(manager, device);
    const SignedIn second = read(refresh(first.refresh, device));
    logged.clear();
    clock.advance(platform::refreshGraceMs + 1);
    const http::Response replay = refresh(first.refresh, device);
    EXPECT_EQ(replay.status, 401);
    EXPECT_EQ(code(replay), QStringLiteral("session.replayed"));
    EXPECT_EQ(code(refresh(first.refresh, device)), QStringLiteral("session.ended")) << "told once";
    EXPECT_TRUE(isRefusedByNow(second));
    log.flush();
    ASSERT_EQ(logged.size(), 1);
    EXPECT_TRUE(logged.first().contains("auth.session_replayed"));
    EXPECT_FALSE(logged.first().contains(first.refresh));
    EXPECT_TRUE(metrics.text().contains("crema_auth_sessions_replayed_total 1"));
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'session.replay'"), 1);
}

TEST_F(SessionsTest, ATokenOnAnotherDeviceEndsTheSession)
{
    const SignedIn first = signIn(manager, device);
    EXPECT_EQ(code(refresh(first.refresh, enrolledToken())), QStringLiteral("session.replayed"));
    EXPECT_TRUE(isRefusedByNow(first));
}

TEST_F(SessionsTest, FiftyUsesAtOnceGiveOneSuccessor)
{
    constexpr int uses = 50;
    const Till till = enrolTill();
    const platform::SessionGrant grant = begin(till);
    std::latch ready(uses);
    std::vector<Result<platform::RefreshedSession>> answers(uses, failure(platform::sessionEnded()));
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t i = 0; i < uses; ++i) {
            threads.emplace_back([&, i] {
                SeededRandomness own(100 + i);
                ready.arrive_and_wait();
                const auto connection = pool.borrow();
                answers[i] = platform::refreshSession(*connection, grant.refreshToken, till.device, clock.now(), own);
            });
        }
    }
    QSet<QByteArray> successors;
    for (const auto &answer : answers) {
        ASSERT_TRUE(answer) << qPrintable(answer.error().code);
        successors.insert(answer->grant.refreshToken);
    }
    EXPECT_EQ(successors.size(), 1);
    EXPECT_EQ(countOf("select count(*) from identity.refresh_token"), 2);
    EXPECT_EQ(countOf("select count(*) from identity.session where ended_at is not null"), 0);
}

TEST_F(SessionsTest, LastForThirtyDaysHoweverOftenTheyAreUsed)
{
    const Till till = enrolTill();
    platform::SessionGrant grant = begin(till);
    const UtcTime endsAt = grant.endsAt;
    const auto connection = pool.borrow();
    for (int day = 1; day < 30; ++day) {
        clock.advance(dayMs);
        const auto next =
            platform::refreshSession(*connection, grant.refreshToken, till.device, clock.now(), randomness);
        ASSERT_TRUE(next) << day;
        EXPECT_EQ(next->grant.endsAt, endsAt);
        grant = next->grant;
    }
    clock.advance(dayMs);
    const auto late = platform::refreshSession(*connection, grant.refreshToken, till.device, clock.now(), randomness);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, QStringLiteral("session.ended"));
    begin(till);
    EXPECT_EQ(countOf("select count(*) from identity.session"), 2);
    clock.advance(1);
    begin(till);
    EXPECT_EQ(countOf("select count(*) from identity.session"), 2) << "what is over is forgotten";
}

TEST_F(SessionsTest, KeepTokensAsHashesOnly)
{
    const SignedIn first = signIn(manager, device);
    EXPECT_EQ(countOf("select count(*) from identity.refresh_token where position('" + first.refresh +
                      "' in refresh_token::text) > 0"),
              0);
    EXPECT_EQ(
        countOf("select count(*) from identity.refresh_token where hash = '\\x" + sha256(first.refresh).toHex() + "'"),
        1);
}

TEST_F(SessionsTest, AreSeenAndEndedByTheirOwnPersonAndByWhoManagesPeople)
{
    const Person barista = addColleague(Role::Barista);
    const SignedIn own = signIn(barista, device);
    const SignedIn other = signIn(barista, enrolledToken());
    const SignedIn managers = signIn(manager, device);
    const QList<QJsonObject> seen = sessionsSeenWith(own.access);
    ASSERT_EQ(seen.size(), 2);
    for (const QJsonObject &session : seen) {
        EXPECT_EQ(session.value(QStringLiteral("is_this")).toBool(),
                  session.value(QStringLiteral("id")).toString() == own.session);
    }
    const auto end = [&](const QString &session, const QByteArray &access) {
        return post("/api/v1/sessions/end", {{QStringLiteral("session"), session}}, access).status;
    };
    const QByteArray ofManager = "?person=" + manager.id.toString().toLatin1();
    EXPECT_EQ(get("/api/v1/sessions" + ofManager, own.access).status, 403);
    EXPECT_EQ(end(managers.session, own.access), 403);
    EXPECT_EQ(get("/api/v1/sessions", device).status, 200) << "the token of the enrolment names somebody too";
    EXPECT_EQ(sessionsSeenWith(managers.access, "?person=" + barista.id.toString().toLatin1()).size(), 2);
    const SignedIn owners = signIn(addColleague(Role::Admin), device);
    EXPECT_EQ(end(owners.session, managers.access), 403) << "who may more is not signed out";
    EXPECT_EQ(end(own.session, managers.access), 200);
    EXPECT_EQ(end(own.session, managers.access), 404);
    EXPECT_TRUE(isRefusedByNow(own));
    EXPECT_EQ(end(other.session, other.access), 200);
    EXPECT_EQ(end(managers.session, managers.access), 200);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'session.end'"), 3);
}

TEST_F(SessionsTest, EndWhenThePersonIsDisabledByAVerbOrAnOperation)
{
    const Person barista = addColleague(Role::Barista);
    const SignedIn first = signIn(barista, device);
    ASSERT_EQ(platform::disableUser(verbOptions({QStringLiteral("--email"), barista.email}), verbParts()), 0);
    EXPECT_TRUE(isRefusedByNow(first));

    Person office = addColleague(Role::Office);
    const SignedIn second = signIn(office, device);
    Till till = enrolTill();
    Person gone = office;
    gone.active = false;
    const Edit edit = body::personEdit(office, gone);
    ASSERT_EQ(pushOne(till, operationOf(till, operation::personEdit, {entity::person.toString(), office.id.value()},
                                        editToJson(edit)))
                  .outcome,
              Outcome::Applied);
    EXPECT_TRUE(isRefusedByNow(second));
}

TEST_F(SessionsTest, EndWhenThePersonSignsInAgainOnTheDevice)
{
    const SignedIn first = signIn(manager, device);
    const SignedIn second = signIn(manager, device);
    EXPECT_TRUE(isRefusedByNow(first));
    EXPECT_EQ(sessionsSeenWith(second.access).size(), 1);
}

/// Hashing takes its time: what was shown may be nobody's any more when the session is to begin.
TEST_F(SessionsTest, BeginOnlyWithWhatIsStillTheirs)
{
    const Till till = enrolTill();
    platform::SignIn gate(pool, clock, randomness);
    const auto shown = gate.signIn({manager.email, password, till.device, address, {}});
    ASSERT_TRUE(shown);
    const auto holds = [&] {
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        return platform::SignIn::hold(transaction, *shown, till.device);
    };
    EXPECT_TRUE(holds());
    ASSERT_TRUE(platform::shutDeviceOut(*pool.borrow(), till.device.toString(), clock.now()));
    EXPECT_FALSE(holds()) << "the device was shut out";

    const Till other = enrolTill();
    const auto again = gate.signIn({manager.email, password, other.device, address, {}});
    ASSERT_TRUE(again);
    clock.advance(1);
    givePassword(manager, QStringLiteral("another password"));
    const auto connection = pool.borrow();
    platform::Transaction transaction(*connection);
    EXPECT_FALSE(platform::SignIn::hold(transaction, *again, other.device)) << "another password was set";
}

TEST_F(SessionsTest, EndWithTheDevice)
{
    const Till till = enrolTill();
    const platform::SessionGrant grant = begin(till);
    const auto connection = pool.borrow();
    ASSERT_TRUE(platform::shutDeviceOut(*connection, till.device.toString(), clock.now()));
    const auto refused =
        platform::refreshSession(*connection, grant.refreshToken, till.device, clock.now(), randomness);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("session.ended"));
}

TEST_F(SessionsTest, EndByTheVerb)
{
    const SignedIn first = signIn(manager, device);
    const SignedIn second = signIn(manager, enrolledToken());
    EXPECT_EQ(platform::listSessionsVerb(verbOptions({}), verbParts()), 0);
    EXPECT_EQ(platform::endSessionVerb(verbOptions({first.session}), verbParts()), 0);
    EXPECT_EQ(platform::endSessionVerb(verbOptions({first.session}), verbParts()), 3);
    EXPECT_TRUE(isRefusedByNow(first));
    EXPECT_EQ(get("/api/v1/sessions", second.access).status, 200);
    EXPECT_EQ(platform::endSessionVerb(verbOptions({QStringLiteral("--email"), manager.email}), verbParts()), 0);
    EXPECT_TRUE(isRefusedByNow(second));
    EXPECT_EQ(platform::endSessionVerb(verbOptions({}), verbParts()), 2);
}

TEST_F(SessionsTest, OwnPasswordIsChangedByWhoKnowsThePresentOne)
{
    const SignedIn here = signIn(manager, device);
    const SignedIn elsewhere = signIn(manager, enrolledToken());
    const auto change = [&](const QString &present, const QString &next) {
        return post("/api/v1/auth/password",
                    {{QStringLiteral("password"), present}, {QStringLiteral("new_password"), next}}, here.access);
    };
    const QString next = QStringLiteral("nine blue kettles");
    EXPECT_EQ(code(change(QStringLiteral("wrong password"), next)), QStringLiteral("auth.wrong_credentials"));
    EXPECT_EQ(code(change(password, QStringLiteral("short"))), QStringLiteral("password.too_short"));
    EXPECT_EQ(code(change(password, QStringLiteral("password1234"))), QStringLiteral("password.guessable"));
    ASSERT_EQ(change(password, next).status, 200);
    clock.advance(platform::EndedSessions::staleMs);
    EXPECT_EQ(get("/api/v1/sessions", here.access).status, 200) << "who set it stays signed in";
    EXPECT_TRUE(isRefusedByNow(elsewhere));
    EXPECT_EQ(code(change(password, next)), QStringLiteral("auth.wrong_credentials"));
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.set_password'"), 1);
}

} // namespace
} // namespace crema::testing
