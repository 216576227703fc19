// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/epoch_claim.h"
#include "models/security/tokens.h"
#include "platform/identity/device_revocations.h"
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
    for (int i = 0; i < 11; ++i)
        EXPECT_EQ(enrol(newApplicant(), QStringLiteral("AAAA-%1").arg(i, 4, 10, QLatin1Char('0'))).status, 403);
    const http::Response shut = enrol(newApplicant(), newCode());
    EXPECT_EQ(shut.status, 429);
    EXPECT_EQ(shut.header("Retry-After"), "60");
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

    pool.borrow()->run("devices/revoke_device", {applicant.device, clock.now(), std::nullopt});
    const http::Response refused = askToken(applicant, nonceFor(applicant.device));
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(code(refused), QStringLiteral("device.revoked"));
}

TEST_F(EnrolmentTest, ADeviceThatIsShutOutIsOutWithinThreeSecondsWhateverItsTokenSays)
{
    const Applicant applicant = newApplicant();
    const QByteArray token =
        json(enrol(applicant, newCode())).value(QStringLiteral("access_token")).toString().toLatin1();
    const QByteArray other = enrolledToken();
    const QByteArrayList addresses{"/api/v1/sync/changes", "/api/v1/products", "/api/v1/sync/stream"};
    for (const QByteArray &target : addresses)
        EXPECT_EQ(get(target, token).status, 200) << target.constData();
    pool.borrow()->run("devices/revoke_device", {applicant.device, clock.now(), std::nullopt});
    clock.advance(platform::DeviceRevocations::staleMs);
    for (const QByteArray &target : addresses) {
        EXPECT_EQ(code(get(target, token)), QStringLiteral("device.revoked")) << target.constData();
        EXPECT_EQ(get(target, other).status, 200) << target.constData();
    }
}

/// sync.md rule 29.
class EpochTest : public ServicesTest
{
protected:
    EpochTest()
    {
        const QJsonObject enrolled = json(enrol(applicant, newCode()));
        token = enrolled.value(QStringLiteral("access_token")).toString().toLatin1();
        claim = {newId<OperationId>().value(), applicant.device,          1,
                 newId<RegisterId>(),          QStringLiteral("1CABCDE"), QStringLiteral("Till (copy)"),
                 QStringLiteral("copied")};
    }

    http::Response ask(const EpochClaim &asked)
    {
        QJsonObject body = toJson(asked);
        body.insert(QStringLiteral("signature"), toBase64Url(applicant.key.sign(asked.signedText())));
        return post("/api/v1/devices/epoch", body, token);
    }

    /// The claim of another store of the device, which was copied too.
    EpochClaim anotherClaim()
    {
        EpochClaim another = claim;
        another.claim = newId<OperationId>().value();
        another.registerId = newId<RegisterId>();
        return another;
    }

    /// What the platform says of a store with its token.
    QJsonObject known(std::int64_t epoch)
    {
        const QString nonce =
            json(post("/api/v1/devices/challenge", {{QStringLiteral("device"), applicant.device.toString()}}))
                .value(QStringLiteral("nonce"))
                .toString();
        return json(post("/api/v1/devices/token",
                         {{QStringLiteral("device"), applicant.device.toString()},
                          {QStringLiteral("epoch"), qint64(epoch)},
                          {QStringLiteral("nonce"), nonce},
                          {QStringLiteral("signature"),
                           toBase64Url(applicant.key.sign("crema-device-token\n" + nonce.toUtf8()))}}))
            .value(QStringLiteral("store"))
            .toObject();
    }

    Applicant applicant = newApplicant();
    QByteArray token;
    EpochClaim claim;
};

TEST_F(EpochTest, GivesACopiedStoreAPlaceOfItsOwnOnce)
{
    const Result<EpochGiven> given = readEpochGiven(json(ask(claim)));
    ASSERT_TRUE(given);
    EXPECT_GT(given->epoch, 1);
    EXPECT_EQ(given->highestSequence, 0);
    EXPECT_EQ(given->registerEntry.id, claim.registerId);
    EXPECT_EQ(given->registerEntry.code, QStringLiteral("1CABCDE"));
    EXPECT_EQ(given->registerEntry.device, applicant.device);
    EXPECT_EQ(readEpochGiven(json(ask(claim)))->epoch, given->epoch) << "the same claim, the same answer";
    const Result<EpochGiven> second = readEpochGiven(json(ask(anotherClaim())));
    ASSERT_TRUE(second);
    EXPECT_GT(second->epoch, given->epoch);
    EXPECT_NE(second->registerEntry.code, given->registerEntry.code) << "a code has one register";
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'device.epoch'"), 2);
    EXPECT_EQ(
        countOf("select count(*) from sync.feed where entity_id = '" + claim.registerId.toString().toLatin1() + "'"),
        1);
}

TEST_F(EpochTest, TellsWithTheTokenWhatItKnowsOfAStore)
{
    const Result<EpochGiven> given = readEpochGiven(json(ask(claim)));
    ASSERT_TRUE(given);
    EXPECT_TRUE(known(1).value(QStringLiteral("known")).toBool());
    EXPECT_EQ(known(1).value(QStringLiteral("feed_epoch")).toInteger(), 1);
    EXPECT_EQ(known(given->epoch).value(QStringLiteral("highest_sequence")).toInteger(-1), 0);
    EXPECT_FALSE(known(given->epoch + 1).value(QStringLiteral("known")).toBool());
}

/// Rule 12: the platform has lost what it gave after its backup, and a store has it. Whoever asks first, each gets an
/// epoch of its own, and the one that has to ask again keeps the register whose numbers stand on its receipts.
TEST_F(EpochTest, APlatformThatWasPutBackGivesNoEpochASecondTime)
{
    const Result<EpochGiven> lost = readEpochGiven(json(ask(claim)));
    ASSERT_TRUE(lost);
    pool.borrow()->runScript("delete from devices.epoch;"
                             "delete from devices.register where id = '" +
                             claim.registerId.toString().toLatin1() + "'");
    EpochClaim another = anotherClaim();
    another.registerCode = QStringLiteral("1CBCDEF");
    const Result<EpochGiven> next = readEpochGiven(json(ask(another)));
    ASSERT_TRUE(next);
    EXPECT_NE(next->epoch, lost->epoch);
    EXPECT_FALSE(known(lost->epoch).value(QStringLiteral("known")).toBool(true))
        << "its store learns that it has to ask";

    claim.epoch = lost->epoch;
    const Result<EpochGiven> again = readEpochGiven(json(ask(claim)));
    ASSERT_TRUE(again);
    EXPECT_GT(again->epoch, std::max(lost->epoch, next->epoch));
    EXPECT_EQ(again->highestSequence, 0);
    EXPECT_EQ(again->registerEntry, lost->registerEntry);
}

TEST_F(EpochTest, RefusesAClaimThatItsDeviceDidNotSign)
{
    applicant.key = SigningKey::generate(randomness);
    EXPECT_EQ(code(ask(claim)), QStringLiteral("device.wrong_signature"));
    claim.device = newId<DeviceId>();
    EXPECT_EQ(ask(claim).status, 400);
}

} // namespace
} // namespace crema::testing
