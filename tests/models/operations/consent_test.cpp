// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer said of offers by e-mail is one value: it merges as a whole, and who said nothing has none.
#include "models/feed/entity_codec.h"
#include "models/operations/apply.h"
#include "models/operations/bodies.h"
#include "models/operations/edit.h"
#include "models/operations/field_value.h"
#include "models/operations/operation_types.h"
#include "tests/testing/memory_aggregates.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

const QString consentName = QStringLiteral("consent");

class ConsentTest : public ::testing::Test
{
protected:
    ConsentTest()
    {
        ada.id = CustomerId(QUuid(u"0193f6a0-0000-7000-8000-0000000000c1"));
        ada.name = QStringLiteral("Ada");
        world.save(ada);
    }

    /// The edit that leads from what an editor saw to what they want.
    [[nodiscard]] Operation edit(const Customer &before, const Customer &after) const
    {
        Operation operation;
        operation.id = OperationId(QUuid(u"0193f6a0-0000-7000-8000-0000000000d1"));
        operation.type = operation::customerEdit.toString();
        operation.subject = {QStringLiteral("customer"), ada.id.value()};
        operation.body = editToJson(editBetween(codec::toJson(before), codec::toJson(after), body::customerFields()));
        return operation;
    }

    Effect judge(const Operation &operation) { return applyOperation(operation, world, MergeMode::Judge); }

    [[nodiscard]] Customer withConsent(ConsentState state) const
    {
        Customer customer = ada;
        customer.consent = Consent{state, UtcTime(1'700'000'000'123), ConsentSource::InWriting};
        return customer;
    }

    Customer ada;
    testing::MemoryAggregates world;
};

TEST_F(ConsentTest, WhoSaidNothingHasNoMember)
{
    EXPECT_FALSE(codec::toJson(ada).contains(consentName)) << "hashes of before stay";
    const Customer agreed = withConsent(ConsentState::Given);
    EXPECT_EQ(codec::toJson(agreed).value(consentName),
              (QJsonObject{{QStringLiteral("at"), QStringLiteral("2023-11-14T22:13:20.123Z")},
                           {QStringLiteral("source"), QStringLiteral("in_writing")},
                           {QStringLiteral("state"), QStringLiteral("given")}}));
    EXPECT_EQ(codec::readCustomer(codec::toJson(agreed)), agreed);
}

TEST_F(ConsentTest, AnotherVersionMayKnowMoreWaysAndNoOtherAnswers)
{
    QJsonObject json = codec::toJson(withConsent(ConsentState::Given));
    QJsonObject consent = json.value(consentName).toObject();
    consent.insert(QStringLiteral("source"), QStringLiteral("by_pigeon"));
    json.insert(consentName, consent);
    EXPECT_EQ(codec::readCustomer(json)->consent->source, ConsentSource::Other);
    consent.insert(QStringLiteral("state"), QStringLiteral("perhaps"));
    json.insert(consentName, consent);
    EXPECT_FALSE(codec::readCustomer(json));
}

TEST_F(ConsentTest, MergesWithWhatOthersChanged)
{
    Customer called = ada;
    called.phone = QStringLiteral("1");
    ASSERT_EQ(judge(edit(ada, called)).outcome, Outcome::Applied);
    ASSERT_EQ(judge(edit(ada, withConsent(ConsentState::Given))).outcome, Outcome::Applied);
    EXPECT_EQ(world.customer(ada.id)->phone, QStringLiteral("1"));
    EXPECT_EQ(world.customer(ada.id)->consent, withConsent(ConsentState::Given).consent);
}

TEST_F(ConsentTest, TwoAnswersAreOneConflict)
{
    ASSERT_EQ(judge(edit(ada, withConsent(ConsentState::Given))).outcome, Outcome::Applied);
    const Effect second = judge(edit(ada, withConsent(ConsentState::Withdrawn)));
    EXPECT_EQ(second.outcome, Outcome::Conflict);
    ASSERT_EQ(second.conflicts.size(), 1);
    EXPECT_EQ(second.conflicts.first().field, consentName);
    const auto shown = std::get<Consent>(fieldValueOf(consentName, second.conflicts.first().to));
    EXPECT_EQ(shown.state, ConsentState::Withdrawn);
    EXPECT_EQ(fieldValueToJson(shown), second.conflicts.first().to);
    EXPECT_EQ(world.customer(ada.id)->consent->state, ConsentState::Given);
}

TEST_F(ConsentTest, IsTakenBackToNothingAndGoesWithThem)
{
    const Customer agreed = withConsent(ConsentState::Given);
    ASSERT_EQ(judge(edit(ada, agreed)).outcome, Outcome::Applied);
    ASSERT_EQ(judge(edit(agreed, ada)).outcome, Outcome::Applied);
    EXPECT_FALSE(world.customer(ada.id)->consent);
    ASSERT_EQ(judge(edit(ada, agreed)).outcome, Outcome::Applied);
    Operation erase = edit(ada, agreed);
    erase.type = operation::customerErase.toString();
    erase.body = body::toJson(body::CustomerErase{});
    ASSERT_EQ(judge(erase).outcome, Outcome::Applied);
    EXPECT_FALSE(world.customer(ada.id)->consent);
}

} // namespace
} // namespace crema
