// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/bootstrap.h"
#include "platform/domain/key_verbs.h"
#include "tests/platform/domain/services_fixture.h"

#include <QJsonArray>

namespace crema::testing {
namespace {

constexpr std::int64_t minuteMs = 60'000;

class TokenKeysTest : public ServicesTest
{
protected:
    int rotate(const QStringList &arguments = {})
    {
        return platform::rotateTokenKeys({url, {}, arguments},
                                         {clock, randomness, log, metrics, checks, background, events});
    }
    QStringList publishedKeys()
    {
        QStringList ids;
        const QJsonArray keys = json(get("/.well-known/jwks.json")).value(QStringLiteral("keys")).toArray();
        for (const QJsonValue &key : keys)
            ids.append(key.toObject().value(QStringLiteral("kid")).toString());
        return ids;
    }
};

TEST_F(TokenKeysTest, ADeviceNoticesNothingOfANewKey)
{
    const Applicant applicant = newApplicant();
    const QByteArray before =
        json(enrol(applicant, newCode())).value(QStringLiteral("access_token")).toString().toLatin1();
    const QString first = publishedKeys().value(0);
    ASSERT_EQ(rotate(), 0);
    clock.advance(minuteMs);
    EXPECT_EQ(get("/api/v1/products", before).status, 200);
    QStringList keys = publishedKeys();
    ASSERT_EQ(keys.size(), 2) << "the new one is published before it signs";
    EXPECT_EQ(keys[1], first);
    clock.advance(5 * minuteMs);
    EXPECT_EQ(get("/api/v1/products", before).status, 200);
    const QString nonce =
        json(post("/api/v1/devices/challenge", {{QStringLiteral("device"), applicant.device.toString()}}))
            .value(QStringLiteral("nonce"))
            .toString();
    const http::Response token = askToken(applicant, nonce);
    ASSERT_EQ(token.status, 200);
    clock.advance(14 * minuteMs);
    const QByteArray after = json(token).value(QStringLiteral("access_token")).toString().toLatin1();
    EXPECT_EQ(get("/api/v1/products", after).status, 200);
    clock.advance(30 * minuteMs);
    EXPECT_EQ(publishedKeys().size(), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'token_key.rotate'"), 1);
}

TEST_F(TokenKeysTest, AKeyThatBecameKnownEndsWithinAMinuteAndDevicesComeBackByThemselves)
{
    const Applicant applicant = newApplicant();
    const QByteArray before =
        json(enrol(applicant, newCode())).value(QStringLiteral("access_token")).toString().toLatin1();
    const QString old = publishedKeys().value(0);
    const auto ask = [&] {
        return json(post("/api/v1/devices/challenge", {{QStringLiteral("device"), applicant.device.toString()}}))
            .value(QStringLiteral("nonce"))
            .toString();
    };
    const QString nonce = ask();
    ASSERT_EQ(rotate({QStringLiteral("--now")}), 0);
    EXPECT_EQ(countOf("select count(*) from identity.signing_key"), 1);
    clock.advance(59'999);
    EXPECT_EQ(askToken(applicant, nonce).status, 200) << "this node has not read the table yet";
    clock.advance(1);
    EXPECT_EQ(code(get("/api/v1/products", before)), QStringLiteral("identity.token"));
    EXPECT_FALSE(publishedKeys().contains(old));
    const http::Response token = askToken(applicant, ask());
    ASSERT_EQ(token.status, 200);
    EXPECT_EQ(get("/api/v1/products", json(token).value(QStringLiteral("access_token")).toString().toLatin1()).status,
              200);
}

TEST_F(TokenKeysTest, AChallengeOfAKeyThatWasTakenAwayIsAskedAgain)
{
    const Applicant applicant = newApplicant();
    ASSERT_EQ(enrol(applicant, newCode()).status, 200);
    ASSERT_EQ(rotate({QStringLiteral("--now")}), 0);
    const QString nonce =
        json(post("/api/v1/devices/challenge", {{QStringLiteral("device"), applicant.device.toString()}}))
            .value(QStringLiteral("nonce"))
            .toString();
    clock.advance(minuteMs - 1);
    ASSERT_TRUE(platformTokens());
    clock.advance(1);
    // Whoever lost a race with the change of keys is told to try again, not that its device is unknown.
    EXPECT_EQ(askToken(applicant, nonce).status, 425);
}

/// Whoever makes a token may hold the last session of the pool.
TEST_F(TokenKeysTest, KeysAreReadAnewThoughNoSessionIsFree)
{
    platform::ConnectionPool small(url, 1);
    const auto tokens = platform::loadAccessTokens(small, clock.now(), randomness).value();
    const auto held = small.borrow();
    ASSERT_EQ(rotate(), 0);
    clock.advance(platform::TokenKeyRing::staleMs);
    EXPECT_EQ(tokens->keySet(clock.now()).value(QStringLiteral("keys")).toArray().size(), 2);
}

TEST_F(TokenKeysTest, RefusesOptionsItDoesNotKnow)
{
    EXPECT_EQ(rotate({QStringLiteral("--later")}), 2);
    EXPECT_EQ(countOf("select count(*) from identity.signing_key"), 1);
}

} // namespace
} // namespace crema::testing
