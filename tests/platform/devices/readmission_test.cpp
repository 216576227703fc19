// SPDX-License-Identifier: GPL-3.0-or-later
// A device that was shut out comes in again as what it was (ADR 027).
#include "models/security/tokens.h"
#include "platform/database/transaction.h"
#include "platform/devices/listed_device.h"
#include "platform/identity/device_revocations.h"
#include "tests/platform/domain/services_fixture.h"

#include <future>

namespace crema::testing {
namespace {

class ReadmissionTest : public ServicesTest
{
protected:
    void SetUp() override
    {
        const QJsonObject enrolled = json(enrol(applicant, newCode()));
        token = enrolled.value(QStringLiteral("access_token")).toString().toLatin1();
        registerEntry = enrolled.value(QStringLiteral("register")).toObject();
        name = QStringLiteral("main-") + registerEntry.value(QStringLiteral("code")).toString();
    }

    Result<platform::ShutOutDevice> shutOut() { return shutDeviceOut(*pool.borrow(), name, clock.now()); }

    QString newReadmission()
    {
        const auto given = giveReadmissionCode(*pool.borrow(), name, clock.now(), randomness);
        EXPECT_TRUE(given) << qPrintable(given.error().code);
        return given ? given->code.code : QString();
    }

    http::Response readmit(const Applicant &who, const QString &code)
    {
        const QByteArray signedText = "crema-readmit\n" + code.toUtf8() + '\n' + who.device.toString().toUtf8();
        return post("/api/v1/devices/readmit", {{QStringLiteral("code"), code},
                                                {QStringLiteral("device"), who.device.toString()},
                                                {QStringLiteral("signature"), toBase64Url(who.key.sign(signedText))}});
    }

    bool isIn() { return get("/api/v1/products", token).status == 200; }

    Applicant applicant = newApplicant();
    QByteArray token;
    QJsonObject registerEntry;
    QString name;
};

TEST_F(ReadmissionTest, ItComesInAtOnceWithItsRegisterAndItsKey)
{
    ASSERT_TRUE(isIn());
    ASSERT_TRUE(shutOut());
    clock.advance(platform::DeviceRevocations::staleMs);
    ASSERT_FALSE(isIn());
    const QString given = newReadmission();
    EXPECT_FALSE(isIn()) << "the code alone lets nobody in";
    ASSERT_EQ(readmit(applicant, given).status, 200);
    EXPECT_TRUE(isIn()) << "nobody waits until the platform looks again";
    const QList<platform::ListedDevice> devices = platform::listDevicesOf(*pool.borrow());
    ASSERT_EQ(devices.size(), 1) << "it is the same device under the same register";
    EXPECT_EQ(devices[0].id, applicant.device);
    EXPECT_FALSE(devices[0].revokedAt);
    EXPECT_EQ(readmit(applicant, given).status, 200) << "it lost the answer";
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'device.readmit'"), 1);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'device.readmission_code'"), 1);
}

TEST_F(ReadmissionTest, ACodeLetsItsDeviceInOnceAndNobodyElse)
{
    const Applicant other = newApplicant();
    ASSERT_EQ(enrol(other, newCode()).status, 200);
    ASSERT_TRUE(shutOut());
    const QString given = newReadmission();
    EXPECT_EQ(code(readmit(other, given)), QStringLiteral("device.wrong_code"));
    EXPECT_EQ(code(readmit(newApplicant(), given)), QStringLiteral("device.wrong_code"));
    Applicant thief = applicant;
    thief.key = SigningKey::generate(randomness);
    EXPECT_EQ(code(readmit(thief, given)), QStringLiteral("device.wrong_code"));
    EXPECT_EQ(code(enrol(newApplicant(), given)), QStringLiteral("device.wrong_code")) << "it enrols nobody";
    EXPECT_EQ(code(readmit(applicant, newCode())), QStringLiteral("device.wrong_code"));
    ASSERT_EQ(readmit(applicant, given).status, 200);

    ASSERT_TRUE(shutOut());
    EXPECT_EQ(code(readmit(applicant, given)), QStringLiteral("device.wrong_code")) << "it is used up";
    const QString late = newReadmission();
    clock.advance(24ll * 60 * 60 * 1000);
    EXPECT_EQ(code(readmit(applicant, late)), QStringLiteral("device.wrong_code"));
    EXPECT_EQ(readmit(applicant, newReadmission().toLower()).status, 200);
}

/// A code that lies about lets nobody in that was shut out after it was made.
TEST_F(ReadmissionTest, ShuttingOutTakesBackTheCodesThatWereGiven)
{
    ASSERT_TRUE(shutOut());
    const QString first = newReadmission();
    const QString second = newReadmission();
    EXPECT_EQ(code(readmit(applicant, first)), QStringLiteral("device.wrong_code")) << "the newest counts";
    ASSERT_EQ(readmit(applicant, second).status, 200);
    ASSERT_TRUE(shutOut());
    EXPECT_EQ(code(readmit(applicant, first)), QStringLiteral("device.wrong_code"));
    const QString third = newReadmission();
    ASSERT_TRUE(shutDeviceOut(*pool.borrow(), applicant.device.toString(), clock.now())) << "it is out already";
    EXPECT_EQ(code(readmit(applicant, third)), QStringLiteral("device.wrong_code"));
}

TEST_F(ReadmissionTest, OnlyADeviceThatIsOutGetsACode)
{
    const auto codeFor = [&](const QString &device) {
        const auto given = giveReadmissionCode(*pool.borrow(), device, clock.now(), randomness);
        return given ? QString() : given.error().code;
    };
    EXPECT_EQ(codeFor(name), QStringLiteral("device.let_in"));
    EXPECT_EQ(codeFor(QStringLiteral("MAIN-77")), QStringLiteral("device.unknown"));
    ASSERT_TRUE(shutOut());
    EXPECT_EQ(codeFor(applicant.device.toString()), QString());
}

/// What was under way is waited for; the verb and the audit trail name all of it.
TEST_F(ReadmissionTest, WhoShutsADeviceOutIsToldOfTheBatchThatWasUnderWay)
{
    const auto connection = pool.borrow();
    platform::Transaction batch(*connection);
    batch.run("sync/lock_stream", {applicant.device, 1});
    batch.run("sync/save_stream", {applicant.device, 1, 8, 0});
    auto told = std::async(std::launch::async, [this] { return shutOut(); });
    const char *waits = "select count(*) from pg_locks where not granted";
    while (countOf(waits) == 0)
        std::this_thread::yield();
    batch.commit();
    const Result<platform::ShutOutDevice> out = told.get();
    ASSERT_TRUE(out);
    EXPECT_EQ(out->device.epoch, 1);
    EXPECT_EQ(out->device.arrived, 7);
    EXPECT_EQ(countOf("select count(*) from identity.audit_entry where action = 'device.revoke' and "
                      "position('\"arrived\":7' in document) > 0"),
              1);
}

} // namespace
} // namespace crema::testing
