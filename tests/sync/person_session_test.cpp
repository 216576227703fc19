// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked in the name of whoever signed in by password (docs/adr/032): once, with their token, and by nobody
// else.
#include "models/base/json.h"
#include "models/feed/entity_codec.h"
#include "tests/sync/client_fixture.h"

#include <deque>

namespace crema::sync::testing {
namespace {

const QString one = QStringLiteral("one.example");
const QString two = QStringLiteral("two.example");

/// A request that came, as far as these tests look at it.
struct Asked {
    QString host;
    QString path;
    QByteArray token;

    bool operator==(const Asked &) const = default;
};

/// A platform at two addresses that lets one person sign in.
class PersonDoor final : public HttpTransport
{
public:
    PersonDoor(FakePlatform &platform, const Person &person) : m_platform(platform), m_person(person) {}

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request) override
    {
        const QString path = request.url.path();
        asked.append({request.url.host(), path, tokenOf(request)});
        if (request.url.host() == one && isAway)
            co_return failure(ProblemKind::Unavailable, *isAway, QStringLiteral("away"));
        if (path.endsWith(QLatin1String("auth/login")) || path.endsWith(QLatin1String("auth/refresh")))
            co_return answering(request, tokens());
        if (!refusals.empty() && path.endsWith(refusals.front())) {
            refusals.pop_front();
            co_return answering(request, problemAnswer(401, QStringLiteral("identity.token")));
        }
        if (path.contains(QLatin1String("v1/auth/")) || path.contains(QLatin1String("v1/sessions/")) ||
            path.contains(QLatin1String("v1/people/")))
            co_return answering(request, jsonAnswer("{}"));
        if (path.endsWith(QLatin1String("v1/audit")))
            co_return answering(request, jsonAnswer(json::writeCanonical(codec::toJson(AuditPage()))));
        co_return co_await m_platform.send(request);
    }

    /// Those of this path, in their order.
    QList<Asked> of(const QString &tail) const
    {
        QList<Asked> found;
        for (const Asked &each : asked) {
            if (each.path.endsWith(tail))
                found.append(each);
        }
        return found;
    }

    std::optional<QString> isAway; ///< how the first address fails
    bool asksForAuthenticator = false;
    std::deque<QString> refusals; ///< where the next token is not known
    QList<Asked> asked;

private:
    static QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
    {
        for (const auto &[header, value] : request.headers) {
            if (header == name)
                return value;
        }
        return {};
    }

    static QByteArray tokenOf(const HttpRequest &request) { return headerOf(request, "Authorization").mid(7); }

    static HttpAnswer answering(const HttpRequest &request, HttpAnswer answer)
    {
        answer.headers.insert("crema-question", headerOf(request, "Crema-Question"));
        return answer;
    }

    HttpAnswer tokens()
    {
        const QString number = QString::number(++m_given);
        return jsonAnswer(json::writeCanonical({{QStringLiteral("access_token"), QStringLiteral("p") + number},
                                                {QStringLiteral("expires_in"), 900},
                                                {QStringLiteral("refresh_token"), QStringLiteral("r") + number},
                                                {QStringLiteral("session"), QStringLiteral("s")},
                                                {QStringLiteral("authenticator_needed"), asksForAuthenticator},
                                                {QStringLiteral("person"), codec::toJson(m_person)}}));
    }

    FakePlatform &m_platform;
    Person m_person;
    int m_given = 0;
};

class PersonSessionTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder.shop.keepTax(*folder.open());
        ASSERT_TRUE(now(client.open(folder.request())));
        ASSERT_TRUE(now(client.enroll(QUrl(QStringLiteral("https://one.example")), QStringLiteral("K7QP-3M2X"),
                                      QStringLiteral("Till"))));
        ASSERT_TRUE(
            now(client.setSetting(QStringLiteral("platform.addresses"), QStringLiteral("https://two.example"))));
        Person colleague;
        colleague.name = QStringLiteral("Bea");
        colleague.role = Role::Barista;
        barista = *now(client.createPerson(colleague, QStringLiteral("2580")));
        ASSERT_TRUE(signIn());
        door.asked.clear();
    }

    Result<Person> signIn()
    {
        return now(client.login(QStringLiteral("mina@example.org"), QStringLiteral("right password"), {}));
    }

    StoreFolder folder;
    FakePlatform platform{folder.shop};
    PersonDoor door{platform, folder.shop.person};
    InlineExecutor executor;
    Client client{{folder.clock, folder.randomness, executor, door, folder.disk}};
    Person barista;
};

/// A password that is tried twice counts twice, and so does a code.
TEST_F(PersonSessionTest, APasswordThatMayHaveBeenTakenIsNotAskedElsewhere)
{
    door.isAway = QStringLiteral("network.timeout");
    EXPECT_FALSE(now(client.setPassword(QStringLiteral("right password"), QStringLiteral("seven wet lanterns"))));
    const QList<Asked> asked = door.of(QStringLiteral("auth/password"));
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first().host, one);
}

TEST_F(PersonSessionTest, ACodeThatMayHaveBeenTakenIsNotAskedElsewhere)
{
    door.isAway = QStringLiteral("network.timeout");
    EXPECT_FALSE(now(client.confirmAuthenticator(QStringLiteral("123456"))));
    const QList<Asked> asked = door.of(QStringLiteral("totp/confirm"));
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first().host, one);
}

