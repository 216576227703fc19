// SPDX-License-Identifier: GPL-3.0-or-later
// One-time codes beside the password, over the routes.
#include "models/feed/entity_types.h"
#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "models/security/totp.h"
#include "platform/company/config_service.h"
#include "platform/company/stored_reference.h"
#include "platform/domain/user_verbs.h"
#include "platform/identity/second_factor.h"
#include "tests/platform/domain/services_fixture.h"
#include "tests/testing/base32.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace crema::testing {
namespace {

const QString password = QStringLiteral("right password");
constexpr std::int64_t stepMs = totpStepS * 1000;

class SecondFactorTest : public ServicesTest
{
protected:
    SecondFactorTest()
    {
        givePassword(manager, password);
        EXPECT_EQ(signIn().status, 200);
    }

    http::Response signIn(const QString &code = {}, const QString &typed = password)
    {
        QJsonObject body{{QStringLiteral("email"), manager.email}, {QStringLiteral("password"), typed}};
        if (!code.isEmpty())
            body.insert(QStringLiteral("code"), code);
        http::Response response = post("/api/v1/auth/login", body, device);
        if (response.status == 200)
            access = json(response).value(QStringLiteral("access_token")).toString().toLatin1();
        return response;
    }

    http::Response offer(const QString &typed = password)
    {
        return post("/api/v1/auth/totp", {{QStringLiteral("password"), typed}}, access);
    }

    http::Response confirm(const QString &code)
    {
        return post("/api/v1/auth/totp/confirm", {{QStringLiteral("code"), code}}, access);
    }

    /// What the app shows so many steps from now.
    QString shown(std::int64_t steps = 0) const { return totpCode(secret, totpStepOf(clock.now()) + steps); }

    /// Sets the authenticator up, and waits until its code is another one.
    QStringList setUp()
    {
        secret = fromBase32(json(offer()).value(QStringLiteral("secret")).toString());
        const http::Response confirmed = confirm(shown());
        EXPECT_EQ(confirmed.status, 200) << confirmed.body.constData();
        clock.advance(2 * stepMs);
        QStringList codes;
        const QJsonArray given = json(confirmed).value(QStringLiteral("recovery_codes")).toArray();
        for (const QJsonValue &one : given)
            codes.append(one.toString());
        return codes;
    }

