// SPDX-License-Identifier: GPL-3.0-or-later
// What was done in the company, as a device asks the platform for it.
#include "tests/sync/client_fixture.h"

#include "models/base/json.h"
#include "models/feed/entity_types.h"

namespace crema::sync::testing {
namespace {

class AuditClient : public ClientTest
{
protected:
    void SetUp() override
    {
        ClientTest::SetUp();
        platform.tamper = [this](const QString &path, const HttpAnswer &answer) {
            return path.endsWith(QLatin1String("v1/audit")) ? jsonAnswer(json::writeCanonical(codec::toJson(page)))
                                                            : answer;
        };
    }

    static AuditRecord recordOf(const SubjectRef &subject, const QString &name)
    {
        AuditRecord record;
        record.number = 1;
        record.at = UtcTime(1'700'000'000'000);
        record.action = QStringLiteral("product.edit");
        record.subject = subject;
        record.subjectName = name;
        return record;
    }

    AuditPage page;
};

TEST_F(AuditClient, GivesThePlatformsAnswerAndTheNamesThatThisDeviceHas)
{
    const ProductView made = make(QStringLiteral("Espresso"), QStringLiteral("A"));
    const SubjectRef product{entity::product.toString(), made.product.id.value()};
    const SubjectRef person{entity::person.toString(), QUuid::createUuid()};
    page.records = {recordOf(product, {}), recordOf(person, QStringLiteral("Bea"))};
    page.next = AuditPlace{page.records.last().at, QUuid(), 1};
    const auto answer = now(client.auditTrail({}));
    ASSERT_TRUE(answer) << qPrintable(answer.error().message);
    ASSERT_EQ(answer->records.size(), 2);
    EXPECT_EQ(answer->records.first().subjectName, QStringLiteral("Espresso"));
    EXPECT_EQ(answer->records.last().subjectName, QStringLiteral("Bea"));
    EXPECT_EQ(answer->next, page.next);
}

TEST_F(AuditClient, ThePlatformsRefusalIsToldInWordsOfThisDevice)
{
    platform.faults.push_back(
        {problemAnswer(403, QStringLiteral("audit.not_allowed")), false, QStringLiteral("v1/audit")});
    const auto denied = now(client.auditTrail({}));
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, QStringLiteral("auth.not_allowed"));
    EXPECT_EQ(denied.error().kind, ProblemKind::NotAllowed);
}

TEST_F(AuditClient, WithoutThePlatformThereIsNoTrail)
{
    platform.faults.push_back({std::nullopt, false, QStringLiteral("v1/audit")});
    const auto silent = now(client.auditTrail({}));
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().code, QStringLiteral("network.timeout"));
}

TEST_F(AuditClient, AnAnswerThatDoesNotReadIsNone)
{
    platform.faults.push_back({jsonAnswer("{\"items\":3}"), false, QStringLiteral("v1/audit")});
    platform.tamper = nullptr;
    const auto unreadable = now(client.auditTrail({}));
    ASSERT_FALSE(unreadable);
    EXPECT_EQ(unreadable.error().code, QStringLiteral("network.unreadable"));
}

} // namespace
} // namespace crema::sync::testing