TEST_F(PersonSessionTest, WhatWasNotSentIsAskedAtTheNextAddress)
{
    door.isAway = QStringLiteral("network.unreachable");
    EXPECT_TRUE(now(client.setPassword(QStringLiteral("right password"), QStringLiteral("seven wet lanterns"))));
    const QList<Asked> asked = door.of(QStringLiteral("auth/password"));
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked.last().host, two);
}

TEST_F(PersonSessionTest, ATokenThatIsNotKnownIsRenewedOnce)
{
    door.refusals = {QStringLiteral("auth/password")};
    EXPECT_TRUE(now(client.setPassword(QStringLiteral("right password"), QStringLiteral("seven wet lanterns"))));
    const QList<Asked> asked = door.of(QStringLiteral("auth/password"));
    ASSERT_EQ(asked.size(), 2);
    EXPECT_NE(asked.first().token, asked.last().token);
    EXPECT_EQ(door.of(QStringLiteral("auth/refresh")).size(), 1);
    door.refusals = {QStringLiteral("auth/password"), QStringLiteral("auth/password")};
    EXPECT_FALSE(now(client.setPassword(QStringLiteral("right password"), QStringLiteral("seven wet lanterns"))));
    EXPECT_EQ(door.of(QStringLiteral("auth/password")).size(), 4) << "and not again and again";
}

TEST_F(PersonSessionTest, WhoSwitchesByPinHasNothingOfTheOneBefore)
{
    ASSERT_TRUE(now(client.switchByPin(barista.id, QStringLiteral("2580"))));
    const QList<Asked> ended = door.of(QStringLiteral("sessions/end"));
    ASSERT_EQ(ended.size(), 1);
    EXPECT_TRUE(ended.first().token.startsWith('p')) << ended.first().token.constData();
    door.asked.clear();
    const auto refused =
        now(client.setPassword(QStringLiteral("right password"), QStringLiteral("seven wet lanterns")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("session.ended"));
    EXPECT_TRUE(door.asked.isEmpty());
    ASSERT_TRUE(now(client.syncOnce()));
    for (const Asked &each : std::as_const(door.asked))
        EXPECT_FALSE(each.token.startsWith('p')) << qPrintable(each.path);
}

/// Without a network it is forgotten all the same.
/// The platform knows them, and this device lets nobody in until the authenticator is there (ADR 052).
TEST_F(PersonSessionTest, WhoIsAskedForAnAuthenticatorSetsItUpAndIsNotSignedInHere)
{
    ASSERT_TRUE(now(client.signOut()));
    door.asksForAuthenticator = true;
    const Result<Person> asked = signIn();
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, QStringLiteral("auth.authenticator_needed"));
    EXPECT_FALSE(client.state().person);
    (void)now(client.confirmAuthenticator(QStringLiteral("123456")));
    EXPECT_EQ(door.of(QStringLiteral("totp/confirm")).size(), 1) << "their session is there for that";
}

TEST_F(PersonSessionTest, WhoWorksHereHasNothingOfSomebodyWhoIsAskedForAnAuthenticator)
{
    ASSERT_TRUE(now(client.switchByPin(barista.id, QStringLiteral("2580"))));
    door.asksForAuthenticator = true;
    EXPECT_FALSE(signIn());
    ASSERT_TRUE(client.state().person);
    EXPECT_EQ(client.state().person->id, barista.id);
    const auto sessions = now(client.sessions({}));
    ASSERT_FALSE(sessions);
    EXPECT_EQ(sessions.error().code, QStringLiteral("session.ended"));
    EXPECT_TRUE(door.of(QStringLiteral("v1/sessions")).isEmpty());
    (void)now(client.confirmAuthenticator(QStringLiteral("123456")));
    EXPECT_EQ(door.of(QStringLiteral("totp/confirm")).size(), 1);
}

TEST_F(PersonSessionTest, ThePlatformNeedNotAnswerForIt)
{
    door.isAway = QStringLiteral("network.timeout");
    ASSERT_TRUE(now(client.switchByPin(barista.id, QStringLiteral("2580"))));
    door.isAway.reset();
    door.asked.clear();
    EXPECT_FALSE(now(client.setPassword(QStringLiteral("right password"), QStringLiteral("seven wet lanterns"))));
    EXPECT_TRUE(door.asked.isEmpty());
}

TEST_F(PersonSessionTest, TheTrailIsAskedForInTheNameOfWhoSignedIn)
{
    ASSERT_TRUE(now(client.auditTrail({})));
    EXPECT_TRUE(door.of(QStringLiteral("v1/audit")).value(0).token.startsWith('p'));
    door.asked.clear();
    folder.clock.advance(16 * 60'000);
    ASSERT_TRUE(now(client.auditTrail({})));
    EXPECT_EQ(door.of(QStringLiteral("auth/refresh")).size(), 1) << "also when the token has ended";
    EXPECT_TRUE(door.of(QStringLiteral("v1/audit")).value(0).token.startsWith('p'));
}

} // namespace
} // namespace crema::sync::testing