    QByteArray device = enrolledToken();
    QByteArray access; ///< of the last sign-in, which ended the one before
    QByteArray secret;
};

TEST_F(SecondFactorTest, IsSetUpByWhoKnowsThePasswordAndHasTheApp)
{
    EXPECT_EQ(code(confirm(QStringLiteral("123456"))), QStringLiteral("totp.not_offered"));
    EXPECT_EQ(code(offer(QStringLiteral("wrong password"))), QStringLiteral("auth.wrong_credentials"));
    const http::Response offered = offer();
    ASSERT_EQ(offered.status, 200) << offered.body.constData();
    const QString text = json(offered).value(QStringLiteral("secret")).toString();
    const QUrl uri(json(offered).value(QStringLiteral("uri")).toString());
    EXPECT_EQ(uri.scheme(), QStringLiteral("otpauth"));
    EXPECT_EQ(QUrlQuery(uri).queryItemValue(QStringLiteral("secret")), text);
    EXPECT_EQ(signIn().status, 200) << "it counts once it is confirmed";
    secret = fromBase32(text);
    EXPECT_EQ(code(confirm(shown(7))), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(confirm(shown()).status, 200);
    EXPECT_EQ(code(confirm(shown(1))), QStringLiteral("totp.enrolled"));
    EXPECT_EQ(code(offer()), QStringLiteral("totp.enrolled"));
    EXPECT_EQ(code(signIn(shown())), QStringLiteral("auth.wrong_code")) << "the code of the set-up is used up";
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.set_up_totp'"), 1);
}

TEST_F(SecondFactorTest, WhatNobodyConfirmsEndsAfterTenMinutes)
{
    secret = fromBase32(json(offer()).value(QStringLiteral("secret")).toString());
    clock.advance(platform::totpOfferLifetimeMs);
    EXPECT_EQ(code(confirm(shown())), QStringLiteral("totp.not_offered"));
    secret = fromBase32(json(offer()).value(QStringLiteral("secret")).toString());
    EXPECT_EQ(confirm(shown()).status, 200) << "a new one counts";
}

TEST_F(SecondFactorTest, UntilThenItWaits)
{
    secret = fromBase32(json(offer()).value(QStringLiteral("secret")).toString());
    clock.advance(platform::totpOfferLifetimeMs - 1);
    EXPECT_EQ(confirm(shown()).status, 200);
    EXPECT_EQ(countOf("select count(*) from identity.totp where confirmed_at is not null"), 1);
}

TEST_F(SecondFactorTest, EachCodeCountsOnceAndOneStepAround)
{
    setUp();
    const http::Response asked = signIn();
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(code(asked), QStringLiteral("auth.code_needed"));
    EXPECT_EQ(code(signIn({}, QStringLiteral("wrong password"))), QStringLiteral("auth.wrong_credentials"))
        << "who does not know the password is not told";
    EXPECT_EQ(code(signIn(shown(-2))), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(code(signIn(shown(2))), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(signIn(shown(-1)).status, 200);
    EXPECT_EQ(code(signIn(shown(-1))), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(signIn(shown()).status, 200);
    EXPECT_EQ(signIn(shown(1)).status, 200) << "a clock that goes ahead";
    EXPECT_EQ(code(signIn(shown())), QStringLiteral("auth.wrong_code")) << "none before the last one counts";
    clock.advance(2 * stepMs);
    EXPECT_EQ(signIn(shown()).status, 200);
}

TEST_F(SecondFactorTest, WhoGuessesCodesWaits)
{
    setUp();
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(code(signIn(shown(100 + i))), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(signIn(shown()).status, 429) << "though the password is right each time";
    clock.advance(1'000);
    EXPECT_EQ(signIn(shown()).status, 200);
}

TEST_F(SecondFactorTest, WhoGuessesTheFirstCodeWaits)
{
    ASSERT_EQ(offer().status, 200);
    int refused = 0;
    QString last;
    while (refused < 20 && last != QLatin1String("request.rate_limited")) {
        last = code(confirm(QStringLiteral("000000")));
        ++refused;
    }
    EXPECT_EQ(last, QStringLiteral("request.rate_limited")) << "any number of codes may be tried";
    EXPECT_LE(refused, 7);
}

TEST_F(SecondFactorTest, ARecoveryCodeLetsInOnceAndIsKeptAsItsHash)
{
    const QStringList codes = setUp();
    ASSERT_EQ(codes.size(), platform::recoveryCodeCount);
    EXPECT_EQ(signIn(codes.first().toLower()).status, 200);
    EXPECT_EQ(code(signIn(codes.first())), QStringLiteral("auth.wrong_code"));
    EXPECT_EQ(signIn(codes.last()).status, 200);
    EXPECT_EQ(countOf("select count(*) from identity.recovery_code where used_at is not null"), 2);
    EXPECT_EQ(
        countOf("select count(*) from identity.audit_entry where action = 'person.use_recovery_code' and actor = '" +
                manager.id.toString().toLatin1() + "'"),
        2);
    EXPECT_EQ(countOf("select count(*) from identity.recovery_code c where position('" +
                      codes.at(1).left(4).toLatin1() + "' in c::text) > 0"),
              0);
    EXPECT_EQ(countOf("select max(length(hash)) from identity.recovery_code"), 32);
}

TEST_F(SecondFactorTest, AnAdministratorRemovesALostOne)
{
    setUp();
    EXPECT_EQ(code(signIn()), QStringLiteral("auth.code_needed"));
    EXPECT_EQ(platform::removeUserTotp({url, {}, {QStringLiteral("--email"), manager.email}},
                                       {clock, randomness, log, metrics, checks, background, events}),
              0);
    EXPECT_EQ(signIn().status, 200);
    EXPECT_EQ(countOf("select count(*) from identity.recovery_code"), 0);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'person.remove_totp'"), 1);
    EXPECT_EQ(offer().status, 200);
}

/// The shop asks managers and administrators for an authenticator.
class RequiredAuthenticatorTest : public SecondFactorTest
{
protected:
    void require(QStringView whom)
    {
        Till till = enrolTill(addPerson(Role::Admin, QStringLiteral("ada@example.org"), {}));
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        const PlaceId company(platform::loadCompany(transaction).id);
        transaction.commit();
        const QString key = shop_setting::requireAuthenticator.toString();
        const Edit edit{{{key, FieldEdit{{}, whom.toString()}}}, {}};
        ASSERT_EQ(pushOne(till, operationOf(till, operation::settingsEdit,
                                            {entity::settings.toString(), company.value()}, editToJson(edit)))
                      .outcome,
                  Outcome::Applied);
        clock.advance(platform::ConfigService::staleMs);
    }

    QString sessionsAnswer() { return code(get("/api/v1/sessions", access)); }
};

TEST_F(RequiredAuthenticatorTest, LetsWhoHasNoneInToSetOneUpAndThenToAll)
{
    EXPECT_EQ(json(signIn()).value(QStringLiteral("authenticator_needed")), QJsonValue(false));
    EXPECT_EQ(get("/api/v1/sessions", access).status, 200);
    require(shop_setting::managers);
    EXPECT_EQ(sessionsAnswer(), QStringLiteral("auth.authenticator_needed")) << "also who is signed in already";
    EXPECT_EQ(json(signIn()).value(QStringLiteral("authenticator_needed")), QJsonValue(true));
    EXPECT_EQ(get("/api/v1/sessions", access).status, 403);
    EXPECT_EQ(code(get("/api/v1/customers", access)), QStringLiteral("auth.authenticator_needed"));
    EXPECT_EQ(get("/api/v1/sync/changes?cursor=1.0.0", access).status, 200) << "the device goes on";
    setUp();
    EXPECT_EQ(get("/api/v1/sessions", access).status, 200) << "at once, with the same session";
    EXPECT_EQ(json(signIn(shown())).value(QStringLiteral("authenticator_needed")), QJsonValue(false));
}

TEST_F(RequiredAuthenticatorTest, AsksNobodyElse)
{
    require(shop_setting::administrators);
    EXPECT_EQ(json(signIn()).value(QStringLiteral("authenticator_needed")), QJsonValue(false)) << "a manager";
    EXPECT_EQ(get("/api/v1/sessions", access).status, 200);
}

TEST_F(RequiredAuthenticatorTest, WhoIsLetInToSetOneUpLeavesAndChangesThePassword)
{
    require(shop_setting::managers);
    const QString session = json(signIn()).value(QStringLiteral("session")).toString();
    const QString next = QStringLiteral("plum kettle anchor violin");
    EXPECT_EQ(post("/api/v1/auth/password",
                   {{QStringLiteral("password"), password}, {QStringLiteral("new_password"), next}}, access)
                  .status,
              200);
    EXPECT_EQ(post("/api/v1/sessions/end", {{QStringLiteral("session"), session}}, access).status, 200);
}

} // namespace
} // namespace crema::testing
