// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

using EnrolmentTest = ServicesTest;

TEST_F(EnrolmentTest, GivesADeviceItsRegisterAndSignsThePersonIn)
{
    const http::Response response = enrol(newApplicant(), newCode());
    ASSERT_EQ(response.status, 200);
    const QJsonObject answer = json(response);
    EXPECT_EQ(answer.value(QStringLiteral("location")).toObject().value(QStringLiteral("code")).toString(),
              QStringLiteral("MAIN"));
    EXPECT_EQ(answer.value(QStringLiteral("register")).toObject().value(QStringLiteral("code")).toString(),
              QStringLiteral("1"));
    EXPECT_EQ(answer.value(QStringLiteral("person")).toObject().value(QStringLiteral("email")).toString(),
              manager.email);
    EXPECT_EQ(answer.value(QStringLiteral("feed")).toObject().value(QStringLiteral("epoch")).toInt(), 1);
    const http::Response second = enrol(newApplicant(), newCode());
    EXPECT_EQ(json(second).value(QStringLiteral("register")).toObject().value(QStringLiteral("code")).toString(),
              QStringLiteral("2"));
}

TEST_F(EnrolmentTest, TakesACodeInAnyCaseAndWithoutItsDash)
{
    QString typed = newCode().toLower();
    typed.remove(QLatin1Char('-'));
    EXPECT_EQ(enrol(newApplicant(), typed).status, 200);
}

TEST_F(EnrolmentTest, UsesACodeUpButAnswersTheSameDeviceAgain)
{
    const QString enrolCode = newCode();
    const Applicant applicant = newApplicant();
    const QJsonObject first = json(enrol(applicant, enrolCode));
    const QJsonObject again = json(enrol(applicant, enrolCode));
    EXPECT_EQ(again.value(QStringLiteral("register")), first.value(QStringLiteral("register")));
    const http::Response other = enrol(newApplicant(), enrolCode);
    EXPECT_EQ(other.status, 403);
    EXPECT_EQ(code(other), QStringLiteral("device.wrong_code"));
}

TEST_F(EnrolmentTest, RefusesAWrongAndAnOldCode)
{
    EXPECT_EQ(code(enrol(newApplicant(), QStringLiteral("AAAA-BBBB"))), QStringLiteral("device.wrong_code"));
    const QString old = newCode();
    clock.advance(24ll * 60 * 60 * 1000);
    EXPECT_EQ(code(enrol(newApplicant(), old)), QStringLiteral("device.wrong_code"));
}

TEST_F(EnrolmentTest, RefusesASignatureOfAnotherKeyAndAKnownIdWithOne)
{
    Applicant applicant = newApplicant();
    const QString first = newCode();
    ASSERT_EQ(enrol(applicant, first).status, 200);
    applicant.key = SigningKey::generate(randomness);
    EXPECT_EQ(code(enrol(applicant, newCode())), QStringLiteral("device.id_used"));
}

TEST_F(EnrolmentTest, KeepsCodesAsHashesOnly)
{
    const QByteArray plain = newCode().toLatin1();
    EXPECT_EQ(countOf("select count(*) from devices.enrol_code where position('" + plain.left(4) +
                      "' in encode(code_hash, 'escape')) > 0"),
              0);
    EXPECT_EQ(countOf("select length(code_hash) from devices.enrol_code"), 32);
}

TEST_F(EnrolmentTest, StopsAnAddressThatGuesses)
{
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(enrol(newApplicant(), QStringLiteral("AAAA-%1").arg(i, 4, 10, QLatin1Char('0'))).status, 403);
    const http::Response shut = enrol(newApplicant(), newCode());
    EXPECT_EQ(shut.status, 429);
    address = QStringLiteral("10.0.0.2");
    EXPECT_EQ(enrol(newApplicant(), newCode()).status, 200);
}

TEST_F(EnrolmentTest, GivesTokensForASignedNonceOnce)
{
    const Applicant applicant = newApplicant();
    ASSERT_EQ(enrol(applicant, newCode()).status, 200);
    const auto nonceFor = [&](DeviceId device) {
        return json(post("/api/v1/devices/challenge", {{QStringLiteral("device"), device.toString()}}))
            .value(QStringLiteral("nonce"))
            .toString();
    };
    const QString nonce = nonceFor(applicant.device);
    const http::Response token = askToken(applicant, nonce);
    ASSERT_EQ(token.status, 200);
    EXPECT_EQ(
        get("/api/v1/sync/changes", json(token).value(QStringLiteral("access_token")).toString().toLatin1()).status,
        200);
    EXPECT_EQ(askToken(applicant, nonce).status, 425) << "a network that doubles a question ends no device's session";

    const QString late = nonceFor(applicant.device);
    clock.advance(61'000);
    EXPECT_EQ(askToken(applicant, late).status, 425);
    EXPECT_EQ(askToken(applicant, nonceFor(newId<DeviceId>())).status, 425) << "a challenge of another device is none";
    const Applicant stranger = newApplicant();
    EXPECT_EQ(askToken(stranger, nonceFor(stranger.device)).status, 401);
    Applicant thief = applicant;
    thief.key = SigningKey::generate(randomness);
    EXPECT_EQ(askToken(thief, nonceFor(thief.device)).status, 401);

    pool.borrow()->run("devices/revoke_device", {applicant.device, clock.now()});
    EXPECT_EQ(askToken(applicant, nonceFor(applicant.device)).status, 401);
}

} // namespace
} // namespace crema::testing
